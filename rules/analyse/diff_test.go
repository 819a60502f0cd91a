// SPDX-License-Identifier: EUPL-1.2

package analyse_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/book/booktest"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// changedBook is a small rulebook with one rule or two exchanged for others.
func changedBook(t testing.TB, hit string, seed uint64) (before, after *rules.Rulebook) {
	t.Helper()
	before = smallBook(t, hit, seed)
	r := rand.New(rand.NewPCG(seed, 9))
	donor := smallBook(t, hit, seed+1000).Book().Rules
	changed := *before.Book()
	changed.Rules = append([]book.Rule{}, changed.Rules...)
	for i := range changed.Rules {
		if r.IntN(3) == 0 {
			id := changed.Rules[i].ID
			changed.Rules[i] = donor[r.IntN(len(donor))]
			changed.Rules[i].ID = id
		}
	}
	if r.IntN(3) == 0 {
		changed.Rules[0], changed.Rules[1] = changed.Rules[1], changed.Rules[0]
	}
	return before, rules.Compile(&changed, &source.Report{})
}

// verdict is what a version decides, and why it does not.
func verdict(r *rules.Rulebook, facts map[string]value.Value) string {
	d, err := r.Decide(facts)
	if err == nil {
		return d.Record().String()
	}
	hits, unknown, _ := r.Hits(facts)
	switch {
	case len(hits) > 1 && r.Book().Hit.Policy == book.Unique:
		return "several"
	case len(unknown) > 0:
		return "undecided"
	}
	return string(fault.KindOf(err)) + fmt.Sprint(len(hits) > 0)
}

// condition makes the condition of an area something that can be asked.
func condition(t testing.TB, b *book.Book, area string) *expression.Program {
	t.Helper()
	scope := expression.Scope{}
	for _, f := range b.Facts {
		scope[f.Name] = f.Type
	}
	p, problems := expression.Compile(expression.Input{Text: area, Scope: scope})
	if p == nil {
		t.Fatalf("%s: %v", area, problems)
	}
	return p
}

// The comparison finds exactly the cases that going through all of them finds.
func TestDiffByBruteForce(t *testing.T) {
	t.Parallel()
	for _, hit := range []string{"unique", "first", "any", "collect", "priority", "rule order"} {
		same, changes := 0, 0
		for seed := range uint64(20) {
			before, after := changedBook(t, hit, seed)
			c := analyse.Diff(before, after)
			if c.Unproven > 0 || c.Unfinished {
				t.Errorf("%s %d: %d unproven, unfinished %v", hit, seed, c.Unproven, c.Unfinished)
			}
			var areas []*expression.Program
			complete := true
			for _, change := range c.Changes {
				complete = complete && change.Areas == len(change.Cases)
				for _, k := range change.Cases {
					areas = append(areas, condition(t, before.Book(), k.Area))
					if verdict(before, k.Witness) == verdict(after, k.Witness) {
						t.Errorf("%s %d: %v is decided alike", hit, seed, k.Witness)
					}
				}
			}
			changed := 0
			everyCase(func(facts map[string]value.Value) {
				differs := verdict(before, facts) != verdict(after, facts)
				if differs {
					changed++
				}
				named := false
				for _, a := range areas {
					v, err := a.Eval(facts)
					named = named || err == nil && v.Yes()
				}
				if complete && named != differs {
					t.Errorf("%s %d: %v: differs %v, named %v", hit, seed, facts, differs, named)
				}
			})
			if (changed == 0) != c.IsSame() {
				t.Errorf("%s %d: %d cases changed, the same %v", hit, seed, changed, c.IsSame())
			}
			if c.IsSame() {
				same++
			}
			changes += len(c.Changes)
		}
		t.Log(hit, same, "same,", changes, "changes")
		if same == 0 || changes == 0 {
			t.Errorf("%s: %d pairs the same, %d changes", hit, same, changes)
		}
	}
}

