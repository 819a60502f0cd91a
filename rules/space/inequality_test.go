// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Whether whole numbers fulfil random inequalities is what trying all of them
// says, and the solution fulfils them. A system that only fractions solve is
// possible, too.
func TestSolveByTryingAll(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	solved, impossible := 0, 0
	for range 400 {
		var list []inequality
		for x := range 3 {
			for _, sign := range []int64{1, -1} {
				i := inequality{times: make([]*big.Rat, 3), bound: big.NewRat(3, 1)}
				i.times[x] = big.NewRat(sign, 1)
				list = append(list, i)
			}
		}
		for range 1 + r.IntN(5) {
			i := inequality{times: make([]*big.Rat, 3), bound: big.NewRat(int64(r.IntN(9)-5), 1), strict: r.IntN(2) == 0}
			for x := range 3 {
				i.times[x] = big.NewRat(int64(r.IntN(5)-2), 1)
			}
			list = append(list, i)
		}
		found := false
		for n := range 7 * 7 * 7 {
			found = found || fulfils(list, []*big.Rat{big.NewRat(int64(n%7-3), 1), big.NewRat(int64(n/7%7-3), 1), big.NewRat(int64(n/49-3), 1)})
		}
		solution, possible, known := solve(list, []bool{false, false, false})
		switch {
		case !known || found && !possible:
			t.Fatalf("%v: whole numbers %v, possible %v, known %v", list, found, possible, known)
		case possible && (solution == nil || !fulfils(list, solution)):
			t.Fatalf("%v does not solve %v", solution, list)
		case possible:
			solved++
		default:
			impossible++
		}
	}
	if solved == 0 || impossible == 0 {
		t.Errorf("%d solved, %d impossible", solved, impossible)
	}
}

func fulfils(list []inequality, numbers []*big.Rat) bool {
	for _, i := range list {
		sum := new(big.Rat)
		for x, times := range i.times {
			if times != nil {
				sum.Add(sum, new(big.Rat).Mul(times, numbers[x]))
			}
		}
		if order := sum.Cmp(i.bound); order > 0 || order == 0 && i.strict {
			return false
		}
	}
	return true
}

const ring = `rulebook: 1
title: Ring
hit: unique
facts: {a: {type: money}, b: {type: money}, c: {type: money}, d: {type: date}, e: {type: date}}
outputs: {z: {type: text}}
rules:
  - {id: ring, if: 'a < b and b < c and c < a', then: {z: x}, basis: § 1}
  - {id: chain, if: 'a < b and b < c and 3 * a + 2 * c == 1000.10', then: {z: x}, basis: § 1}
  - {id: days, if: 'tage_zwischen(d, e) == 17 and e < plus_tage(d, 17)', then: {z: x}, basis: § 1}
  - {id: span, if: 'tage_zwischen(d, e) > 17 and e < "2026-01-20" and d > "2026-01-01"', then: {z: x}, basis: § 1}
  - {id: fits, if: 'tage_zwischen(d, e) >= 17 and e < "2026-01-20" and d > "2026-01-01"', then: {z: x}, basis: § 1}
`

// Several facts in one comparison: what is impossible is known to be, and what
// is possible is found.
func TestSumsOfSeveralFacts(t *testing.T) {
	t.Parallel()
	s := New(compiled(t, ring))
	for n, want := range []bool{false, true, false, false, true} {
		rule := s.Rules(0)[n]
		for _, b := range rule.Holds {
			facts, found := s.Witness(b, 200, func(facts map[string]value.Value) bool { holds, _ := judged(s.books[0], n, facts); return holds })
			if found != want || s.IsEmpty(b) == want {
				t.Errorf("%s: found %v %v, empty %v", rule.ID, found, facts, s.IsEmpty(b))
			}
		}
		if want && len(rule.Holds) == 0 {
			t.Errorf("%s has no boxes", rule.ID)
		}
	}
}
