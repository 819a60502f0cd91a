// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/evidence"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/report"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// versions are the parts of an order with their hashes.
func versions(o *journal.Order) []report.Version {
	out := []report.Version{
		{What: speech.Say("scenario", "Ablauf"), Name: o.Scenario.Name, Hash: o.Scenario.Hash},
		{What: speech.Say("environment", "Umgebung"), Name: o.Environment.Name, Hash: o.Environment.Hash},
	}
	for _, name := range slices.Sorted(maps.Keys(o.Rulebooks)) {
		out = append(out, report.Version{What: speech.Say("rulebook", "Regelwerk"), Name: name, Hash: strings.TrimPrefix(o.Rulebooks[name], "sha256:")})
	}
	return append(out, report.Version{What: speech.Say("program", "Programm"), Name: "heinzel " + o.Version})
}

// reportCase is what the report says about one case. What a case of an earlier
// process came to stands in its journal only.
func reportCase(s journal.Store, order robot.Order, r run.Result) (report.Case, error) {
	if r.Reference == "" {
		events, err := journal.Show(s, r.Number, order.Keys)
		if err != nil {
			return report.Case{}, err
		}
		r = remembered(r, events)
	}
	c := report.Case{
		Number: r.Number, Outcome: report.Outcome(r.Outcome), Waits: r.Waits,
		Reference: r.Reference, ReferenceWithoutValues: withoutValues(order.Plan, r),
		Commits: commitsOf(order.Plan.Scenario(), r.Commits), Picture: pictureOf(order.Dir, r.Picture),
	}
	if r.Err != nil {
		c.Reason = speech.Text{EN: fault.Describe(r.Err, speech.English), DE: fault.Describe(r.Err, speech.German)}
		c.ReasonWithoutValues = speech.Text{EN: fault.Public(r.Err, speech.English), DE: fault.Public(r.Err, speech.German)}
		c.Hint, c.HintWithoutValues = fault.HintOf(r.Err), fault.PublicHint(r.Err)
	}
	return c, nil
}

// remembered completes a result from the journal of its case.
func remembered(r run.Result, events []journal.Event) run.Result {
	r.Values = map[string]value.Value{}
	r.Commits = nil
	intent := ""
	for _, e := range events {
		maps.Copy(r.Values, e.Values)
		switch {
		case e.Kind == journal.Begun:
			r.Reference = e.Reference
		case e.Kind == journal.Intent:
			intent = e.ID
		case e.About["intent"] == "done":
			r.Commits = append(r.Commits, intent)
		case e.Kind == journal.Picture && e.About["hash"] != "":
			r.Picture = e.About["hash"]
		case e.Fault != nil && r.Err == nil:
			r.Err = e.Fault
		}
	}
	return r
}

// withoutValues is the case's reference, unless it quotes what is guarded.
func withoutValues(p *plan.Plan, r run.Result) string {
	for name, v := range r.Values {
		if !p.Type(name).Class.Guarded() || v.IsMissing() {
			continue
		}
		for _, text := range []string{v.String(), v.In(speech.German)} {
			if text != "" && strings.Contains(r.Reference, text) {
				return ""
			}
		}
	}
	return r.Reference
}

// commitsOf names the system of each irreversible step that is done.
func commitsOf(s *scenarios.Scenario, ids []string) []report.Commit {
	systems := map[string]string{}
	scenarios.Walk(s.Steps, func(step *scenarios.Step) {
		block, ok := step.Act.(*scenarios.In)
		if !ok {
			return
		}
		scenarios.Walk(block.Do, func(inner *scenarios.Step) { systems[inner.ID] = s.System(block.System).Title })
	})
	var out []report.Commit
	for _, id := range ids {
		out = append(out, report.Commit{ID: id, System: systems[id]})
	}
	return out
}

// pictureOf is a masked picture of the evidence; one that is missing or was
// changed is not shown.
func pictureOf(dir, hash string) []byte {
	if hash == "" {
		return nil
	}
	data, err := evidence.At(filepath.Join(dir, "evidence")).Get(evidence.Ref{Hash: hash, Name: path.Join("picture", hash[:2], hash+".png")})
	if err != nil {
		return nil
	}
	return data
}
