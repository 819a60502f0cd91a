// SPDX-License-Identifier: EUPL-1.2

package feel_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/exchange/feel"
)

func names() map[string]string {
	return map[string]string{"x": "x", "n": "n", "Approval Status": "Approval_Status", "Approved/Declined": "Approved_Declined", "structA.price": "structA_price", "date of birth": "date_of_birth", "b": "b"}
}

func said(p *feel.Problem) string {
	return fmt.Sprintf("letter %d: %s", p.Letter, p.Problem.EN)
}

func TestExpressions(t *testing.T) {
	t.Parallel()
	l := feel.Language{Names: names()}
	for text, want := range map[string]string{
		"1":                               "1",
		"-2.50":                           "-2.50",
		`"a\"b\u00e4"`:                    `"a\"bä"`,
		`date("2026-12-31")`:              `"2026-12-31"`,
		`@"2026-12-31"`:                   `"2026-12-31"`,
		"Approval  Status":                "Approval_Status",
		"structA.price * (n + 1) - -n":    "structA_price * (n + 1) - -n",
		"n - (n - 1) / 2":                 "n - (n - 1) / 2",
		`if n > 3 then "a" else "b"`:      `angegeben(n) and n > 3 ? "a" : "b"`,
		"n = 3":                           "(angegeben(n) and n == 3)",
		"n != 3 and b":                    "(not angegeben(n) or not (n == 3)) and b",
		"x = n":                           "((angegeben(x) and angegeben(n) and x == n) or (not angegeben(x) and not angegeben(n)))",
		"x != n":                          "(not ((angegeben(x) and angegeben(n) and x == n) or (not angegeben(x) and not angegeben(n))))",
		"n > 3":                           "n > 3",
		`if n = 3 then n else -(n+1)`:     `angegeben(n) and n == 3 ? n : -(n + 1)`,
		"Approved/Declined":               "Approved_Declined",
		"date of birth":                   "date_of_birth",
		"n in (1, 2)":                     "(angegeben(n) and n in [1, 2])",
		"n in [1..5)":                     "n >= 1 and n < 5",
		"n between 1 and 5":               "n >= 1 and n <= 5",
		"1e3":                             "1000",
		"n ** 2":                          "letter 2: ** is not taken over",
		`string length("a")`:              `letter 0: the function "string length" is not taken over`,
		`date("gestern")`:                 `letter 0: "gestern", which is no day, is not taken over`,
		"[1, 2]":                          "letter 0: a list is not taken over",
		"{a: 1}":                          "letter 0: a context is not taken over",
		"for i in x return i":             "letter 0: for is not taken over",
		"x[1]":                            `letter 1: a filter or a path into "x" is not taken over`,
		"x.y":                             `letter 1: a filter or a path into "x" is not taken over`,
		"x instance of number":            "letter 2: instance of is not taken over",
		"y + 1":                           `letter 0: unknown name "y"`,
		"1 +":                             "letter 3: the expression ends too early",
		"(1":                              `letter 2: ")" is expected here`,
		`"a`:                              "letter 0: a text has no closing quote",
		"1 2":                             `letter 2: "2" is not expected here`,
		"? + 1":                           "letter 0: there is no input here that ? could ask about",
		strings.Repeat("(", 60) + "1":     "letter 25: more than 50 levels of nesting",
		strings.Repeat("-", 100000) + "n": "letter 49: more than 50 levels of nesting",
	} {
		e, problem := l.Read(text)
		got := ""
		if problem != nil {
			got = said(problem)
		} else {
			got = e.Text()
		}
		if got != want && len(text) < 200 || len(text) >= 200 && !strings.Contains(got, "50 levels") {
			t.Errorf("%.40s: %s, want %s", text, got, want)
		}
	}
}

