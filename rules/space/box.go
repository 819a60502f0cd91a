// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Box is a set of cases: in every dimension it allows some regions, and it
// holds the cases that lie in an allowed region of each. A dimension that is
// nil is not limited.
type Box []*set

// Meet is what two boxes have in common; it is not ok where that is nothing.
func (b Box) Meet(c Box) (Box, bool) {
	if b.isApart(c) {
		return nil, false
	}
	out := make(Box, len(b))
	for d := range b {
		switch {
		case b[d] == nil:
			out[d] = c[d]
		case c[d] == nil:
			out[d] = b[d]
		default:
			out[d] = b[d].and(c[d])
		}
	}
	return out, true
}

// Meets reports whether two boxes have cases in common.
func (b Box) Meets(c Box) bool { return !b.isApart(c) }

func (b Box) isApart(c Box) bool {
	for d, s := range b {
		if s != nil && c[d] != nil && !s.meets(c[d]) {
			return true
		}
	}
	return false
}

// Equals reports whether two boxes limit the same dimensions alike.
func (b Box) Equals(c Box) bool {
	for d, s := range b {
		if (s == nil) != (c[d] == nil) || s != nil && !s.equals(c[d]) {
			return false
		}
	}
	return true
}

// with is the box with another set in one dimension.
func (b Box) with(d int, s *set) Box {
	out := make(Box, len(b))
	copy(out, b)
	out[d] = s
	return out
}

// in gives the regions that a box allows in a dimension.
func (s *Space) in(b Box, d int) *set {
	if b[d] == nil {
		return s.dims[d].live
	}
	return b[d]
}

// Contains reports whether a case lies in a box.
func (s *Space) Contains(b Box, facts map[string]value.Value) bool {
	for d, set := range b {
		if set != nil && !set.has(s.dims[d].region(facts)) {
			return false
		}
	}
	return true
}

// Cells counts the cells of a box.
func (s *Space) Cells(b Box) *big.Int {
	n := big.NewInt(1)
	for d := range b {
		n.Mul(n, big.NewInt(int64(s.in(b, d).size())))
	}
	return n
}

// Meets reports whether two rules may hold in the same case.
func (r Rule) Meets(other Rule) bool {
	for _, a := range r.Holds {
		for _, b := range other.Holds {
			if a.Meets(b) {
				return true
			}
		}
	}
	return false
}

// MeetsIn reports whether two rules have a box in common that is accepted.
func (r Rule) MeetsIn(other Rule, accept func(Box) bool) bool {
	for _, a := range r.Holds {
		for _, b := range other.Holds {
			if a.isApart(b) {
				continue
			}
			if both, _ := a.Meet(b); accept(both) {
				return true
			}
		}
	}
	return false
}

// Key is equal for boxes that limit the same dimensions alike.
func (s *Space) Key(b Box) string {
	var out strings.Builder
	for d, set := range b {
		if set != nil {
			fmt.Fprintf(&out, "%d:%x ", d, set.bits)
		}
	}
	return out.String()
}
