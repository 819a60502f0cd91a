// SPDX-License-Identifier: EUPL-1.2

package rules_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// facts reads "anzahl: 1, gefaehrlich: no" by the types of the book.
func facts(t testing.TB, b *book.Book, text string) map[string]value.Value {
	t.Helper()
	out := map[string]value.Value{}
	for pair := range strings.SplitSeq(text, ", ") {
		name, written, ok := strings.Cut(pair, ": ")
		if !ok {
			continue
		}
		var of value.Type
		if f := b.Fact(name); f != nil {
			of = f.Type
		} else {
			of = value.Of(value.Text)
		}
		v, err := value.ParseISO(of, written)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = v
	}
	return out
}

// outcome is what a decision comes to, on one line.
func outcome(t testing.TB, r *rules.Rulebook, text string) string {
	t.Helper()
	d, err := r.Decide(facts(t, r.Book(), text))
	if err != nil {
		return string(fault.KindOf(err)) + ": " + fault.Describe(err, speech.English)
	}
	return d.Record().String()
}

func TestDecide(t *testing.T) {
	t.Parallel()
	r := load(t, "testdata/hundesteuer.yaml")
	for facts, want := range map[string]string{
		"anzahl: 1, gefaehrlich: no, stichtag: 2026-07-01":  "bescheid: Ersthund, satz: 120.00 EUR",
		"anzahl: 1, gefaehrlich: no, stichtag: 2023-12-31":  "bescheid: Ersthund, satz: 96.00 EUR", // the last day of the old rate
		"anzahl: 1, gefaehrlich: no, stichtag: 2024-01-01":  "bescheid: Ersthund, satz: 120.00 EUR",
		"anzahl: 1, gefaehrlich: no, stichtag: 2019-12-31":  "business: no rule applies on 2019-12-31",
		"anzahl: 2, gefaehrlich: no, stichtag: 2019-12-31":  "business: rule \"mehrere\" (§ 6 Abs. 2 HStS) cannot be decided: the parameter tax for the first dog (satz_ersthund) has no value on 2019-12-31",
		"anzahl: 1, gefaehrlich: yes, stichtag: 2019-12-31": "bescheid: Gefährlicher Hund, satz: 600.00 EUR", // needs no parameter
		"anzahl: 0, gefaehrlich: no, stichtag: 2026-07-01":  "business: number of dogs (anzahl) is 0, at least 1 is possible",
		"gefaehrlich: no":     "business: missing: number of dogs (anzahl), reference day (stichtag)",
		"anzahl: 1, anzal: 1": "usage: the rulebook has no fact \"anzal\"",
		"anzahl: 1, gefaehrlich: yes, ermaessigung: 0.5, stichtag: 2026-07-01":   "bescheid: Gefährlicher Hund mit Ermäßigung, satz: 300.00 EUR",
		"anzahl: 1, gefaehrlich: yes, ermaessigung: 0.333, stichtag: 2026-07-01": "bescheid: Gefährlicher Hund mit Ermäßigung, satz: 400.20 EUR",
		"anzahl: 1, gefaehrlich: yes, ermaessigung: 0.1, stichtag: 2026-07-01":   "bescheid: Gefährlicher Hund, satz: 600.00 EUR",
		"anzahl: 1, gefaehrlich: yes, stichtag: 2026-07-01":                      "bescheid: Gefährlicher Hund, satz: 600.00 EUR",
	} {
		if got := outcome(t, r, facts); got != want {
			t.Errorf("%s\n got %s\nwant %s", facts, got, want)
		}
	}
}

// small makes a rulebook of a hit policy from "condition => result" lines.
func small(t testing.TB, hit, kind string, lines ...string) *rules.Rulebook {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "rulebook: 1\ntitle: Klein\nhit: %s\nfacts:\n  x: {type: integer}\n  y: {type: integer, optional: yes}\noutputs:\n  z: {type: %s}\nrules:\n", hit, kind)
	for i, line := range lines {
		condition, result, _ := strings.Cut(line, " => ")
		fmt.Fprintf(&b, "  - {id: r%d, if: %q, then: {z: %q}, basis: § %d}\n", i+1, condition, result, i+1)
	}
	return compile(t, "klein.yaml", []byte(b.String()))
}

const ranked = "choice, choices: [a, b, c]"

