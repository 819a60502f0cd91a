// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// enumerate finds the dimension of every fact; one that no rule reads gets one
// of its own, aside.
func (s *Space) enumerate() {
	seen := map[string]bool{}
	for _, r := range s.books {
		to := s.readerOn(r, value.Value{})
		for _, f := range r.Book().Facts {
			key := to.factKey(f.Name)
			if seen[key] {
				continue
			}
			seen[key] = true
			d := s.byKey[key]
			if d == nil {
				d = to.newFact(&f)
				d.key, d.index = key, -1
				d.seal()
			}
			s.facts = append(s.facts, d)
		}
	}
}

// widen makes dimensions of facts that have limits, as the widest that any of
// the rulebooks allows.
func (s *Space) widen() {
	for _, r := range s.books {
		to := s.readerOn(r, value.Value{})
		for i := range r.Book().Facts {
			f := &r.Book().Facts[i]
			if to.hasDimension(f) {
				to.limit(f)
			}
		}
	}
}

// hasDimension reports facts whose limits matter by themselves; others get a
// dimension when a rule reads them.
func (r *reader) hasDimension(f *book.Fact) bool {
	return f.Name == book.ReferenceDay || !f.Min.IsMissing() || !f.Max.IsMissing() || len(r.space.books) > 1
}

func (r *reader) limit(f *book.Fact) {
	d := r.fact(f.Name)
	d.of.(*fact).widen(f)
	ends := []value.Value{f.Min, f.Max}
	if f.Name == book.ReferenceDay {
		ends = append(ends, r.space.days...)
	}
	for _, v := range ends {
		if n, ok := numberOf(v); ok {
			d.marks = append(d.marks, n)
		}
	}
}
