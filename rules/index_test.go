// SPDX-License-Identifier: EUPL-1.2

package rules_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

const randomFacts = `rulebook: 1
title: Zufall
facts:
  n: {type: integer, optional: yes}
  d: {type: decimal, optional: yes}
  m: {type: money, optional: yes}
  t: {type: text, optional: yes}
  b: {type: boolean, optional: yes}
  c: {type: choice, choices: [rot, gelb, grün], optional: yes}
  o: {type: choice, choices: [niedrig, mittel, hoch], ordered: yes, optional: yes}
  tag: {type: date, optional: yes}
  l: {type: list, of: text, optional: yes}
  stichtag: {type: date}
outputs: {z: {type: integer}}
hit: collect
parameters:
  grenze:
    - {from: 2020-01-01, value: 3, basis: § 1}
    - {from: 2024-01-01, until: 2025-12-31, value: 5, basis: § 1}
rules:
`

// randomAtom is a comparison as people write them, and some that they do not.
func randomAtom(r *rand.Rand) string {
	sign := func() string { return []string{"==", "!=", "<", "<=", ">", ">="}[r.IntN(6)] }
	words := []string{"rot", "gelb", "grün"}
	switch r.IntN(16) {
	case 0:
		return fmt.Sprintf("n %s %d", sign(), r.IntN(7)-1)
	case 1:
		return fmt.Sprintf("d %s %d.%d", sign(), r.IntN(4), r.IntN(3))
	case 2:
		return fmt.Sprintf("m %s %d.50", sign(), r.IntN(4))
	case 3:
		return fmt.Sprintf(`t %s "%s"`, []string{"==", "!="}[r.IntN(2)], []string{"a", "b", " ", "Müller"}[r.IntN(4)])
	case 4:
		return "b"
	case 5:
		return fmt.Sprintf("b == %v", r.IntN(2) == 0)
	case 6:
		return fmt.Sprintf(`c in ["%s", "%s"]`, words[r.IntN(3)], words[r.IntN(3)])
	case 7:
		return fmt.Sprintf(`o %s "%s"`, sign(), []string{"niedrig", "mittel", "hoch"}[r.IntN(3)])
	case 8:
		return fmt.Sprintf(`tag %s "2024-03-0%d"`, sign(), 1+r.IntN(4))
	case 9:
		return "angegeben(" + []string{"n", "d", "t", "b", "c", "tag", "l"}[r.IntN(7)] + ")"
	case 10:
		return fmt.Sprintf("n %s grenze", sign())
	case 11:
		return fmt.Sprintf("grenze * 2 %s n", sign())
	case 12:
		return fmt.Sprintf("n %s d", sign())
	case 13:
		return fmt.Sprintf("not (n in [%d, %d, d])", r.IntN(4), r.IntN(4))
	case 14:
		return fmt.Sprintf("n / d > %d", r.IntN(3))
	}
	return []string{"true", "false", `"a" in l`, "b == (n > 2)", "m * 2 > 5"}[r.IntN(5)]
}

func randomCondition(r *rand.Rand, depth int) string {
	if depth == 0 || r.IntN(3) == 0 {
		return randomAtom(r)
	}
	a, b := randomCondition(r, depth-1), randomCondition(r, depth-1)
	switch r.IntN(5) {
	case 0:
		return "(" + a + " or " + b + ")"
	case 1:
		return "not (" + a + ")"
	}
	return "(" + a + " and " + b + ")"
}

func randomBook(t testing.TB, r *rand.Rand, size int) *rules.Rulebook {
	t.Helper()
	var b strings.Builder
	b.WriteString(randomFacts)
	for i := range size {
		valid := ""
		if r.IntN(5) == 0 {
			valid = fmt.Sprintf(", valid: {from: 202%d-01-01}", r.IntN(7))
		}
		condition := strings.ReplaceAll(randomCondition(r, 3), `"`, `\"`)
		fmt.Fprintf(&b, "  - {id: r%d, if: \"%s\", then: {z: %d}%s}\n", i, condition, i, valid)
	}
	return compile(t, "zufall.yaml", []byte(b.String()))
}

