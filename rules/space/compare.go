// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Admitted are the cases that the n-th rulebook takes: within the limits of
// its facts, and with those that it needs.
func (s *Space) Admitted(n int) Box {
	b := s.All()
	for i := range s.books[n].Book().Facts {
		f := &s.books[n].Book().Facts[i]
		d := s.byKey[s.readerOn(s.books[n], value.Value{}).factKey(f.Name)]
		if d == nil || d.index < 0 {
			continue
		}
		own, allowed := &fact{Fact: f, currency: d.of.(*fact).currency}, newSet(d.size())
		d.live.each(func(region int) {
			if len(own.values(d, region)) > 0 {
				allowed.add(region)
			}
		})
		b[d.index] = allowed
	}
	return s.plain(b)
}

// Epochs cuts a box into stretches of days on which no parameter changes.
func (s *Space) Epochs(b Box) []Box {
	var out []Box
	for i, from := range s.days {
		v := book.Validity{From: from}
		if i+1 < len(s.days) {
			v.Until = shifted(s.days[i+1], -1)
		}
		if on, some := s.On(v); some {
			if part, meet := b.Meet(on); meet {
				out = append(out, part)
			}
		}
	}
	return out
}

// Day is a reference day of a box; missing where there is none.
func (s *Space) Day(b Box) value.Value {
	d := s.day()
	if d == nil {
		return value.Value{}
	}
	n, ok := d.inside(s.in(b, d.index).lo)
	if !ok {
		return value.Value{}
	}
	day, _ := valueOf(n, value.Date, "")
	return day
}

// ValueKey names what an expression of the n-th rulebook gives on a day. Equal
// names give equal values in every case; sums and multiples have one name
// however they are written.
func (s *Space) ValueKey(n int, day value.Value, p *expression.Program) string {
	r, t := s.readerOn(s.books[n], day), p.Tree()
	kind := p.Type().Kind
	if kind.IsNumber() || kind == value.Date {
		switch l, ok := r.linear(t); {
		case ok && !l.mixed:
			return l.named(kind)
		case !ok && !chooses(t):
			return "none" // a constant in it has no value
		}
	}
	key := "= " + t.Canonical()
	for _, name := range t.Reads() {
		if r.book.Parameter(name) != nil {
			key += " " + name + "=" + r.parameters[name].String()
		}
	}
	return key
}

// chooses reports whether a part may decide not to use another one.
func chooses(t expression.Tree) bool {
	return t.Sign() == "choose" || slices.ContainsFunc(t.Parts(), chooses)
}

// LiteralKey is the ValueKey of a value.
func LiteralKey(v value.Value) string {
	if n, ok := numberOf(v); ok {
		return linear{plus: n, currency: v.Currency()}.named(v.Kind())
	}
	return string(v.Kind()) + " " + v.String()
}

func (l linear) named(kind value.Kind) string {
	parts := slices.Clone(l.parts)
	slices.SortFunc(parts, func(a, b part) int {
		if a.key() < b.key() {
			return -1
		}
		return 1
	})
	if kind == value.Integer {
		kind = value.Decimal
	}
	return string(kind) + " " + l.plus.RatString() + " " + l.currency + linear{parts: parts}.key()
}

// Known are the facts of a case that the n-th rulebook knows.
func (s *Space) Known(n int, facts map[string]value.Value) map[string]value.Value {
	out := maps.Clone(facts)
	maps.DeleteFunc(out, func(name string, _ value.Value) bool { return s.books[n].Book().Fact(name) == nil })
	return out
}

// Merged joins boxes that differ in one dimension alone, as far as that goes.
func (s *Space) Merged(list []Box) []Box {
	for again := true; again; {
		again = false
		for i := 0; i < len(list); i++ {
			for j := i + 1; j < len(list); j++ {
				if both, ok := s.merged(list[i], list[j]); ok {
					list[i], list = both, slices.Delete(list, j, j+1)
					again, j = true, i
				}
			}
		}
	}
	return list
}

func (s *Space) merged(a, b Box) (Box, bool) {
	at := -1
	for d := range a {
		if s.in(a, d).equals(s.in(b, d)) {
			continue
		}
		if at >= 0 {
			return nil, false
		}
		at = d
	}
	if at < 0 {
		return a, true
	}
	return s.plain(a.with(at, s.in(a, at).or(s.in(b, at)))), true
}
