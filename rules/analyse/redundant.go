// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// What bounds the work on redundancy: of one rule, and of all.
const (
	stepsPerRule = 5_000
	stepsOfRules = 400_000
)

// redundant finds rules without which every case is decided as before. Where
// each rule that applies counts, or two are a fault, no rule that holds in a
// case is.
func (e *examiner) redundant() {
	policy, aggregate := e.book.Hit.Policy, e.book.Hit.Aggregate
	switch {
	case policy == book.Any:
		e.repeated()
	case policy == book.First, policy == book.Priority, aggregate == book.Min, aggregate == book.Max:
		e.dispensable()
	}
}

// repeated finds rules that others with the same result repeat in every case.
// A rule that may be unknown is none.
func (e *examiner) repeated() {
	for n := range e.list {
		var by []space.Box
		for i := range e.list {
			if i != n && e.results[i].asks == e.results[n].asks && e.results[i].compare(e.results[n]) == same {
				by = append(by, e.list[i].Holds...)
			}
		}
		if len(e.list[n].Holds) > 0 && e.isCertain(n) && e.covered(n, by) {
			e.report.group(Redundant).note(func() Finding { return e.idleRule(n) })
		}
	}
}

// isCertain reports whether a rule is never unknown.
func (e *examiner) isCertain(n int) bool {
	return !slices.ContainsFunc(e.list[n].May, func(b space.Box) bool { return !slices.ContainsFunc(e.list[n].Holds, b.Equals) })
}

// dispensable compares the rulebook with itself without a rule.
func (e *examiner) dispensable() {
	d := &differ{space: e.space}
	s := d.side(0, e.rulebook)
	d.sides[0], d.sides[1] = s, s
	left := stepsOfRules
	var open []string
	for n := range e.list {
		if len(e.list[n].Holds) == 0 {
			continue
		}
		d.left = min(stepsPerRule, left)
		given := d.left
		same, known := d.without(n, e.list[n])
		left -= given - d.left
		switch {
		case !known:
			open = append(open, e.list[n].ID)
		case same:
			e.report.group(Redundant).note(func() Finding { return e.idleRule(n) })
		}
	}
	if len(open) > 0 {
		e.limit(open[0], "whether %q can be left out, and how many other rules: %d; too many cases to tell apart", "ob „%s“ entfallen kann, und wie viele weitere Regeln: %d; zu viele Fälle zu unterscheiden", open[0], len(open)-1)
	}
}

func (e *examiner) idleRule(n int) Finding {
	f := e.finding(speech.Say("without %q every case is decided as it is now", "ohne „%s“ wird jeder Fall so entschieden wie jetzt", e.list[n].ID), n)
	for _, b := range e.list[n].Holds {
		facts, ok := e.witness(b, func(facts map[string]value.Value) bool {
			hits, _, ok := e.hits(facts)
			return ok && slices.Contains(hits, n)
		})
		if ok {
			f.Witness = facts
			break
		}
	}
	return f
}

// without compares with the rulebook that lacks one rule, wherever that rule
// may apply. A piece in which the outcomes are written differently counts as
// different, unless it holds no case.
func (d *differ) without(n int, rule space.Rule) (same, known bool) {
	same, d.isDone = true, false
	d.differs = func(b space.Box, _, _ Outcome) {
		same = same && d.space.IsEmpty(b)
		d.isDone = !same
	}
	for _, b := range rule.May {
		var all, rest []*piece
		for _, p := range d.sides[0].pieces {
			if !b.Meets(p.box) {
				continue
			}
			p.changed = p.rule == n
			if all = append(all, p); !p.changed {
				rest = append(rest, p)
			}
		}
		d.walk(b, all, rest)
	}
	return same && d.left >= 0, d.left >= 0 || !same
}
