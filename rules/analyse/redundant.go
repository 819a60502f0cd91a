// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// redundant finds rules without which every case is decided as before. Where
// that is not certain, as with rules that may be unknown, nothing is claimed.
func (e *examiner) redundant() {
	for n := range e.list {
		if len(e.list[n].Holds) > 0 && e.isCertain(n) && e.isRedundant(n) {
			e.report.group(Redundant).note(func() Finding {
				f := e.finding(speech.Say("without %q every case is decided as it is now", "ohne „%s“ wird jeder Fall so entschieden wie jetzt", e.list[n].ID), n)
				f.Witness, _ = e.witness(e.list[n].Holds[0], func(facts map[string]value.Value) bool { _, err := e.rulebook.Decide(facts); return err == nil })
				return f
			})
		}
	}
}

func (e *examiner) isRedundant(n int) bool {
	switch e.book.Hit.Policy {
	case book.First:
		return e.isRepeatedBelow(n)
	case book.Any, book.Priority:
		return e.isRepeated(n, func(i int) bool { return e.isLike(i, n) })
	case book.Collect:
		return e.isRepeated(n, func(i int) bool { return e.isOutdone(n, i) })
	}
	return false
}

// isCertain reports whether a rule is never unknown.
func (e *examiner) isCertain(n int) bool {
	r := e.list[n]
	return len(r.Holds) == len(r.May) && !slices.ContainsFunc(r.May, func(b space.Box) bool { return !slices.ContainsFunc(r.Holds, b.Equals) })
}

func (e *examiner) isLike(i, n int) bool {
	return i != n && e.results[i].asks == e.results[n].asks && e.results[i].compare(e.results[n]) == same
}

// isRepeated reports whether rules that are accepted hold in every case in
// which the n-th does.
func (e *examiner) isRepeated(n int, accept func(i int) bool) bool {
	var by []space.Box
	for i := range e.list {
		if i != n && accept(i) {
			by = append(by, e.list[i].Holds...)
		}
	}
	return e.covered(n, by)
}

// isOutdone reports whether a value counts for nothing beside another, when
// only the least or the greatest does.
func (e *examiner) isOutdone(n, i int) bool {
	sign := map[book.Aggregate]int{book.Min: 1, book.Max: -1}[e.book.Hit.Aggregate]
	if sign == 0 || e.results[i].asks != e.results[n].asks {
		return false
	}
	for o := range e.book.Outputs {
		order, ok := value.Compare(e.results[n].values[o], e.results[i].values[o])
		if !ok || (order != 0 && order != sign) {
			return false
		}
	}
	return true
}

// isRepeatedBelow reports whether, where the n-th rule decides as the first,
// the next one that applies gives the same.
func (e *examiner) isRepeatedBelow(n int) bool {
	rest, finished := e.decides(n)
	for i := n + 1; i < len(e.list) && finished && len(rest) > 0; i++ {
		if e.isLike(i, n) && e.isCertain(i) {
			rest, finished = e.without(rest, e.list[i].Holds)
			continue
		}
		if slices.ContainsFunc(rest, func(b space.Box) bool { return slices.ContainsFunc(e.list[i].May, b.Meets) }) {
			return false
		}
	}
	return finished && (len(rest) == 0 || e.isOtherwise(n))
}

// isOtherwise reports whether a rule gives what holds where none applies.
func (e *examiner) isOtherwise(n int) bool {
	o := e.book.Otherwise
	if o == nil || e.results[n].asks || slices.ContainsFunc(o.Then, func(a book.Assignment) bool { return a.IsExpression }) {
		return false
	}
	return e.results[n].compare(resultOf(e.rulebook, o.Then, e.rulebook.Otherwise)) == same
}

// decides are the cases in which the n-th rule is the first that applies.
func (e *examiner) decides(n int) ([]space.Box, bool) {
	return e.without(e.list[n].Holds, boxes(e.list[:n]))
}

// without subtracts boxes from boxes.
func (e *examiner) without(list, less []space.Box) (out []space.Box, finished bool) {
	for _, b := range list {
		if !e.space.Uncovered(b, less, steps/20, func(left space.Box) bool { out = append(out, left); return true }) {
			return nil, false
		}
	}
	return out, true
}
