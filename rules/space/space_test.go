// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// cases are one case for every cell of all facts together.
func cases(s *Space, do func(facts map[string]value.Value)) {
	var fill func(i int, facts map[string]value.Value)
	fill = func(i int, facts map[string]value.Value) {
		if i == len(s.facts) {
			do(facts)
			return
		}
		d := s.facts[i]
		d.live.each(func(region int) {
			here := maps.Clone(facts)
			if v := d.of.(*fact).values(d, region)[0]; !v.IsMissing() {
				here[d.of.text()] = v
			}
			fill(i+1, here)
		})
	}
	fill(0, map[string]value.Value{})
}

// judged is what the runtime says of a rule in a case.
func judged(r *rules.Rulebook, rule int, facts map[string]value.Value) (holds, may bool) {
	env := maps.Clone(facts)
	for _, p := range r.Book().Parameters {
		for _, period := range p.Periods {
			if period.Valid.Covers(facts["stichtag"]) {
				env[p.Name] = period.Value
			}
		}
	}
	if valid := r.Book().Rules[rule].Valid; !valid.IsAlways() && !valid.Covers(facts["stichtag"]) {
		return false, false
	}
	v, err := r.Condition(rule).Eval(env)
	return err == nil && v.Yes(), err != nil || v.Yes()
}

func contained(s *Space, boxes []Box, facts map[string]value.Value) bool {
	return slices.ContainsFunc(boxes, func(b Box) bool { return s.Contains(b, facts) })
}

// Every case of a rulebook is told right: the boxes of a rule hold it exactly
// where the runtime says that the rule applies, or may apply.
func TestBoxesAreWhatTheRuntimeSays(t *testing.T) {
	t.Parallel()
	for seed := range uint64(25) {
		r := randomBook(t, seed)
		s := New(r)
		tried := 0
		cases(s, func(facts map[string]value.Value) {
			if tried++; tried%37 != 0 {
				return
			}
			for n, rule := range s.Rules(0) {
				holds, may := judged(r, n, facts)
				if contained(s, rule.Holds, facts) != holds || contained(s, rule.May, facts) != may {
					t.Fatalf("seed %d: %s of %v: the runtime says %v, %v", seed, rule.If.Text, facts, holds, may)
				}
			}
		})
	}
}

// sweep counts the cells of an area outside of all boxes in another way: one
// dimension after the other, with the boxes that are still in play.
func sweep(s *Space, area Box, boxes []Box) *big.Int {
	seen := map[string]*big.Int{}
	var count func(d int, active []int) *big.Int
	count = func(d int, active []int) *big.Int {
		if d == len(s.dims) {
			if len(active) > 0 {
				return new(big.Int)
			}
			return big.NewInt(1)
		}
		key := fmt.Sprint(d, active)
		if n := seen[key]; n != nil {
			return n
		}
		total := new(big.Int)
		s.in(area, d).each(func(region int) {
			var still []int
			for _, i := range active {
				if s.in(boxes[i], d).has(region) {
					still = append(still, i)
				}
			}
			total.Add(total, count(d+1, still))
		})
		seen[key] = total
		return total
	}
	all := make([]int, len(boxes))
	for i := range all {
		all[i] = i
	}
	return count(0, all)
}

func boxesOf(s *Space) []Box {
	var out []Box
	for _, r := range s.Rules(0) {
		out = append(out, r.May...)
	}
	return out
}

// Subtraction, the sweep, and going through all cases agree on how much no
// rule covers; what subtraction finds lies outside and apart.
func TestThreeMethodsAgreeOnGaps(t *testing.T) {
	t.Parallel()
	holes := 0
	for seed := range uint64(150) {
		r := randomBook(t, seed)
		s := New(r)
		boxes := boxesOf(s)
		for _, method := range []func(Box, []Box, int, func(Box) bool) bool{s.Uncovered, s.Gaps} {
			var found []Box
			total := new(big.Int)
			if !method(s.All(), boxes, 1e6, func(b Box) bool { found = append(found, b); return true }) {
				t.Fatalf("seed %d: not finished", seed)
			}
			for i, b := range found {
				total.Add(total, s.Cells(b))
				if len(meeting(b, boxes)) > 0 || len(meeting(b, found[:i])) > 0 {
					t.Fatalf("seed %d: what was found is not apart", seed)
				}
			}
			if want := sweep(s, s.All(), boxes); total.Cmp(want) != 0 {
				t.Fatalf("seed %d: %s cells, the sweep says %s", seed, total, want)
			}
			holes += len(found)
		}
	}
	if holes == 0 {
		t.Error("there was nothing to find")
	}
}

// Going through all cases of a small rulebook finds a gap where subtraction
// does, and nowhere else.
func TestGapsByBruteForce(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		r := randomBook(t, seed)
		s := New(r)
		boxes := boxesOf(s)
		var found []Box
		s.Gaps(s.All(), boxes, 1e6, func(b Box) bool { found = append(found, b); return true })
		cases(s, func(facts map[string]value.Value) {
			d, err := r.Decide(facts)
			if gap := err == nil && len(d.Fired) == 0; gap != contained(s, found, facts) {
				t.Fatalf("seed %d: %v: gap %v", seed, facts, gap)
			}
		})
		for _, b := range found {
			facts, ok := s.Witness(b, 1, func(map[string]value.Value) bool { return true })
			if d, err := r.Decide(facts); !ok || err != nil || len(d.Fired) > 0 {
				t.Fatalf("seed %d: %v is no gap: %v, %v", seed, facts, d.Fired, err)
			}
		}
	}
}
