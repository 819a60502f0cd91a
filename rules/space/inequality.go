// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"slices"
)

// inequality says that a sum of multiples of unknown numbers is at most, or
// less than, a bound.
type inequality struct {
	times  []*big.Rat // by unknown; nil is zero
	bound  *big.Rat
	strict bool
}

// mostInequalities bounds the elimination, which may square their number with
// each unknown.
const mostInequalities = 1500

// solve finds numbers that fulfil all inequalities by eliminating one unknown
// after the other (Fourier and Motzkin), and then filling them in from behind.
// Unknowns that are whole get whole numbers where that is possible. It is not
// known to have a solution or none where there are too many inequalities.
func solve(list []inequality, whole []bool) (solution []*big.Rat, possible, known bool) {
	levels := make([][]inequality, len(whole))
	for x := range whole {
		levels[x] = list
		if list = eliminated(list, x); len(list) > mostInequalities {
			return nil, false, false
		}
	}
	for _, i := range list { // nothing is unknown any more
		if i.bound.Sign() < 0 || i.strict && i.bound.Sign() == 0 {
			return nil, false, true
		}
	}
	solution = make([]*big.Rat, len(whole))
	for x := len(whole) - 1; x >= 0; x-- {
		n, ok := filled(levels[x], x, solution, whole[x])
		if !ok {
			return nil, true, true
		}
		solution[x] = n
	}
	return solution, true, true
}

// eliminated are inequalities without an unknown that are possible exactly if
// the given ones are: each that bounds it from above meets each from below.
func eliminated(list []inequality, x int) []inequality {
	var above, below, out []inequality
	for _, i := range list {
		switch t := i.times[x]; {
		case t == nil || t.Sign() == 0:
			out = append(out, i)
		case t.Sign() > 0:
			above = append(above, i)
		default:
			below = append(below, i)
		}
	}
	for _, a := range above {
		for _, b := range below {
			out = append(out, a.scaled(new(big.Rat).Inv(a.times[x])).plus(b.scaled(new(big.Rat).Abs(new(big.Rat).Inv(b.times[x])))))
		}
	}
	return out
}

func (i inequality) scaled(by *big.Rat) inequality {
	out := inequality{times: make([]*big.Rat, len(i.times)), bound: new(big.Rat).Mul(i.bound, by), strict: i.strict}
	for x, t := range i.times {
		if t != nil {
			out.times[x] = new(big.Rat).Mul(t, by)
		}
	}
	return out
}

func (i inequality) plus(j inequality) inequality {
	out := inequality{times: slices.Clone(i.times), bound: new(big.Rat).Add(i.bound, j.bound), strict: i.strict || j.strict}
	for x, t := range j.times {
		switch {
		case t == nil:
		case out.times[x] == nil:
			out.times[x] = t
		default:
			out.times[x] = new(big.Rat).Add(out.times[x], t)
		}
	}
	return out
}

// filled is a number for an unknown, where those behind it are known.
func filled(list []inequality, x int, solution []*big.Rat, whole bool) (*big.Rat, bool) {
	var lo, hi *big.Rat
	var above, below bool // whether the ends themselves are excluded
	for _, i := range list {
		t := i.times[x]
		if t == nil || t.Sign() == 0 {
			continue
		}
		end := new(big.Rat).Set(i.bound)
		for y := x + 1; y < len(solution); y++ {
			if i.times[y] != nil {
				end.Sub(end, new(big.Rat).Mul(i.times[y], solution[y]))
			}
		}
		end.Quo(end, t)
		switch {
		case t.Sign() > 0 && (hi == nil || end.Cmp(hi) < 0 || end.Cmp(hi) == 0 && i.strict):
			hi, below = end, i.strict
		case t.Sign() < 0 && (lo == nil || end.Cmp(lo) > 0 || end.Cmp(lo) == 0 && i.strict):
			lo, above = end, i.strict
		}
	}
	return pick(lo, hi, above, below, whole)
}

// pick is a plain number between two ends, or on one that is not excluded.
func pick(lo, hi *big.Rat, above, below, whole bool) (*big.Rat, bool) {
	for _, end := range []struct {
		n        *big.Rat
		excluded bool
	}{{lo, above}, {hi, below}} {
		if end.n == nil || end.excluded || whole && !end.n.IsInt() {
			continue
		}
		if _, ends := decimal(end.n); ends {
			return end.n, true
		}
	}
	return between(lo, hi, whole)
}