func TestHitPolicies(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		hit, kind string
		rules     []string
		facts     string
		want      string
	}{
		{"unique", "text", []string{"x > 1 => a", "x > 2 => b"}, "x: 2", "z: a"},
		{"unique", "text", []string{"x > 1 => a", "x > 2 => b"}, "x: 3", "business: more than one rule applies: r1 (§ 1), r2 (§ 2)"},
		{"unique", "text", []string{"x > 1 => a"}, "x: 1", "business: no rule applies"},
		{"unique", "text", []string{"x > 1 => a", "y > 2 => b"}, "x: 3", "business: rule \"r2\" (§ 2) cannot be decided: y is missing"},
		{"unique", "text", []string{"x > 1 => a", "x < 0 and y > 2 => b"}, "x: 3", "z: a"}, // y cannot matter
		{"first", "text", []string{"x > 2 => a", "x > 1 => b", "y > 1 => c"}, "x: 3", "z: a"},
		{"first", "text", []string{"x > 2 => a", "y > 1 => c", "x > 1 => b"}, "x: 2", "business: rule \"r2\" (§ 2) cannot be decided: y is missing"},
		{"first", "text", []string{"x > 2 => a", "true => sonst"}, "x: 2", "z: sonst"},
		{"collect", "text", []string{"x > 1 => a", "x > 2 => b", "x > 3 => c"}, "x: 3", "z: a; b"},
		{"collect", "text", []string{"x > 1 => a"}, "x: 0", "z: "},
		{"collect sum", "money", []string{"x > 1 => 0.10 EUR", "x > 2 => 0.20 EUR"}, "x: 3", "z: 0.30 EUR"},
		{"collect sum", "money", []string{"x > 1 => 0.10 EUR", "x > 2 => 0.20 USD"}, "x: 3", "business: 0.10 EUR and 0.20 USD are of different currencies"},
		{"collect sum", "money", []string{"x > 1 => 0.10 EUR"}, "x: 0", "z: 0 EUR"},
		{"collect min", "integer", []string{"x > 1 => 7", "x > 2 => 5"}, "x: 3", "z: 5"},
		{"collect max", "integer", []string{"x > 1 => 7", "x > 2 => 5"}, "x: 3", "z: 7"},
		{"collect count", "text", []string{"x > 1 => a", "x > 2 => b"}, "x: 3", "z: 2"},
		{"any", "text", []string{"x > 1 => a", "x > 2 => a", "x > 3 => b"}, "x: 3", "z: a"},
		{"any", "decimal", []string{"x > 1 => 1.0", "x > 2 => 1.00"}, "x: 3", "z: 1.0"},
		{"any", "text", []string{"x > 1 => a", "x > 2 => b"}, "x: 3", "business: rules apply that give different results: r1 (§ 1), r2 (§ 2)"},
		{"priority", ranked, []string{"x > 1 => c", "x > 2 => a", "x > 3 => b"}, "x: 9", "z: a"},
		{"priority", ranked, []string{"x > 1 => c", "y > 2 => a"}, "x: 9", "business: rule \"r2\" (§ 2) cannot be decided: y is missing"},
		{"output order", ranked, []string{"x > 1 => c", "x > 2 => a", "x > 3 => b"}, "x: 3", "z: a; c"},
		{"output order", ranked, []string{"x > 1 => c"}, "x: 0", "z: "},
		{"rule order", ranked, []string{"x > 1 => c", "x > 2 => a", "x > 9 => b"}, "x: 3", "z: c; a"},
		{"unique", "decimal", []string{"x > 0 => =x / y"}, "x: 3, y: 0", "business: rule \"r1\" (§ 1): klein.yaml:10:39: 3 is divided by zero"},
		{"unique", "integer", []string{"x > 0 => =y + 1"}, "x: 3", "business: rule \"r1\" (§ 1) cannot be decided: y is missing"},
	} {
		r := small(t, c.hit, c.kind, c.rules...)
		if got := outcome(t, r, c.facts); got != c.want {
			t.Errorf("%s %v %s\n got %s\nwant %s", c.hit, c.rules, c.facts, got, c.want)
		}
	}
}

func TestAnAmountIsInCents(t *testing.T) {
	t.Parallel()
	r := compile(t, "cents.yaml", []byte("rulebook: 1\ntitle: T\nhit: unique\nfacts: {b: {type: money}}\noutputs: {z: {type: money}}\nrules:\n  - {id: drittel, if: \"b > 0\", then: {z: \"=b / 3\"}, basis: § 1}\n"))
	if got := outcome(t, r, "b: 9.99"); got != "z: 3.33 EUR" {
		t.Error(got)
	}
	if got := outcome(t, r, "b: 10"); !strings.Contains(got, "which is no amount in cents") {
		t.Error(got)
	}
}

