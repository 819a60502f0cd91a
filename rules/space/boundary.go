// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Side is where a case lies, seen from a threshold.
type Side string

// The sides: on the threshold, and as near to it as people count.
const (
	Below Side = "below"
	On    Side = "on"
	Above Side = "above"
)

// Boundary is one side of a threshold that a rule compares with.
type Boundary struct {
	Term  string // what is compared
	Value string // the threshold
	Side  Side
	// Point is the value of the term there.
	Point string

	dim    *dimension
	number *big.Rat
	others []Box // in which the threshold decides: all else that the rule asks for holds
}

// Boundaries are the sides of all thresholds of a rule that a case may lie on,
// in the order of its condition.
func (s *Space) Boundaries(r Rule) []Boundary {
	var out []Boundary
	for _, c := range r.clauses {
		for i, k := range c.claims {
			for _, mark := range k.marks {
				for _, b := range k.dim.sides(mark) {
					if !k.isPeriod || b.Side == On {
						out = s.bounded(out, b, c.without(i))
					}
				}
			}
		}
	}
	return out
}

// without is a clause without one of its claims.
func (c clause) without(i int) clause {
	out := clause{isDoubtful: c.isDoubtful}
	out.claims = append(append(out.claims, c.claims[:i]...), c.claims[i+1:]...)
	return out
}

// bounded adds a boundary where there may be a case on it. One that is there
// already decides in more cases.
func (s *Space) bounded(list []Boundary, b Boundary, rest clause) []Boundary {
	others, _ := s.boxes(rest)
	if others == nil {
		return list
	}
	d := b.dim
	region := d.place(b.number)
	if others = s.limited(others, d.index, span(d.size(), region, region)); others == nil {
		return list
	}
	for i := range list {
		if list[i].dim == d && list[i].Value == b.Value && list[i].Side == b.Side {
			list[i].others = append(list[i].others, others)
			return list
		}
	}
	b.others = []Box{others}
	return append(list, b)
}

// Tests reports whether a case lies on the boundary, and all else that the
// rule asks for holds in it.
func (s *Space) Tests(b Boundary, facts map[string]value.Value) bool {
	n, ok := b.dim.number(facts)
	if !ok || n.Cmp(b.number) != 0 {
		return false
	}
	for _, o := range b.others {
		if s.Contains(o, facts) {
			return true
		}
	}
	return false
}

// OnBoundary looks for a case on a boundary that is accepted.
func (s *Space) OnBoundary(b Boundary, tries int, accept func(facts map[string]value.Value) bool) (map[string]value.Value, bool) {
	for _, o := range b.others {
		if facts, ok := s.Witness(o, tries, func(facts map[string]value.Value) bool { return s.Tests(b, facts) && accept(facts) }); ok {
			return facts, true
		}
	}
	return nil, false
}

// Name says the boundary as a condition: "alter = 17".
func (b Boundary) Name() string { return strings.TrimSpace(b.Term + " = " + b.Point) }

// Label is the side in words, before the threshold.
func (s Side) Label() speech.Text {
	switch s {
	case Below:
		return speech.Say("just below", "knapp unter")
	case Above:
		return speech.Say("just above", "knapp über")
	}
	return speech.Say("on", "auf")
}
