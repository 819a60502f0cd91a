// SPDX-License-Identifier: EUPL-1.2

package robot

import (
	"context"
	"slices"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Tested is one example beside a scenario or inside one of its rulebooks.
type Tested struct {
	Name string
	// Problem says what is not as expected; zero is all right.
	Problem speech.Text
}

// Test performs the cases beside a scenario on the imaginary screen, and the
// tests inside its rulebooks.
func Test(ctx context.Context, report *source.Report, src Source) ([]Tested, error) {
	c, err := Check(report, src)
	if err != nil || c == nil {
		return nil, err
	}
	list, err := format.TestCases(report, src.Scenario, src.Shown)
	if err != nil || report.Failed() {
		return nil, err
	}
	var out []Tested
	p := plan.New(c, imaginary(c.Scenario))
	for _, example := range list {
		problem, err := try(ctx, p, example)
		if err != nil {
			return nil, err
		}
		out = append(out, Tested{example.Name, problem})
	}
	for _, book := range c.Rulebooks {
		for _, r := range rules.Test(book) {
			out = append(out, Tested{book.Book().Title.DE + ": " + r.Name, r.Problem})
		}
	}
	return out, nil
}

// imaginary is an environment in which every system is nowhere.
func imaginary(s *scenarios.Scenario) *scenarios.Environment {
	env := &scenarios.Environment{Name: "imaginary", Limits: scenarios.Limits{Answer: time.Second}}
	for _, sys := range s.Systems {
		env.Systems = append(env.Systems, scenarios.Location{System: sys.Name})
	}
	return env
}

// try performs one example, with a journal in memory.
func try(ctx context.Context, p *plan.Plan, c scenarios.TestCase) (speech.Text, error) {
	keys, err := journal.NewKeys()
	if err != nil {
		return speech.Text{}, err
	}
	j, err := journal.Create(disk.NewMemory(), journal.Order{ID: "test", Approval: journal.NotApproved, Cases: 1}, keys, time.Now)
	if err != nil {
		return speech.Text{}, err
	}
	robot := run.New(p, "test", Rehearsal(c.Screen))
	inputs, wrong := p.Inputs(c.Given)
	log, err := j.Begin(1, p.Reference(inputs), present(inputs))
	if err != nil {
		return speech.Text{}, err
	}
	if wrong != nil {
		return differs(p, c, robot.Refuse(ctx, 1, log, wrong)), nil
	}
	return differs(p, c, robot.Case(ctx, 1, log, inputs)), nil
}

// differs compares a result with what the example expects.
func differs(p *plan.Plan, c scenarios.TestCase, r run.Result) speech.Text {
	if string(r.Outcome) != c.Outcome {
		problem := speech.Say("the outcome is %s instead of %s", "das Ergebnis ist %s statt %s", r.Outcome, c.Outcome)
		if r.Err != nil {
			problem = speech.Say("%s: %s", "%s: %s", problem, r.Err)
		}
		return problem
	}
	if !slices.Equal(r.Commits, c.Commits) {
		return speech.Say("done: %q, expected: %q", "ausgeführt: %q, erwartet: %q", r.Commits, c.Commits)
	}
	for name, text := range c.Values {
		want, err := value.Parse(p.Type(name), text)
		if err != nil || !value.Equal(want, r.Values[name]) {
			return speech.Say("%s is %s instead of %s", "%s ist %s statt %s", name, r.Values[name], text)
		}
	}
	return speech.Text{}
}