func randomCase(t testing.TB, r *rand.Rand, book *rules.Rulebook) map[string]value.Value {
	t.Helper()
	text := map[string][]string{
		"n": {"-1", "0", "2", "3", "5", "9"}, "d": {"0", "0.0", "0.10", "1.2", "3", "2.2"}, "m": {"0.50", "1.5", "2.500", "7", "1.50 USD"},
		"t": {"a", "b", "", " ", "Mu\u0308ller", "x"}, "b": {"yes", "no"}, "c": {"rot", "gelb", "gru\u0308n"}, "o": {"niedrig", "mittel", "hoch"},
		"tag": {"2024-03-01", "2024-02-29", "2024-03-03", "2030-01-01"}, "l": {"a; b", "b"}, "stichtag": {"2019-12-31", "2022-01-01", "2024-01-01", "2025-12-31", "2026-01-01"},
	}
	out := map[string]value.Value{}
	for _, f := range book.Book().Facts {
		if f.Optional && r.IntN(4) == 0 {
			continue
		}
		options := text[f.Name]
		v, err := value.ParseISO(f.Type, options[r.IntN(len(options))])
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = v
	}
	return out
}

// naive asks every rule that is valid on the day.
func naive(t testing.TB, r *rules.Rulebook, given map[string]value.Value) (hits, unknown []int) {
	t.Helper()
	env, err := r.Environment(given)
	if err != nil {
		t.Fatal(err)
	}
	for n, rule := range r.Book().Rules {
		if !rule.Valid.Covers(given["stichtag"]) {
			continue
		}
		v, err := r.Condition(n).Eval(env)
		if _, isUnknown := errors.AsType[*expression.Unknown](err); err != nil || isUnknown {
			unknown = append(unknown, n)
		} else if v.Yes() {
			hits = append(hits, n)
		}
	}
	return hits, unknown
}

// The index holds back no rule that applies, and none of which that is
// unknown: it gives what the naive loop gives.
func TestIndexAgreesWithTheNaiveLoop(t *testing.T) {
	t.Parallel()
	for seed := range uint64(24) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			agreesWithNaive(t, rand.New(rand.NewPCG(seed, 1)), 20+int(seed)*5, 100)
		})
	}
}

func agreesWithNaive(t *testing.T, r *rand.Rand, size, cases int) {
	t.Helper()
	book := randomBook(t, r, size)
	for range cases {
		given := randomCase(t, r, book)
		wantHits, wantUnknown := naive(t, book, given)
		hits, unknown, err := book.Hits(given)
		if err != nil || !slices.Equal(hits, wantHits) || !slices.Equal(unknown, wantUnknown) {
			t.Fatalf("%v\nhits %v, naive %v\nunknown %v, naive %v\n%v", given, hits, wantHits, unknown, wantUnknown, err)
		}
	}
}

// Where all conditions are comparisons with what is fixed, the index lets
// hardly anything through that the judge then refuses.
func TestTheIndexIsWorthItsBuilding(t *testing.T) {
	t.Parallel()
	lines := make([]string, 2000)
	for i := range lines {
		lines[i] = fmt.Sprintf("x >= %d and x < %d and y in [%d, %d] => %d", i, i+10, i%7, i%5, i)
	}
	r := small(t, "collect", "integer", lines...)
	let, hits := 0, 0
	for x := range int64(500) {
		given := map[string]value.Value{"x": value.NewInteger(4 * x), "y": value.NewInteger(x % 7)}
		candidates, err := r.Candidates(given)
		if err != nil {
			t.Fatal(err)
		}
		applying, _, _ := r.Hits(given)
		let, hits = let+len(candidates), hits+len(applying)
	}
	if hits == 0 || let > 3*hits {
		t.Errorf("%d rules are let through for %d that apply", let, hits)
	}
}

func FuzzIndex(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) {
		agreesWithNaive(t, rand.New(rand.NewPCG(a, b)), 40, 20)
	})
}