// bookOf writes a rulebook with a parameter from its rules.
func bookOf(t testing.TB, value string, list ...string) *rules.Rulebook {
	t.Helper()
	text := "rulebook: 1\ntitle: T\nhit: unique\nfacts: {x: {type: integer}, stichtag: {type: date}}\noutputs: {z: {type: integer}}\n" +
		"parameters: {p: {type: integer, values: [{from: 2020-01-01, value: 3, basis: § 1}, {from: 2024-01-01, value: " + value + ", basis: § 1}]}}\nrules:\n"
	for i, r := range list {
		condition, result, _ := strings.Cut(r, " => ")
		text += fmt.Sprintf("  - {id: r%d, if: '%s', then: {z: %s}, basis: § 1}\n", i+1, condition, result)
	}
	return compiled(t, "t.yaml", []byte(text))
}

func TestDiffTellsSpellingFromMeaning(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name          string
		before, after *rules.Rulebook
		want          string
	}{
		{"nothing", bookOf(t, "5", "x > 5 => 1"), bookOf(t, "5", "x > 5 => 1"), ""},
		{"another spelling", bookOf(t, "5", "x > 5 => 1"), bookOf(t, "5", "not (2 * x <= 10) => 1"), `spelled: "r1"`},
		{"whole numbers", bookOf(t, "5", "x > 5 => 1"), bookOf(t, "5", "x >= 6 => 1"), `spelled: "r1"`},
		{"split in two", bookOf(t, "5", "x > 5 => 1"), bookOf(t, "5", "x > 5 and x < 9 => 1", "x >= 9 => 1"), `spelled: "r1"`},
		{"another threshold", bookOf(t, "5", "x > 5 => 1"), bookOf(t, "5", "x > 6 => 1"), "decided → refused: no rule applies in x == 6"},
		{"another result", bookOf(t, "5", "x > 5 => 1"), bookOf(t, "5", "x > 5 => 2"), "decided → decided in x >= 6"},
		{"a sum", bookOf(t, "5", "x > 5 => \"=2 * x + p\""), bookOf(t, "5", "x > 5 => \"=x + p + x\""), `spelled: "r1"`},
		{"the value of a parameter", bookOf(t, "5", "x > 5 => =p"), bookOf(t, "6", "x > 5 => =p"), `decided → decided in x >= 6 and stichtag >= "2024-01-01"`},
		{"a parameter in a condition", bookOf(t, "5", "x > p => 1"), bookOf(t, "6", "x > p => 1"), `decided → refused: no rule applies in x == 6 and stichtag >= "2024-01-01"`},
		{
			"a parameter instead of its value", bookOf(t, "3", "x > 3 => 1"), bookOf(t, "3", "x > p => 1"),
			`decided → refused: it cannot be told whether a rule applies in x >= 4 and stichtag <= "2019-12-31"; refused: no rule applies → refused: it cannot be told whether a rule applies in x <= 3 and stichtag <= "2019-12-31"`,
		},
	} {
		d := analyse.Diff(c.before, c.after)
		var parts []string
		for _, change := range d.Changes {
			for _, k := range change.Cases {
				parts = append(parts, change.Old.Says.EN+" → "+change.New.Says.EN+" in "+k.Area)
			}
		}
		for _, w := range d.Wording {
			parts = append(parts, "spelled: "+strings.Fields(w.EN)[0])
		}
		if got := strings.Join(parts, "; "); got != c.want || d.IsSame() != (len(d.Changes) == 0) {
			t.Errorf("%s:\n got %s\nwant %s (unproven %d)", c.name, got, c.want, d.Unproven)
		}
	}
}

