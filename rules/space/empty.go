// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// What bounds the search through all values of the facts that terms read.
const (
	mostValues = 130
	mostTuples = 20_000
)

// IsEmpty reports whether a box is known to hold no case: no numbers fulfil
// what it asks of sums, or all values of the facts in its terms were tried.
func (s *Space) IsEmpty(b Box) bool {
	terms := s.terms(b)
	return len(terms) > 0 && (s.isImpossible(b) || s.isExhausted(b, terms))
}

func (s *Space) isImpossible(b Box) bool {
	impossible := true
	complete := s.systemOf(b).each(func(map[string]value.Value) bool { impossible = false; return false })
	return complete && impossible
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
	return slices.ContainsFunc(terms, func(t *dimension) bool { return t.reads(name) })
}

func (w *search) exists(lists [][]value.Value, i int) bool {
	if i == len(lists) {
		return true
	}
	name := w.open[i].of.text()
	for _, v := range lists[i] {
		w.set(name, v)
		if w.fits(i) && w.exists(lists, i+1) {
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
