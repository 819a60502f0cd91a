// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// unreachable finds rules that never decide: their condition contradicts
// itself or the limits of the facts, or others always come before them.
func (e *examiner) unreachable() {
	for n := range e.list {
		if !slices.ContainsFunc(e.list[n].Holds, func(b space.Box) bool { return !e.space.IsEmpty(b) }) {
			e.report.group(Unreachable).note(func() Finding {
				return e.finding(speech.Say("%q applies in no case that is possible", "„%s“ trifft in keinem möglichen Fall zu", e.list[n].ID), n)
			})
			continue
		}
		if covers := e.covered(n, e.before(n)); covers {
			e.report.group(Unreachable).note(func() Finding { return e.masked(n) })
		}
	}
}

// before are the boxes of the rules that come before the n-th, also where they
// are unknown: then nobody decides.
func (e *examiner) before(n int) []space.Box {
	switch e.book.Hit.Policy {
	case book.First:
		return boxes(e.list[:n])
	case book.Priority:
		var out []space.Box
		for i := range e.list {
			if i != n && e.outranks(i, n) {
				out = append(out, e.list[i].May...)
			}
		}
		return out
	}
	return nil
}

func (e *examiner) outranks(i, n int) bool { return outranks(e.book, e.results, i, n) }

// outranks reports whether a rule comes before another one wherever both apply.
func outranks(b *book.Book, results []result, i, n int) bool {
	for o, output := range b.Outputs {
		if output.Type.Kind != value.Choice {
			continue
		}
		if results[i].programs[o] != nil || results[n].programs[o] != nil {
			return false
		}
		first, second := rank(output, results[i].values[o]), rank(output, results[n].values[o])
		if first != second {
			return first < second
		}
	}
	return i < n
}

// rank is where a word stands among its choices; last where the output is left
// open.
func rank(o book.Output, v value.Value) int {
	if i := slices.Index(o.Type.Choices, v.String()); i >= 0 {
		return i
	}
	return len(o.Type.Choices)
}

// covered reports whether other boxes hold every case of a rule. What is not
// known within bounds is named.
func (e *examiner) covered(n int, by []space.Box) bool {
	if len(by) == 0 {
		return false
	}
	for _, b := range e.list[n].Holds {
		covers, known := e.space.Covers(b, by, steps)
		if !known {
			e.limit(e.list[n].ID, "whether others hold in every case of %q: too many cases to tell apart", "ob andere in jedem Fall von „%s“ zutreffen: zu viele Fälle zu unterscheiden", e.list[n].ID)
		}
		if !covers {
			return false
		}
	}
	return true
}

// masked shows a case in which a rule would apply, and another decides.
func (e *examiner) masked(n int) Finding {
	var f Finding
	for _, b := range e.list[n].Holds {
		first := n
		facts, ok := e.witness(b, func(facts map[string]value.Value) bool {
			hits, unknown, ok := e.hits(facts)
			if !ok || !slices.Contains(hits, n) {
				return false
			}
			first = e.first(append(hits, unknown...))
			d, _ := e.rulebook.Decide(facts)
			return first != n && !slices.ContainsFunc(d.Fired, func(f rules.Fired) bool { return f.Rule == e.list[n].ID })
		})
		if ok {
			f = e.finding(speech.Say("%q never decides: wherever it applies, others come before it, here %q", "„%s“ entscheidet nie: wo sie zutrifft, kommen andere vor ihr, hier „%s“", e.list[n].ID, e.list[first].ID), n, first)
			f.Witness = facts
			return f
		}
	}
	return e.finding(speech.Say("%q never decides: wherever it could apply, others come before it", "„%s“ entscheidet nie: wo sie zutreffen könnte, kommen andere vor ihr", e.list[n].ID), n)
}

// first is the rule that decides among those that apply.
func (e *examiner) first(hits []int) int {
	best := hits[0]
	for _, h := range hits {
		if (e.book.Hit.Policy == book.First && h < best) || (e.book.Hit.Policy == book.Priority && e.outranks(h, best)) {
			best = h
		}
	}
	return best
}
