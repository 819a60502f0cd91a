// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Days are the stretches of days in which a box of the reference day lies, and
// a box for each.
func (s *Space) Days(b Box) []Box {
	d := s.day()
	if d == nil {
		return nil
	}
	var out []Box
	allowed := s.in(b, d.index)
	for lo := allowed.lo; lo <= allowed.hi; lo++ {
		if !allowed.has(lo) {
			continue
		}
		hi := lo
		for hi+1 <= allowed.hi && (allowed.has(hi+1) || !d.live.has(hi+1)) {
			hi++
		}
		out = append(out, b.with(d.index, span(d.size(), lo, hi).and(allowed)))
		lo = hi
	}
	return out
}

// Validity is the span of reference days of a box that allows one stretch.
func (s *Space) Validity(b Box) book.Validity {
	var out book.Validity
	d := s.day()
	if d == nil || b[d.index] == nil {
		return out
	}
	from, _ := d.limits(b[d.index].lo)
	_, until := d.limits(b[d.index].hi)
	if from != nil && b[d.index].lo%2 == 0 {
		from = new(big.Rat).Add(from, big.NewRat(1, 1))
	}
	if until != nil && b[d.index].hi%2 == 0 {
		until = new(big.Rat).Sub(until, big.NewRat(1, 1))
	}
	if from != nil && d.live.lo < b[d.index].lo {
		out.From, _ = valueOf(from, value.Date, "")
	}
	if until != nil && d.live.hi > b[d.index].hi {
		out.Until, _ = valueOf(until, value.Date, "")
	}
	return out
}

// Outside is a box without the reference days that any of the others allows;
// it is not ok where no day is left.
func (s *Space) Outside(b Box, days []Box) (Box, bool) {
	d := s.day()
	if d == nil {
		return b, true
	}
	left := s.in(b, d.index)
	for _, o := range days {
		left = left.minus(s.in(o, d.index))
	}
	return b.with(d.index, left), !left.isEmpty()
}

// On is the box of all cases whose reference day lies in a span; it is not ok
// where there is none.
func (s *Space) On(v book.Validity) (Box, bool) {
	b, d := s.All(), s.day()
	if d == nil {
		return b, true
	}
	allowed := newSet(d.size())
	d.live.each(func(i int) {
		if n, ok := d.inside(i); ok {
			if day, ok := valueOf(n, value.Date, ""); ok && v.Covers(day) {
				allowed.add(i)
			}
		}
	})
	b[d.index] = allowed
	return b, !allowed.isEmpty()
}

// day is the dimension of the reference day, or nil.
func (s *Space) day() *dimension { return s.byKey[book.ReferenceDay+" "+string(value.Date)] }