// What surrounds the rules counts as well: the hit policy, what holds
// otherwise, the limits of facts, and facts that are new.
func TestDiffOfWhatSurroundsTheRules(t *testing.T) {
	t.Parallel()
	book := func(hit, facts, more string) *rules.Rulebook {
		return compiled(t, "t.yaml", []byte("rulebook: 1\ntitle: T\nhit: "+hit+"\nfacts: {x: {type: integer"+facts+"}\noutputs: {z: {type: integer, optional: yes}}\n"+more+
			"rules:\n  - {id: a, if: 'x > 5', then: {z: 1}, basis: § 1}\n  - {id: b, if: 'x > 8', then: {z: 2}, basis: § 1}\n"))
	}
	plain := book("unique", ", max: 20}", "")
	for _, c := range []struct {
		name  string
		after *rules.Rulebook
		want  string
	}{
		{"the hit policy", book("first", ", max: 20}", ""), "refused: several rules apply → decided in x >= 9"},
		{"otherwise", book("unique", ", max: 20}", "otherwise: {then: {z: 7}, basis: § 2}\n"), "refused: no rule applies → what holds otherwise in x <= 5"},
		{"limits", book("unique", ", max: 7}", ""), "decided, or refused for another reason → refused: the facts are outside of their limits in x >= 8"},
		{"a new fact", book("unique", ", max: 20}, y: {type: boolean, optional: yes}", ""), ""},
	} {
		var got []string
		for _, change := range analyse.Diff(plain, c.after).Changes {
			for _, k := range change.Cases {
				got = append(got, change.Old.Says.EN+" → "+change.New.Says.EN+" in "+k.Area)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func BenchmarkDiff(b *testing.B) {
	before := made(b, booktest.Large("first", 1000))
	changed := *before.Book()
	changed.Rules = append([]book.Rule{}, changed.Rules...)
	for _, n := range []int{3, 500, 900} {
		changed.Rules[n].If.Text = strings.Replace(changed.Rules[n].If.Text, "alter < ", "alter <= ", 1)
	}
	after := rules.Compile(&changed, &source.Report{})
	var c analyse.Comparison
	for b.Loop() {
		c = analyse.Diff(before, after)
	}
	b.ReportMetric(float64(len(c.Changes)), "changes")
}

// gathered is a rulebook of which several rules apply.
const gathered = `rulebook: 1
title: Sammeln
facts: {x: {type: integer, min: 0, max: 9}}
outputs: {OUTPUTS}
hit: HIT
rules:
  - {id: a, if: "x >= 3", then: {A}, basis: § 1}
  - {id: b, if: "x >= LOW", then: {B}, basis: § 2}
`

func TestDiffOfHitPolicies(t *testing.T) {
	t.Parallel()
	words, numbers := []string{"w: {type: choice, choices: [k, l]}", "w: l", "w: k"}, []string{"z: {type: integer}", "z: 1", "z: 2"}
	reversed := []string{"w: {type: choice, choices: [l, k]}", "w: l", "w: k"}
	for _, c := range []struct {
		old, now string
		a, b     []string
		low      string // from where on the second rule applies, too
		same     bool
	}{
		{"collect max", "collect sum", numbers, numbers, "3", false},
		{"collect max", "collect min", numbers, numbers, "3", false},
		{"collect sum", "collect count", numbers, numbers, "3", false},
		{"collect max", "collect sum", numbers, numbers, "10", false}, // of nothing: open, and zero
		{"collect", "collect count", numbers, numbers, "10", false},
		{"rule order", "output order", words, words, "3", false},
		{"output order", "output order", words, reversed, "3", false},
		{"output order", "output order", words, reversed, "10", true},
		{"priority", "priority", words, reversed, "3", false},
		{"first", "priority", words, words, "3", false},
		{"first", "priority", words, reversed, "3", true},
		{"rule order", "collect", words, words, "3", true},
		{"rule order", "output order", words, words, "10", true},
		{"unique", "first", words, words, "10", true},
		{"unique", "any", words, words, "10", true},
		{"unique", "rule order", words, words, "10", false},
		{"any", "collect min", numbers, numbers, "10", false},
	} {
		version := func(hit string, outputs []string) *rules.Rulebook {
			return made(t, strings.NewReplacer("HIT", hit, "OUTPUTS", outputs[0], "A}", outputs[1]+"}", "B}", outputs[2]+"}", "LOW", c.low).Replace(gathered))
		}
		if got := analyse.Diff(version(c.old, c.a), version(c.now, c.b)); got.IsSame() != c.same {
			t.Errorf("%s → %s with %s: same is %v, %v", c.old, c.now, c.low, got.IsSame(), got.Changes)
		}
	}
}
