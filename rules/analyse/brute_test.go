// SPDX-License-Identifier: EUPL-1.2

package analyse_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// smallBook is a rulebook of a hit policy with so few cases that all can be
// decided.
func smallBook(t testing.TB, hit string, seed uint64) *rules.Rulebook {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	atom := func() string {
		sign := []string{"<", "<=", ">", ">=", "==", "!="}[r.IntN(6)]
		return []string{
			fmt.Sprintf("n %s %d", sign, r.IntN(5)), fmt.Sprintf("3 * n - 2 %s %d", sign, r.IntN(12)), "b", "not b", `c == "rot"`, `c != "rot"`,
			fmt.Sprintf("k %s %d", sign, r.IntN(3)), "angegeben(k)", "not angegeben(k)", fmt.Sprintf("n in [%d, %d]", r.IntN(5), r.IntN(5)),
			fmt.Sprintf("n + k %s %d", sign, r.IntN(6)), fmt.Sprintf("n %s m", sign), fmt.Sprintf("min(n, m) %s %d", sign, r.IntN(4)),
		}[r.IntN(13)]
	}
	var b strings.Builder
	fmt.Fprintf(&b, "rulebook: 1\ntitle: Klein\nhit: %s\nfacts: {n: {type: integer, min: 0, max: 4}, m: {type: integer, min: 0, max: 3}, b: {type: boolean}, c: {type: choice, choices: [rot, blau]}, k: {type: integer, min: 0, max: 2, optional: yes}}\noutputs: {z: {type: choice, choices: [x, y]}}\nrules:\n", hit)
	for i := range 2 + r.IntN(5) {
		parts := []string{atom()}
		for range r.IntN(3) {
			parts = append(parts, atom())
		}
		fmt.Fprintf(&b, "  - {id: r%d, if: '%s', then: {z: %s}, basis: § 1}\n", i, strings.Join(parts, []string{" and ", " and ", " or "}[r.IntN(3)]), []string{"x", "y"}[r.IntN(2)])
	}
	return compiled(t, fmt.Sprintf("%s-%d.yaml", hit, seed), []byte(b.String()))
}

// everyCase decides all cases there are.
func everyCase(do func(facts map[string]value.Value)) {
	for i := range 5 * 4 * 2 * 2 * 4 {
		facts := map[string]value.Value{
			"n": value.NewInteger(int64(i % 5)), "m": value.NewInteger(int64(i / 5 % 4)), "b": value.NewBoolean(i/20%2 == 0),
			"c": value.NewChoice([]string{"rot", "blau"}[i/40%2]),
		}
		if k := i / 80; k < 3 {
			facts["k"] = value.NewInteger(int64(k))
		}
		do(facts)
	}
}

// truth is what going through all cases says.
type truth struct {
	gap                bool
	pairs, conflicts   map[string]bool
	decides, undecided map[string]bool
}

func truthOf(t testing.TB, r *rules.Rulebook) truth {
	t.Helper()
	out := truth{pairs: map[string]bool{}, conflicts: map[string]bool{}, decides: map[string]bool{}, undecided: map[string]bool{}}
	list := r.Book().Rules
	everyCase(func(facts map[string]value.Value) {
		hits, unknown, err := r.Hits(facts)
		if err != nil {
			t.Fatal(err)
		}
		out.gap = out.gap || len(hits)+len(unknown) == 0
		for i, a := range hits {
			for _, b := range hits[i+1:] {
				pair := list[a].ID + " " + list[b].ID
				if list[a].Then[0].Literal.String() != list[b].Then[0].Literal.String() {
					out.conflicts[pair] = true
				} else {
					out.pairs[pair] = true
				}
			}
		}
		d, err := r.Decide(facts)
		if err == nil {
			out.decides[d.Fired[0].Rule] = true
		}
		for _, h := range hits {
			before := func(i int) bool {
				a, b := list[i].Then[0].Literal.String(), list[h].Then[0].Literal.String()
				return a < b || a == b && i < h
			}
			if r.Book().Hit.Policy == book.Priority && !slices.ContainsFunc(slices.Concat(hits, unknown), before) {
				out.decides[list[h].ID] = true
			}
		}
		switch {
		case r.Book().Hit.Policy == book.Unique && len(hits) > 1:
			for _, h := range hits {
				out.decides[list[h].ID] = true
			}
		case r.Book().Hit.Policy == book.First && len(unknown) > 0 && (len(hits) == 0 || unknown[0] < hits[0]):
			out.undecided[list[unknown[0]].ID] = true
		case r.Book().Hit.Policy != book.First:
			for _, u := range unknown {
				out.undecided[list[u].ID] = true
			}
			for _, h := range hits {
				out.decides[list[h].ID] = out.decides[list[h].ID] || r.Book().Hit.Policy != book.Priority
			}
		}
	})
	return out
}