// The record of a decision is part of the journal: its form only grows.
func TestDecisionRecord(t *testing.T) {
	t.Parallel()
	r := load(t, "testdata/hundesteuer.yaml")
	d, err := r.Decide(facts(t, r.Book(), "anzahl: 1, gefaehrlich: no, stichtag: 2026-07-01"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	compareGolden(t, "testdata/hundesteuer.decision.json", string(got)+"\n")
}

func TestHashNamesTheMeaning(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/hundesteuer.yaml")
	if err != nil {
		t.Fatal(err)
	}
	original, text := compile(t, "a.yaml", data).Hash(), string(data)
	for _, c := range []struct {
		from, to string
		same     bool
	}{
		{"if: anzahl > 1 and not gefaehrlich", "# seit 2020\n    if: (anzahl>1)  and (not gefaehrlich)", true},
		{"name: ein Hund", "name: Ersthund", true},
		{"anzahl > 1", "anzahl >= 1", false},
		{"120.00 EUR, basis", "120.01 EUR, basis", false},
		{"from: 2024-01-01", "from: 2024-01-02", false},
		{"§ 6 Abs. 2 HStS", "§ 6 Abs. 3 HStS", false},
		{"Anzahl der Hunde", "Hunde", false},
		{"min: 1", "min: 0", false},
		{"hit: unique", "hit: first", false},
	} {
		changed := compile(t, "b.yaml", []byte(strings.Replace(text, c.from, c.to, 1))).Hash()
		if (changed == original) != c.same {
			t.Errorf("%q → %q: same hash is %v", c.from, c.to, changed == original)
		}
	}
}

func ExampleRulebook_Decide() {
	text := `rulebook: 1
title: Hundesteuer
facts:
  anzahl: {type: integer, min: 1, label: Anzahl der Hunde}
outputs:
  satz: {type: money}
hit: unique
rules:
  - {id: ersthund, if: "anzahl == 1", then: {satz: 120.00 EUR}, basis: § 6 Abs. 1 HStS}
  - {id: weitere, if: "anzahl > 1", then: {satz: 240.00 EUR}, basis: § 6 Abs. 2 HStS}
`
	var report source.Report
	r := rules.Compile(format.Read(&report, "hundesteuer.yaml", []byte(text)), &report)
	d, err := r.Decide(map[string]value.Value{"anzahl": value.NewInteger(3)})
	fmt.Println(d.Outputs["satz"].In(speech.German), d.Fired[0].Basis, err)
	_, err = r.Decide(nil)
	fmt.Println(fault.Describe(err, speech.German))
	// Output:
	// 240,00 € § 6 Abs. 2 HStS <nil>
	// es fehlt: Anzahl der Hunde (anzahl)
}

func FuzzDecide(f *testing.F) {
	r := load(f, "testdata/hundesteuer.yaml")
	f.Add("anzahl: 1, gefaehrlich: no, stichtag: 2026-07-01")
	f.Add("anzahl: 99999999999999999999999999999999, gefaehrlich: no, stichtag: 2026-07-01")
	f.Add("anzahl: 1, gefaehrlich: yes, ermaessigung: 0.25, stichtag: 2026-07-01")
	f.Fuzz(func(t *testing.T, text string) {
		given := map[string]value.Value{}
		for pair := range strings.SplitSeq(text, ", ") {
			name, written, _ := strings.Cut(pair, ": ")
			if fact := r.Book().Fact(name); fact != nil {
				given[name], _ = value.Parse(fact.Type, written)
			}
		}
		first, err := r.Decide(given)
		if fault.KindOf(err) == fault.Internal {
			t.Fatal(err)
		}
		a, _ := json.Marshal(first)
		second, _ := r.Decide(given)
		if b, _ := json.Marshal(second); string(a) != string(b) || (err == nil && len(first.Fired) != 1) {
			t.Fatalf("%s\n%s", a, b)
		}
	})
}

// Whatever stands in a file: no panic, and no rulebook without a test run.
func FuzzRulebook(f *testing.F) {
	for _, file := range []string{example, "testdata/hundesteuer.yaml", "format/testdata/wrong.yaml"} {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(_ *testing.T, data []byte) {
		var report source.Report
		if r := rules.Compile(format.Read(&report, "fuzz.yaml", data), &report); r != nil {
			rules.Test(r)
		}
	})
}

func BenchmarkDecide(b *testing.B) {
	for _, n := range []int{100, 1000} {
		lines := make([]string, n)
		for i := range lines {
			lines[i] = fmt.Sprintf("x >= %d and x < %d and not (x == -1) => %d", 10*i, 10*i+10, i)
		}
		r := small(b, "unique", "integer", lines...)
		given := map[string]value.Value{"x": value.NewInteger(55)}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := r.Decide(given); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
