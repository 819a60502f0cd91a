// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
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
// process came to stands in its journal only. Nothing is opened that is neither
// shown nor needed.
func (w wording) reportCase(s journal.Store, order robot.Order, r run.Result, values bool) (report.Case, error) {
	keys := order.Keys
	if r.Reference != "" && !values {
		keys = nil
	}
	events, err := journal.Show(s, r.Number, keys)
	if err != nil {
		return report.Case{}, err
	}
	if r.Reference == "" {
		r = remembered(r, events)
	}
	c := report.Case{
		Number: r.Number, Outcome: report.Outcome(r.Outcome), Waits: r.Waits,
		Reference: r.Reference, ReferenceWithoutValues: withoutValues(order.Plan, r),
		Picture: pictureOf(order.Dir, r.Picture),
	}
	because(&c, r.Err)
	w.tell(&c, events)
	return c, nil
}

// because says why a case ended as it did, with values and without.
func because(c *report.Case, err error) {
	if err == nil {
		return
	}
	c.Reason = speech.Text{EN: fault.Describe(err, speech.English), DE: fault.Describe(err, speech.German)}
	c.ReasonWithoutValues = speech.Text{EN: fault.Public(err, speech.English), DE: fault.Public(err, speech.German)}
	c.Hint, c.HintWithoutValues = fault.HintOf(err), fault.PublicHint(err)
}

// remembered completes a result from the journal of its case.
func remembered(r run.Result, events []journal.Event) run.Result {
	r.Values = map[string]value.Value{}
	for _, e := range events {
		maps.Copy(r.Values, e.Values)
		switch {
		case e.Kind == journal.Begun:
			r.Reference = e.Reference
		case e.Kind == journal.Picture && e.About[run.AboutCommit] == "":
			r.Picture = e.About["hash"]
		}
	}
	r.Err = lastFault(events)
	return r
}

// lastFault is the last one of a case; those before it were got over.
func lastFault(events []journal.Event) error {
	var err error
	for _, e := range events {
		if e.Fault != nil {
			err = guarded(e.Fault)
		}
	}
	return err
}

// guarded takes a fault out of a journal for one that quotes values: the journal
// sealed its cause as a whole and does not say which part of it does.
func guarded(err error) error {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.Guard()
	}
	return err
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
