// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// limits are the numbers around a region, nil for none; on a mark both are it.
func (d *dimension) limits(i int) (lo, hi *big.Rat) {
	if i%2 == 1 {
		return d.marks[i/2], d.marks[i/2]
	}
	if i > 0 {
		lo = d.marks[i/2-1]
	}
	if i/2 < len(d.marks) {
		hi = d.marks[i/2]
	}
	return lo, hi
}

// inside is a number of a region, where it has one.
func (d *dimension) inside(i int) (*big.Rat, bool) {
	if i >= d.none() {
		return nil, false
	}
	lo, hi := d.limits(i)
	if i%2 == 1 {
		_, ends := decimal(lo)
		return lo, ends && (!d.whole || lo.IsInt())
	}
	return between(lo, hi, d.whole)
}

// region is the region of a case.
func (d *dimension) region(facts map[string]value.Value) int {
	switch of := d.of.(type) {
	case *sum:
		return d.placed(of.number(facts))
	case measured:
		v := of.at(facts)
		if v.IsMissing() {
			return d.none()
		}
		if d.isNumeric() {
			return d.placed(numberOf(v))
		}
		return d.named(v)
	}
	return d.none()
}

func (d *dimension) placed(n *big.Rat, ok bool) int {
	if !ok {
		return d.none()
	}
	return d.place(n)
}

// named is the region of a text, or of yes and no.
func (d *dimension) named(v value.Value) int {
	if i, named := slices.BinarySearch(d.words, v.String()); named {
		return i
	}
	if isBlank(v) && d.live.has(d.blank()) {
		return d.blank()
	}
	return d.other()
}

// number is what a numeric dimension measures in a case.
func (d *dimension) number(facts map[string]value.Value) (*big.Rat, bool) {
	if of, isSum := d.of.(*sum); isSum {
		return of.number(facts)
	}
	return numberOf(d.of.(measured).at(facts))
}

// place is the region of a number.
func (d *dimension) place(n *big.Rat) int {
	i, on := slices.BinarySearchFunc(d.marks, n, (*big.Rat).Cmp)
	if on {
		return 2*i + 1
	}
	return 2 * i
}

// stretch is the part of free around core: for numbers one stretch, if core is
// one; words have no neighbours.
func (d *dimension) stretch(free, core *set) *set {
	if !d.isNumeric() || d.live.within(free) || core.has(d.none()) || !d.isStretch(core) {
		return free
	}
	lo, hi := core.lo, core.hi
	for lo > 0 && (free.has(lo-1) || !d.live.has(lo-1)) {
		lo--
	}
	for hi+1 < d.none() && (free.has(hi+1) || !d.live.has(hi+1)) {
		hi++
	}
	if out := span(d.size(), lo, hi).and(free); !out.equals(free) {
		return out
	}
	return free
}

func (d *dimension) isStretch(s *set) bool {
	return span(d.size(), s.lo, s.hi).and(d.live).within(s)
}
