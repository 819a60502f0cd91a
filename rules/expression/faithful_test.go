// SPDX-License-Identifier: EUPL-1.2

package expression_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Sentences are faithful: what reads alike means the same, in both languages.
// Conditions are made at random, and each sentence is held to one meaning.
func TestWhatReadsAlikeMeansTheSame(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 7))
	for _, lang := range []speech.Lang{speech.German, speech.English} {
		meanings := map[string]string{}
		for range 10_000 {
			p := compiled(t, sentence(r, 2), expression.Condition)
			said, means := p.Words(lang, withArticle), meaning(t, p)
			if known, ok := meanings[said]; ok && known != means {
				t.Fatalf("%q may mean\n%s\nor\n%s", said, known, means)
			}
			meanings[said] = means
		}
		if len(meanings) < 2500 {
			t.Errorf("only %d sentences", len(meanings))
		}
	}
}

func withArticle(name string) speech.Text {
	return speech.Text{EN: "the " + name, DE: "der " + name}
}

// meaning is the normal form of a condition, in one order.
func meaning(t *testing.T, p *expression.Program) string {
	t.Helper()
	clauses, ok := p.Clauses(1000)
	if !ok {
		t.Fatal("too large")
	}
	var all []string
	for _, c := range clauses {
		var atoms []string
		for _, a := range c {
			words := []string{a.Left.Canonical(), string(a.Sign)}
			for _, right := range a.Right {
				words = append(words, right.Canonical())
			}
			atoms = append(atoms, strings.Join(words, " "))
		}
		slices.Sort(atoms)
		all = append(all, strings.Join(slices.Compact(atoms), " and "))
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " or ")
}

func sentence(r *rand.Rand, depth int) string {
	if depth == 0 || r.IntN(3) == 0 {
		return plainAtom(r)
	}
	a, b := sentence(r, depth-1), sentence(r, depth-1)
	switch r.IntN(5) {
	case 0, 1:
		return "(" + a + " or " + b + ")"
	case 2:
		return "not (" + a + ")"
	}
	return "(" + a + " and " + b + ")"
}

func plainAtom(r *rand.Rand) string {
	sign := []string{"==", "!=", "<", "<=", ">", ">="}[r.IntN(6)]
	equal := []string{"==", "!="}[r.IntN(2)]
	switch r.IntN(12) {
	case 0:
		return fmt.Sprintf("n %s %d", sign, r.IntN(3))
	case 1:
		return fmt.Sprintf("m %s %d.5", sign, r.IntN(2))
	case 2:
		return fmt.Sprintf(`t %s "%s"`, equal, []string{"a", "b und c", "ist"}[r.IntN(3)])
	case 3:
		return []string{"b", "not b", "c", "b == true", "b == false"}[r.IntN(5)]
	case 4:
		return fmt.Sprintf(`o in ["rot"%s]`, []string{"", `, "grün"`}[r.IntN(2)])
	case 5:
		return fmt.Sprintf(`day %s "2026-03-0%d"`, sign, 1+r.IntN(2))
	case 6:
		return []string{"angegeben(m)", "not angegeben(m)", "angegeben(t)"}[r.IntN(3)]
	case 7:
		return fmt.Sprintf("n %s d", sign)
	case 8:
		return fmt.Sprintf("%d %s n", r.IntN(3), sign)
	case 9:
		return fmt.Sprintf("alter_am(day, day) %s %d", sign, 17+r.IntN(2))
	case 10:
		return fmt.Sprintf("n * (d + %d) - n %s 1", r.IntN(2), sign)
	}
	return fmt.Sprintf("n * d + %d - n %s 1", r.IntN(2), sign)
}
