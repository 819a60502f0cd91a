// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"errors"
	"slices"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// undecided finds rules of which, in some case, nobody can tell whether they
// apply, so that the case cannot be decided. Days on which a parameter has no
// value are findings of their own.
func (e *examiner) undecided() {
	for n := range e.list {
		if facts, ok := e.doubt(n); ok {
			e.report.group(Undecided).note(func() Finding {
				f := e.finding(e.doubtful(n, facts), n)
				f.Witness = facts
				return f
			})
		}
	}
}

func (e *examiner) doubtful(n int, facts map[string]value.Value) speech.Text {
	_, err := e.rulebook.Decide(facts)
	cause := speech.Same(err.Error())
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		cause = speech.Text{EN: f.In(speech.English), DE: f.In(speech.German)}
	}
	return speech.Say("cases in which %q is unknown: %s", "Fälle, in denen „%s“ offen bleibt: %s", e.list[n].ID, cause)
}

// doubt looks for a case in which the n-th rule is unknown, and nothing before
// it decides.
func (e *examiner) doubt(n int) (facts Witness, ok bool) {
	certain := slices.Clone(e.list[n].Holds)
	if e.book.Hit.Policy == book.First {
		certain = append(certain, boxes(e.list[:n])...)
	}
	for _, b := range e.list[n].May {
		area, some := e.space.Outside(b, e.lacking)
		if !some || slices.ContainsFunc(e.list[n].Holds, b.Equals) {
			continue
		}
		e.space.Uncovered(area, certain, steps, func(open space.Box) bool {
			facts, ok = e.witness(open, func(facts map[string]value.Value) bool { return e.isUndecided(n, facts) })
			return !ok
		})
		if ok {
			return facts, true
		}
	}
	return nil, false
}

// isUndecided asks the runtime.
func (e *examiner) isUndecided(n int, facts map[string]value.Value) bool {
	hits, unknown, ok := e.hits(facts)
	if !ok || !slices.Contains(unknown, n) {
		return false
	}
	if e.book.Hit.Policy == book.Unique {
		return len(hits) <= 1 // more are a fault that no answer could heal
	}
	d, err := e.rulebook.Decide(facts)
	return err != nil && len(d.Fired) == 0
}
