// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// What bounds the search through all values of the facts that terms read.
const (
	mostValues = 130
	mostTuples = 20_000
)

// IsEmpty reports whether a box is known to hold no case: a sum cannot come to
// what the box asks for with what its facts may be, or all values of the facts
// in its terms were tried.
func (s *Space) IsEmpty(b Box) bool {
	terms := s.terms(b)
	for _, t := range terms {
		if of, isSum := t.of.(*sum); isSum && s.isBeyond(b, t, of) {
			return true
		}
	}
	return len(terms) > 0 && s.isExhausted(b, terms)
}

// isBeyond reports whether no sum of allowed values lies in an allowed region.
func (s *Space) isBeyond(b Box, t *dimension, of *sum) bool {
	if s.in(b, t.index).has(t.none()) && of.mayLack() {
		return false
	}
	low, high := new(big.Rat), new(big.Rat)
	for _, p := range of.parts {
		lo, hi := s.bounds(b, p)
		if p.times.Sign() < 0 {
			lo, hi = hi, lo
		}
		low, high = plus(low, lo, p.times), plus(high, hi, p.times)
	}
	beyond := true
	s.in(b, t.index).each(func(i int) {
		if lo, hi := t.limits(min(i, t.none()-1)); i < t.none() && (low == nil || hi == nil || low.Cmp(hi) <= 0) && (high == nil || lo == nil || high.Cmp(lo) >= 0) {
			beyond = false
		}
	})
	return beyond
}

// plus adds a multiple; nil is without bounds.
func plus(to, n, times *big.Rat) *big.Rat {
	if to == nil || n == nil {
		return nil
	}
	return new(big.Rat).Add(to, new(big.Rat).Mul(n, times))
}

// bounds are the least and the greatest that a part may be in a box; nil for
// none.
func (s *Space) bounds(b Box, p part) (lo, hi *big.Rat) {
	if !p.isFact() {
		return nil, nil
	}
	for d := range s.dims {
		f, isFact := s.dims[d].of.(*fact)
		if !isFact || f.Name != p.tree.Name() || !s.dims[d].isNumeric() {
			continue
		}
		given := s.in(b, d).and(s.dims[d].given())
		if given.isEmpty() {
			return nil, nil
		}
		lo, _ = s.dims[d].limits(given.lo)
		_, hi = s.dims[d].limits(given.hi)
		return lo, hi
	}
	return nil, nil
}

// isExhausted tries all values of the facts that terms read, where they are
// few.
func (s *Space) isExhausted(b Box, terms []*dimension) bool {
	w := &search{space: s, box: b, terms: terms, facts: map[string]value.Value{}}
	w.order()
	var lists [][]value.Value
	tuples := 1
	for _, d := range w.open {
		if !readBy(terms, d.of.text()) {
			break // the facts that terms read come first
		}
		list, all := w.every(d)
		if tuples *= max(1, len(list)); !all || tuples > mostTuples {
			return false
		}
		lists = append(lists, list)
	}
	return !w.exists(lists, 0)
}

func readBy(terms []*dimension, name string) bool {
	for _, t := range terms {
		for _, read := range t.of.reads() {
			if read == name {
				return true
			}
		}
	}
	return false
}

func (w *search) exists(lists [][]value.Value, i int) bool {
	if i == len(lists) {
		return true
	}
	name := w.open[i].of.text()
	for _, v := range lists[i] {
		w.set(name, v)
		if w.fits(w.open[i], name) && w.exists(lists, i+1) {
			return true
		}
		delete(w.facts, name)
	}
	return false
}

// every lists all values of a fact that a box allows, where they are few.
func (w *search) every(d *dimension) (out []value.Value, all bool) {
	allowed := d.live
	if d.index >= 0 {
		allowed = w.space.in(w.box, d.index)
	}
	all = true
	allowed.each(func(i int) {
		f := d.of.(*fact)
		switch {
		case i == d.none():
			out = append(out, value.Value{})
		case d.whole && d.isNumeric():
			all = all && w.whole(d, i, &out)
		case d.isNumeric() && i%2 == 1:
			out = append(out, d.samples[i]...)
		case f.Type.Kind == value.Boolean || f.Type.Kind == value.Choice || i < len(d.words):
			out = append(out, d.samples[i]...)
		default:
			all = false
		}
	})
	return out, all
}

// whole adds the whole numbers of a region that a fact may be; it is not ok
// where they are too many.
func (w *search) whole(d *dimension, region int, out *[]value.Value) bool {
	f := d.of.(*fact)
	lo, hi := d.limits(region)
	if lo == nil || hi == nil || new(big.Rat).Sub(hi, lo).Cmp(big.NewRat(mostValues, 1)) > 0 {
		return len(d.samples[region]) == 0
	}
	n := floor(lo)
	for ; n.Cmp(hi) <= 0; n = new(big.Rat).Add(n, big.NewRat(1, 1)) {
		if v, ok := valueOf(n, f.Type.Kind, f.unit()); ok && f.admits(v) && d.region(map[string]value.Value{f.Name: v}) == region {
			*out = append(*out, v)
		}
	}
	return true
}
