// SPDX-License-Identifier: EUPL-1.2

package expression_test

import (
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func treeScope() expression.Scope {
	return expression.Scope{
		"n": value.Of(value.Integer), "d": value.Of(value.Decimal), "m": value.Of(value.Money), "t": value.Of(value.Text),
		"b": value.Of(value.Boolean), "c": value.Of(value.Boolean), "day": value.Of(value.Date), "l": {Kind: value.List},
		"o": {Kind: value.Choice, Choices: []string{"rot", "grün"}},
	}
}

func compiled(t *testing.T, text string, profile expression.Profile) *expression.Program {
	t.Helper()
	p, problems := expression.Compile(expression.Input{Text: text, Scope: treeScope(), Profile: profile})
	if p == nil {
		t.Fatalf("%s: %v", text, problems)
	}
	return p
}

func TestTextOfATreeReadsBack(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"b", "not b", "not (b and c)", "b and (c or n > 3)", "b or c and n > 3", "(b or c) and n > 3",
		"n - (n - 3) > -2", "n - n - 3 > 2", "n * (n + 1) / 2 >= 7", "-n < 3", "m < 2000.10", `o in ["rot", "grün"]`,
		`t == "a \"quoted\" \\ text"`, `t == "two\nlines\r"`, `day >= "2026-03-01"`, "angegeben(m) and m > 5", "alter_am(day, day) >= 18", "t in l", "(n > 3) == b",
		"not (n > 3) == b", "n / (d * 2) > 1", "n / d * 2 > 1",
	} {
		p := compiled(t, text, expression.Condition)
		again := compiled(t, p.Tree().Text(), expression.Condition)
		if p.Canonical() != again.Canonical() {
			t.Errorf("%s is written %s: %s, not %s", text, p.Tree().Text(), again.Canonical(), p.Canonical())
		}
	}
	p := compiled(t, `b ? n + 1 : (c ? n : -(n - 2))`, expression.Value)
	if again := compiled(t, p.Tree().Text(), expression.Value); p.Canonical() != again.Canonical() {
		t.Errorf("written %s", p.Tree().Text())
	}
}

func TestCanonicalKnowsNoOrderOfParts(t *testing.T) {
	t.Parallel()
	for a, b := range map[string]string{
		"b and (c and n > 3)":       "n > 3 and b and c",
		"b or (n > 3 and c)":        "(c and n > 3) or b",
		"not (b and c) or n == 1":   "n == 1 or not (c and b)",
		"(b or c) and (n > 3 or b)": "(b or n > 3) and (c or b)",
	} {
		if compiled(t, a, expression.Condition).Canonical() != compiled(t, b, expression.Condition).Canonical() {
			t.Errorf("%s and %s mean the same", a, b)
		}
	}
	if compiled(t, "n - d > 1", expression.Condition).Canonical() == compiled(t, "d - n > 1", expression.Condition).Canonical() {
		t.Error("the sides of a difference were exchanged")
	}
}

func TestClauses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"n > 3 and b":                   "n > 3, b yes",
		"3 < n or not b":                "n > 3 | b no",
		"not (n > 3 or b == false)":     "n <= 3, b yes",
		"(n > 1 or b) and (n < 9 or c)": "n > 1, n < 9 | n > 1, c yes | b yes, n < 9 | b yes, c yes",
		"not (n > 1 and b)":             "n <= 1 | b no",
		"true":                          "",
		"false or b":                    "b yes",
		"not (n in [1, 2])":             "n not in 1 2",
		"not angegeben(m) or m >= 3":    "m not angegeben | m >= 3",
		"true == b":                     "b yes",
		"n > n + 1 and n > 1 and not (n > 5) != b": "n > n + 1, n > 1, not (n > 5) != b",
	} {
		clauses, ok := compiled(t, text, expression.Condition).Clauses(100)
		var parts []string
		for _, c := range clauses {
			var atoms []string
			for _, a := range c {
				words := []string{a.Left.Text(), string(a.Sign)}
				for _, r := range a.Right {
					words = append(words, r.Text())
				}
				atoms = append(atoms, strings.Join(words, " "))
			}
			parts = append(parts, strings.Join(atoms, ", "))
		}
		if got := strings.Join(parts, " | "); got != want || !ok {
			t.Errorf("%s has the clauses %q, want %q", text, got, want)
		}
	}
	many := strings.Repeat("(n > 1 or b) and ", 20) + "c"
	if clauses, ok := compiled(t, many, expression.Condition).Clauses(1000); ok || clauses != nil {
		t.Error("a condition whose clauses explode was not given up")
	}
}
