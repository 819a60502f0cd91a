// SPDX-License-Identifier: EUPL-1.2

package run_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// amt is a made-up office application: it keeps a name, and does what the play
// asks when something is clicked or read.
type amt struct {
	name, typed string
	saved       int
	sessions    int
	// troubles are given to the actions on an element, one after the other;
	// nil lets the action pass.
	troubles map[string][]error
	// silent saves without an answer: the click is touched and then fails.
	done []string
	// given are the files that were uploaded.
	given []string
	// screens are what the next pictures show; behind the last there is none.
	screens [][]byte
}

func (a *amt) begin(context.Context, scenarios.Location) (run.Session, error) {
	a.sessions++
	return &desk{a}, nil
}

type desk struct{ *amt }

func (d *desk) Do(ctx context.Context, action act.Action) (act.Effect, error) {
	if err := ctx.Err(); err != nil {
		return act.Effect{}, err
	}
	name := "open"
	if action.Element != nil {
		name = action.Element.Name
	}
	d.done = append(d.done, string(action.Verb)+" "+name)
	effect := act.Effect{Touched: action.Verb == act.Click}
	if list := d.troubles[name]; len(list) > 0 {
		d.troubles[name] = list[1:]
		if list[0] != nil {
			if s, ok := list[0].(saving); ok {
				d.save()
				return effect, s.error
			}
			return effect, list[0]
		}
	}
	switch action.Verb {
	case act.Fill:
		d.typed = action.Text
		effect.Value = action.Text
	case act.Read:
		effect.Value = d.name
	case act.Download:
		effect.Value, effect.File = "bescheid.pdf", []byte("%PDF-1.4")
	case act.Upload:
		d.given = action.Files
	case act.Click:
		if name == "Speichern" {
			d.save()
		}
	}
	return effect, nil
}

func (d *desk) save() { d.name = d.typed; d.saved++ }

func (d *desk) Look(_ context.Context, l act.Look) (bool, error) {
	return strings.Contains("Gespeichert "+d.name, l.Text), nil
}

func (d *desk) Picture(context.Context, []string) (screen []byte, err error) {
	if len(d.screens) > 0 {
		screen, d.screens = d.screens[0], d.screens[1:]
	}
	return screen, nil
}
func (*desk) Tidy(context.Context) error { return nil }
func (*desk) Close()                     {}

// saving is a trouble that comes after the application has saved.
type saving struct{ error }

func technical() error {
	return fault.New(fault.Technical, "amt", speech.Same("out of order"))
}

// stage is a play: a scenario, the application, and the journal of one case.
type stage struct {
	t       *testing.T
	plan    *plan.Plan
	amt     *amt
	folder  *disk.Memory
	keys    *journal.Keys
	crew    run.Crew
	journal *journal.Journal
}

const head = `heinzel: 1
title: Probe
inputs:
  neu: {type: name, required: yes, class: personal}
  liste: {type: list}
systems:
  amt: {kind: browser}
steps:
`

const elements = `system: amt
screens:
  maske:
    elements:
      Name: {role: textbox, found by: [{label: Name}]}
      Speichern: {role: button, found by: [{name: Speichern}]}
      Anderes: {role: button, found by: [{name: Anderes}]}
`

const environment = `environment: 1
systems:
  amt: {address: "http://amt.example/", secrets: {kennwort: amt.kennwort}}
limits: {answer: 10 s, retries: 2, pause: 1 s}
`

// commit is the irreversible step of most plays.
const commit = `
          - {fill: maske/Name, with: =neu}
          - id: speichern
            commit: maske/Speichern
            expect: {text: Gespeichert}
            verify:
              - {read: maske/Name, into: ist, as: name}
              - holds: ist == neu
`

const inAmt = `
  - in: amt
    do:`

func play(t *testing.T, steps string) *stage {
	t.Helper()
	files := fstest.MapFS{
		"scenario.yaml": {Data: []byte(head + steps)}, "elements/amt.yaml": {Data: []byte(elements)}, "env.yaml": {Data: []byte(environment)},
	}
	var report source.Report
	p, err := robot.Load(&report, robot.Source{Scenario: files, Shown: "probe", Environment: files, EnvironmentFile: "env.yaml"})
	if err != nil || p == nil {
		t.Fatal(err, report.Sorted())
	}
	s := &stage{t: t, plan: p, amt: &amt{name: "Alt", troubles: map[string][]error{}}, folder: disk.NewMemory()}
	if s.keys, err = journal.NewKeys(); err != nil {
		t.Fatal(err)
	}
	s.crew = run.Crew{
		Drivers: map[scenarios.SystemKind]run.Begin{scenarios.Browser: s.amt.begin},
		Secrets: func(string) (secret.Value, error) { return secret.New("geheim"), nil },
	}
	if s.journal, err = journal.Create(s.folder, journal.Order{ID: "probe", Approval: journal.NotApproved, Cases: 1}, s.keys, time.Now); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *stage) perform(ctx context.Context) run.Result {
	s.t.Helper()
	inputs, err := s.plan.Inputs(map[string]string{"neu": "Neu", "liste": "a, b, c"})
	if err != nil {
		s.t.Fatal(err)
	}
	log, err := s.journal.Begin(1, "1", inputs)
	if err != nil {
		s.t.Fatal(err)
	}
	return run.New(s.plan, "probe", s.crew).Case(ctx, 1, log, inputs)
}

// resume opens the journal anew, as another process would, and goes on.
func (s *stage) resume(ctx context.Context) run.Result {
	s.t.Helper()
	_ = s.journal.Close()
	j, _, err := journal.Open(s.folder, s.keys, time.Now)
	if err != nil {
		s.t.Fatal(err)
	}
	s.journal = j
	log, err := j.Resume(1)
	if err != nil {
		s.t.Fatal(err)
	}
	return run.New(s.plan, "probe", s.crew).Resume(ctx, 1, log)
}

// want compares a result with the outcome and how often was saved.
func (s *stage) want(r run.Result, outcome journal.Outcome, saved int) {
	s.t.Helper()
	if r.Outcome != outcome || s.amt.saved != saved {
		s.t.Errorf("%s (%v), saved %d times; want %s, %d times; done: %v", r.Outcome, r.Err, s.amt.saved, outcome, saved, s.amt.done)
	}
}

// kinds are the kinds of events in the case's journal.
func (s *stage) kinds() (out []journal.Kind) {
	events, err := journal.Show(s.folder, 1, s.keys)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, e := range events {
		out = append(out, e.Kind)
	}
	return out
}

func (s *stage) recorded(k journal.Kind) bool { return slices.Contains(s.kinds(), k) }

// inTime runs a play in a bubble in which waiting takes no time.
func inTime(t *testing.T, steps string, act func(*testing.T, *stage)) {
	t.Helper()
	t.Parallel()
	synctest.Test(t, func(t *testing.T) { act(t, play(t, steps)) })
}
