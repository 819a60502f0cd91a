// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// places are the numbers of the facts in a sum, and whether one of them has no
// value.
func (s *system) places(of *sum, taken []choice) (places []int, lacks bool) {
	for _, p := range of.parts {
		i := slices.IndexFunc(s.facts, func(d *dimension) bool { return d.of.text() == p.tree.Name() })
		places = append(places, i)
		lacks = lacks || taken[i].none
	}
	return places, lacks
}

// ends are the inequalities of a stretch: of whole numbers with its first and
// last.
func (s *system) ends(d *dimension, c choice, parts []part, places []int) []inequality {
	from, _ := d.limits(c.lo)
	_, to := d.limits(c.hi)
	var out []inequality
	if to != nil {
		i := inequality{times: make([]*big.Rat, len(s.facts)), bound: to, strict: c.hi%2 == 0}
		if d.whole && i.strict {
			i.bound, i.strict = new(big.Rat).Neg(new(big.Rat).Add(floor(new(big.Rat).Neg(to)), big.NewRat(1, 1))), false
		}
		for n, p := range parts {
			i.times[places[n]] = p.times
		}
		out = append(out, i)
	}
	if from != nil {
		i := inequality{times: make([]*big.Rat, len(s.facts)), bound: new(big.Rat).Neg(from), strict: c.lo%2 == 0}
		if d.whole && i.strict {
			i.bound, i.strict = new(big.Rat).Neg(new(big.Rat).Add(floor(from), big.NewRat(1, 1))), false
		}
		for n, p := range parts {
			i.times[places[n]] = new(big.Rat).Neg(p.times)
		}
		out = append(out, i)
	}
	return out
}

// written are the numbers of a solution as facts; nil where one of them cannot
// be written.
func (s *system) written(taken []choice, solution []*big.Rat) map[string]value.Value {
	out := map[string]value.Value{}
	for i, d := range s.facts {
		if taken[i].none {
			continue
		}
		f := d.of.(*fact)
		v, ok := valueOf(solution[i], f.Type.Kind, f.unit())
		if !ok {
			return nil
		}
		out[f.Name] = v
	}
	return out
}
