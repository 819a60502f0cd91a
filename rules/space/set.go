// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/bits"
	"slices"
)

// set is a set of regions of one dimension, by their numbers. The bits outside
// lo..hi are zero; an empty set has lo > hi.
type set struct {
	lo, hi int
	bits   []uint64
}

func newSet(size int) *set { return &set{lo: size, hi: -1, bits: make([]uint64, (size+63)/64)} }

// span is the set of the regions from..to.
func span(size, from, to int) *set {
	s := newSet(size)
	for i := from; i <= to; i++ {
		s.bits[i>>6] |= 1 << (i & 63)
	}
	return s.bounded()
}

func (s *set) add(i int) {
	s.bits[i>>6] |= 1 << (i & 63)
	s.lo, s.hi = min(s.lo, i), max(s.hi, i)
}

func (s *set) has(i int) bool { return i >= s.lo && i <= s.hi && s.bits[i>>6]&(1<<(i&63)) != 0 }

func (s *set) isEmpty() bool { return s.lo > s.hi }

func (s *set) size() int {
	n := 0
	for _, w := range s.bits {
		n += bits.OnesCount64(w)
	}
	return n
}

// bounded finds lo and hi anew.
func (s *set) bounded() *set {
	s.lo, s.hi = len(s.bits)*64, -1
	for i, w := range s.bits {
		if w == 0 {
			continue
		}
		s.lo = min(s.lo, i*64+bits.TrailingZeros64(w))
		s.hi = i*64 + 63 - bits.LeadingZeros64(w)
	}
	return s
}

// meets reports whether two sets share a region.
func (s *set) meets(t *set) bool {
	lo, hi := max(s.lo, t.lo), min(s.hi, t.hi)
	if lo > hi {
		return false
	}
	for w := lo >> 6; w <= hi>>6; w++ {
		if s.bits[w]&t.bits[w] != 0 {
			return true
		}
	}
	return false
}

// within reports whether all regions of s are in t.
func (s *set) within(t *set) bool {
	if s.isEmpty() {
		return true
	}
	if s.lo < t.lo || s.hi > t.hi {
		return false
	}
	for w := s.lo >> 6; w <= s.hi>>6; w++ {
		if s.bits[w]&^t.bits[w] != 0 {
			return false
		}
	}
	return true
}

func (s *set) and(t *set) *set {
	return s.combined(t, func(a, b uint64) uint64 { return a & b })
}

func (s *set) or(t *set) *set {
	return s.combined(t, func(a, b uint64) uint64 { return a | b })
}

func (s *set) minus(t *set) *set {
	return s.combined(t, func(a, b uint64) uint64 { return a &^ b })
}

func (s *set) combined(t *set, with func(a, b uint64) uint64) *set {
	out := &set{bits: make([]uint64, len(s.bits))}
	for i := range s.bits {
		out.bits[i] = with(s.bits[i], t.bits[i])
	}
	return out.bounded()
}

func (s *set) equals(t *set) bool { return slices.Equal(s.bits, t.bits) }

// each calls do with the regions in their order.
func (s *set) each(do func(i int)) {
	for i := s.lo; i <= s.hi; i++ {
		if s.has(i) {
			do(i)
		}
	}
}
