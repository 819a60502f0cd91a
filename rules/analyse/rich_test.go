// SPDX-License-Identifier: EUPL-1.2

package analyse_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/book/booktest"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// claims are what an analysis claims, ready to be asked.
type claims struct {
	groups map[analyse.Kind]analyse.Group
}

// denies reports whether the analysis claims that there is nothing of a kind
// about these rules.
func (c claims) denies(k analyse.Kind, ids ...string) bool {
	g, some := c.groups[k]
	if !some {
		return true
	}
	named := slices.ContainsFunc(g.Findings, func(f analyse.Finding) bool { return len(ids) == 0 || slices.Equal(f.Rules, ids) })
	return !named && g.Unproven == 0 && g.Count <= analyse.Most
}

func (c claims) says(k analyse.Kind, id string) bool {
	return slices.ContainsFunc(c.groups[k].Findings, func(f analyse.Finding) bool { return f.Rules[0] == id })
}

// Whatever conditions can say: what the analysis claims of all cases holds in
// cases that are drawn at random.
func TestClaimsHoldInRandomCases(t *testing.T) {
	t.Parallel()
	for _, hit := range []string{"unique", "any", "first"} {
		for seed := range uint64(12) {
			r := rand.New(rand.NewPCG(seed, 13))
			rulebook := made(t, booktest.Rich(r, hit, 5))
			c := claims{map[analyse.Kind]analyse.Group{}}
			for _, g := range analyse.Analyse(rulebook).Groups {
				c.groups[g.Kind] = g
			}
			for range 200 {
				c.check(t, hit, seed, rulebook, booktest.Case(r))
			}
		}
	}
}

func (c claims) check(t *testing.T, hit string, seed uint64, r *rules.Rulebook, facts map[string]value.Value) {
	t.Helper()
	hits, unknown, err := r.Hits(facts)
	if err != nil {
		t.Fatal(err)
	}
	list := r.Book().Rules
	if len(hits)+len(unknown) == 0 && c.denies(analyse.Gap) && c.denies(analyse.Period) {
		t.Fatalf("%s %d: no gap was found, but %v is one", hit, seed, facts)
	}
	for i, a := range hits {
		if c.says(analyse.Unreachable, list[a].ID) && (hit != "first" || i == 0 && (len(unknown) == 0 || unknown[0] > a)) {
			t.Fatalf("%s %d: %s is reached with %v", hit, seed, list[a].ID, facts)
		}
		for _, b := range hits[i+1:] {
			kind := analyse.Overlap
			if !value.Equal(list[a].Then[0].Literal, list[b].Then[0].Literal) {
				kind = analyse.Contradiction
			}
			if hit != "first" && (hit != "any" || kind == analyse.Contradiction) && c.denies(kind, list[a].ID, list[b].ID) {
				t.Fatalf("%s %d: no %s of %s and %s was found, but %v is one", hit, seed, kind, list[a].ID, list[b].ID, facts)
			}
		}
	}
}

// What a comparison claims to be the same is decided alike in random cases; of
// a rule that can be left out, too.
func TestSameIsSameInRandomCases(t *testing.T) {
	t.Parallel()
	same := 0
	for _, hit := range []string{"unique", "any", "first"} {
		for seed := range uint64(8) {
			r := rand.New(rand.NewPCG(seed, 17))
			before := made(t, booktest.Rich(r, hit, 4))
			changed := *before.Book()
			changed.Rules = slices.Clone(changed.Rules)
			n := r.IntN(len(changed.Rules))
			changed.Rules[n].If = book.Expression{Text: "not (not (" + changed.Rules[n].If.Text + ")) and (n > -5 or n <= 4)", At: changed.Rules[n].At}
			if r.IntN(2) == 0 {
				changed.Rules = slices.Delete(changed.Rules, n, n+1)
			}
			var report source.Report
			after := rules.Compile(&changed, &report)
			c := analyse.Diff(before, after)
			if c.IsSame() {
				same++
			}
			for range 200 {
				facts := booktest.Case(r)
				if c.IsSame() && verdict(before, facts) != verdict(after, facts) {
					t.Fatalf("%s %d: %v is decided differently", hit, seed, facts)
				}
			}
		}
	}
	if same == 0 {
		t.Error("no comparison found two versions to be the same")
	}
}
