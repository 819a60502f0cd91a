// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/book/booktest"
)

// Whatever conditions can say, the boxes say what the runtime says, of terms
// as well.
func TestBoxesOfEveryCondition(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 11))
		book := compiled(t, booktest.Rich(r, "collect", 12))
		s := New(book)
		for range 300 {
			facts := booktest.Case(r)
			hits, unknown, err := book.Hits(facts)
			if err != nil {
				t.Fatal(err)
			}
			for n, rule := range s.Rules(0) {
				holds, may := slices.Contains(hits, n), slices.Contains(hits, n) || slices.Contains(unknown, n)
				if contained(s, rule.Holds, facts) != holds || contained(s, rule.May, facts) != may {
					t.Fatalf("seed %d: %s of %v: the runtime says %v, %v, the boxes %v, %v", seed, rule.If.Text, facts, holds, may, contained(s, rule.Holds, facts), contained(s, rule.May, facts))
				}
			}
		}
	}
}