// What the analysis says is what going through all cases says: not more, and
// not less.
func TestFindingsByBruteForce(t *testing.T) {
	t.Parallel()
	for _, hit := range []string{"unique", "any", "first", "priority"} {
		counts := map[analyse.Kind]int{}
		for seed := range uint64(40) {
			r := smallBook(t, hit, seed)
			report, want := analyse.Analyse(r), truthOf(t, r)
			got := map[analyse.Kind]map[string]bool{}
			for _, g := range report.Groups {
				counts[g.Kind] += g.Count
				got[g.Kind] = map[string]bool{}
				for _, f := range g.Findings {
					got[g.Kind][strings.Join(f.Rules, " ")] = true
				}
				if g.Count != len(g.Findings) && g.Count < analyse.Most {
					t.Errorf("%s %d: %d of %d %s", hit, seed, len(g.Findings), g.Count, g.Kind)
				}
			}
			agree := func(k analyse.Kind, want map[string]bool) {
				if !maps.Equal(got[k], want) && len(got[k])+len(want) > 0 {
					t.Errorf("%s %d: %s %v, going through all cases says %v", hit, seed, k, got[k], want)
				}
			}
			if (len(got[analyse.Gap]) > 0) != want.gap {
				t.Errorf("%s %d: gap %v", hit, seed, want.gap)
			}
			switch hit {
			case "unique":
				agree(analyse.Overlap, want.pairs)
				agree(analyse.Contradiction, want.conflicts)
			case "any":
				agree(analyse.Contradiction, want.conflicts)
			}
			agree(analyse.Undecided, want.undecided)
			for _, rule := range r.Book().Rules {
				never := slices.ContainsFunc(slices.Collect(maps.Keys(got[analyse.Unreachable])), func(key string) bool { return strings.Fields(key)[0] == rule.ID })
				if never == want.decides[rule.ID] {
					t.Errorf("%s %d: unreachable %s %v", hit, seed, rule.ID, never)
				}
			}
			for _, g := range report.Groups {
				for _, f := range g.Findings {
					if g.Kind == analyse.Unreachable && want.decides[f.Rules[0]] {
						t.Errorf("%s %d: %s does decide", hit, seed, f.Rules[0])
					}
					if g.Kind == analyse.Redundant && !isSameWithout(t, r, f.Rules[0]) {
						t.Errorf("%s %d: %s is missed", hit, seed, f.Rules[0])
					}
				}
			}
		}
		t.Log(hit, counts)
		if counts[analyse.Unreachable] == 0 {
			t.Errorf("%s: there was nothing to find: %v", hit, counts)
		}
	}
}

// isSameWithout decides all cases with and without a rule.
func isSameWithout(t testing.TB, r *rules.Rulebook, id string) bool {
	t.Helper()
	less := *r.Book()
	less.Rules = slices.DeleteFunc(slices.Clone(less.Rules), func(rule book.Rule) bool { return rule.ID == id })
	without := rules.Compile(&less, &source.Report{})
	same := true
	everyCase(func(facts map[string]value.Value) {
		a, errA := r.Decide(facts)
		b, errB := without.Decide(facts)
		if (errA == nil) != (errB == nil) || !value.Equal(a.Record(), b.Record()) {
			same = false
		}
	})
	return same
}
