// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// mostWork bounds the pairs of boxes that are compared.
const mostWork = 100_000_000

// overlaps finds pairs of rules that apply in the same case, where the hit
// policy does not allow it.
func (e *examiner) overlaps() {
	policy := e.book.Hit.Policy
	if policy != book.Unique && policy != book.Any {
		return
	}
	work := mostWork
	for i := range e.list {
		for j := i + 1; j < len(e.list); j++ {
			if work -= len(e.list[i].Holds) * len(e.list[j].Holds); work < 0 {
				e.limit(e.list[i].ID, "overlaps of %q and of rules behind it: too many to look for", "Überschneidungen von „%s“ und von Regeln dahinter: zu viele zu prüfen", e.list[i].ID)
				return
			}
			if e.list[i].Meets(e.list[j]) {
				e.pair(i, j)
			}
		}
	}
}

// pair judges two rules that may apply in the same case.
func (e *examiner) pair(i, j int) {
	alike := e.results[i].compare(e.results[j])
	if e.book.Hit.Policy == book.Any && alike == same {
		return
	}
	if alike == depends {
		if facts, ok := e.together(i, j, func(facts map[string]value.Value) bool { return disagree(e.results[i], e.results[j], facts) }); ok {
			e.contradict(i, j, facts)
			return
		}
	}
	kind := Overlap
	if alike == different {
		kind = Contradiction
	}
	g := e.report.group(kind)
	if alike == depends && e.book.Hit.Policy == book.Any {
		e.report.group(Contradiction).doubt(!e.list[i].MeetsIn(e.list[j], func(b space.Box) bool { return !e.space.IsEmpty(b) }))
		return
	}
	if len(g.Findings) == Most && e.list[i].MeetsIn(e.list[j], e.space.IsExact) {
		g.Count++
		return
	}
	facts, ok := e.together(i, j, func(map[string]value.Value) bool { return true })
	switch {
	case !ok:
		g.doubt(!e.list[i].MeetsIn(e.list[j], func(b space.Box) bool { return !e.space.IsEmpty(b) }))
	case alike == different:
		e.contradict(i, j, facts)
	default:
		g.note(func() Finding {
			f := e.finding(speech.Say("%q and %q both apply", "„%s“ und „%s“ treffen beide zu", e.list[i].ID, e.list[j].ID), i, j)
			f.Witness = facts
			return f
		})
	}
}

func (e *examiner) contradict(i, j int, facts Witness) {
	e.report.group(Contradiction).note(func() Finding {
		f := e.finding(speech.Say("%q and %q both apply and give different results", "„%s“ und „%s“ treffen beide zu und ergeben Verschiedenes", e.list[i].ID, e.list[j].ID), i, j)
		f.Witness = facts
		return f
	})
}

// together looks for a case in which both rules apply and that is accepted.
// The runtime must refuse it, and name both.
func (e *examiner) together(i, j int, accept func(map[string]value.Value) bool) (Witness, bool) {
	shows := func(facts map[string]value.Value) bool {
		hits, _, ok := e.hits(facts)
		if !ok || !slices.Contains(hits, i) || !slices.Contains(hits, j) || !accept(facts) {
			return false
		}
		_, err := e.rulebook.Decide(facts)
		return err != nil
	}
	for _, a := range e.list[i].Holds {
		for _, b := range e.list[j].Holds {
			if both, meet := a.Meet(b); meet {
				if facts, ok := e.witness(both, shows); ok {
					return facts, true
				}
			}
		}
	}
	return nil, false
}
