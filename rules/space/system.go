// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// mostSystems bounds the combinations of stretches that are solved.
const mostSystems = 128

// system is the inequalities that a box asks of the facts in its sums. A box
// is made of stretches; for each choice of one stretch per dimension there is
// one system, and the box holds a case only if one of them has a solution.
type system struct {
	space   *Space
	box     Box
	sums    []*dimension // that are limited, and of facts alone
	facts   []*dimension // that they read
	choices [][]choice   // of the facts, then of the sums
}

// choice is one stretch of a dimension, or that it has no value.
type choice struct {
	lo, hi int
	none   bool
}

func (s *Space) systemOf(b Box) *system {
	out := &system{space: s, box: b}
	for _, t := range s.terms(b) {
		of, isSum := t.of.(*sum)
		if !isSum || slices.ContainsFunc(of.parts, func(p part) bool { return !p.isFact() }) {
			continue
		}
		out.sums = append(out.sums, t)
		for _, p := range of.parts {
			if d := s.factNamed(p.tree.Name()); !slices.Contains(out.facts, d) {
				out.facts = append(out.facts, d)
			}
		}
	}
	for _, d := range slices.Concat(out.facts, out.sums) {
		out.choices = append(out.choices, s.choicesOf(b, d))
	}
	return out
}

func (s *Space) factNamed(name string) *dimension {
	return s.facts[slices.IndexFunc(s.facts, func(d *dimension) bool { return d.of.text() == name })]
}

// choicesOf are the stretches of a dimension in a box.
func (s *Space) choicesOf(b Box, d *dimension) []choice {
	allowed := d.live
	if d.index >= 0 {
		allowed = s.in(b, d.index)
	}
	var out []choice
	for lo := 0; lo < d.none(); lo++ {
		if !allowed.has(lo) {
			continue
		}
		hi := lo
		for hi+1 < d.none() && (allowed.has(hi+1) || !d.live.has(hi+1)) {
			hi++
		}
		out = append(out, choice{lo: lo, hi: hi})
		lo = hi
	}
	if allowed.has(d.none()) {
		out = append(out, choice{none: true})
	}
	return out
}

// each solves one system after the other, until do is false. It is not
// complete where there are too many, or one is not known to have a solution.
func (s *system) each(do func(facts map[string]value.Value) (more bool)) (complete bool) {
	total := 1
	for _, c := range s.choices {
		if total *= len(c); total > mostSystems {
			return false
		}
	}
	complete = len(s.sums) > 0
	taken := make([]choice, len(s.choices))
	var walk func(i int) bool
	walk = func(i int) bool {
		if i < len(s.choices) {
			for _, c := range s.choices[i] {
				if taken[i] = c; !walk(i + 1) {
					return false
				}
			}
			return true
		}
		facts, possible, known := s.solved(taken)
		complete = complete && known
		return !possible || do(facts)
	}
	walk(0)
	return complete
}

// solved solves the system of a choice. The facts are nil where it is possible,
// but no values were found.
func (s *system) solved(taken []choice) (facts map[string]value.Value, possible, known bool) {
	var list []inequality
	whole := make([]bool, len(s.facts))
	for i, d := range s.facts {
		whole[i] = d.whole
		if !taken[i].none {
			list = append(list, s.ends(d, taken[i], []part{{&variable{}, big.NewRat(1, 1)}}, []int{i})...)
		}
	}
	for n, d := range s.sums {
		of, c := d.of.(*sum), taken[len(s.facts)+n]
		places, lacks := s.places(of, taken)
		if lacks != c.none {
			return nil, false, true
		}
		if !lacks {
			list = append(list, s.ends(d, c, of.parts, places)...)
		}
	}
	solution, possible, known := solve(list, whole)
	if solution == nil {
		return nil, possible || !known, known
	}
	return s.written(taken, solution), true, true
}