func TestTests(t *testing.T) {
	t.Parallel()
	l := feel.Language{Names: names()}
	x, _ := l.Read("x")
	sum, _ := l.Read("x + n")
	for text, want := range map[string]string{
		"":                   "",
		"-":                  "",
		`"High"`:             `angegeben(x) and x == "High"`,
		`"a", "b"`:           `angegeben(x) and x in ["a", "b"]`,
		`["a", "b"]`:         `angegeben(x) and x in ["a", "b"]`,
		"true":               "angegeben(x) and x",
		"false":              "angegeben(x) and not x",
		">=18":               "angegeben(x) and x >= 18",
		"-5":                 "angegeben(x) and x == -5",
		"[1..5], > 9":        "angegeben(x) and ((x >= 1 and x <= 5) or x > 9)",
		"]1..5[":             "angegeben(x) and x > 1 and x < 5",
		"(1..n]":             "angegeben(x) and angegeben(n) and x > 1 and x <= n",
		"not(5)":             "not angegeben(x) or not (x == 5)",
		`not("a","b")`:       `not angegeben(x) or not (x in ["a", "b"])`,
		"not(> 5)":           "angegeben(x) and not (x > 5)",
		"not([1..5])":        "angegeben(x) and not (x >= 1 and x <= 5)",
		"null":               "not angegeben(x)",
		"null, 5":            "not angegeben(x) or (angegeben(x) and x == 5)",
		"not(null)":          "angegeben(x)",
		"not(null, 5)":       "angegeben(x) and not (x == 5)",
		"n":                  "(angegeben(x) and angegeben(n) and x == n) or (not angegeben(x) and not angegeben(n))",
		"< n":                "angegeben(x) and angegeben(n) and x < n",
		"? > 3 and ? < n":    "angegeben(x) and x > 3 and angegeben(n) and angegeben(x) and x < n",
		"? = null or ? != 3": "not angegeben(x) or not angegeben(x) or not (x == 3)",
		`date("2026-01-01")`: `angegeben(x) and x == "2026-01-01"`,
		`[date("2026-01-01")..date("2026-12-31")]`: `angegeben(x) and x >= "2026-01-01" and x <= "2026-12-31"`,
		`""`:           "letter 0: an empty text cannot be told from a missing one here",
		`count(?) > 3`: `letter 0: the function "count" is not taken over`,
		"[1..":         "letter 4: the expression ends too early",
	} {
		if got := asked(l, text, x); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	if got := asked(l, "> 5", sum); got != "angegeben(n) and angegeben(x) and (x + n) > 5" {
		t.Error(got)
	}
}

func asked(l feel.Language, text string, on *feel.Expression) string {
	tests, problem := l.Tests(text)
	if problem != nil {
		return said(problem)
	}
	out, problem := tests.On(on)
	if problem != nil {
		return said(problem)
	}
	return out
}

func TestZen(t *testing.T) {
	t.Parallel()
	l := feel.Language{Dialect: feel.Zen, Names: names()}
	x, _ := l.Read("x")
	for text, want := range map[string]string{
		"> 5":               "angegeben(x) and x > 5",
		"> 5 and < 10":      "angegeben(x) and x > 5 and x < 10",
		"[1..5]":            "angegeben(x) and x >= 1 and x <= 5",
		"'a', \"b\"":        `angegeben(x) and x in ["a", "b"]`,
		`in ["a", "b"]`:     `angegeben(x) and x in ["a", "b"]`,
		`not in ["a", "b"]`: `not angegeben(x) or not (x in ["a", "b"])`,
		"$ > 5 or $ == 1":   "(angegeben(x) and x > 5) or (angegeben(x) and x == 1)",
		"== 5":              "angegeben(x) and x == 5",
		"len($) > 3":        `letter 0: the function "len" is not taken over`,
	} {
		if got := asked(l, text, x); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestValuesAndRanges(t *testing.T) {
	t.Parallel()
	l := feel.Language{}
	read := func(text string) *feel.Tests { tests, _ := l.Tests(text); return tests }
	if list, ok := read(`"High", "Low"`).Values(); !ok || len(list) != 2 || list[1].String() != "Low" {
		t.Error("values:", list)
	}
	if low, high, ok := read("[0..120]").Range(); !ok || low.String() != "0" || high.String() != "120" {
		t.Error("range:", low, high)
	}
	if _, _, ok := read("(0..120]").Range(); ok {
		t.Error("an open limit is no minimum")
	}
}

// Whatever is read, something comes of it, and never a crash.
func FuzzFEEL(f *testing.F) {
	for _, text := range []string{`not([1..5], "a")`, `if n > 3 then "a\u00e4" else -n`, "]1..5[", "? between 1 and n", "null, -", `@"2026-01-01"`, "n in (1..2)", "1.e5", `"\`, "$ in ["} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range []feel.Language{{Names: names()}, {Names: names(), Dialect: feel.Zen}} {
			x, _ := l.Read("x")
			if tests, problem := l.Tests(text); problem == nil {
				_, _ = tests.On(x)
			} else if problem.Letter > len([]rune(text)) || problem.Problem.DE == "" {
				t.Errorf("%q: %v", text, problem)
			}
			if e, problem := l.Read(text); problem == nil {
				_, _, _ = e.Text(), e.Holds(), e.Fails()
			}
		}
	})
}

func ExampleLanguage_Tests() {
	l := feel.Language{Names: map[string]string{"Age of person": "Age_of_person"}}
	age, _ := l.Read("Age of person")
	tests, _ := l.Tests("[0..18), null")
	condition, _ := tests.On(age)
	fmt.Println(condition)
	// Output: not angegeben(Age_of_person) or (angegeben(Age_of_person) and Age_of_person >= 0 and Age_of_person < 18)
}
