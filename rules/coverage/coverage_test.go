// SPDX-License-Identifier: EUPL-1.2

package coverage_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/coverage"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

const kita = `rulebook: 1
title: Beitrag
hit: unique
facts:
  alter: {type: integer, min: 0, max: 17}
  einkommen: {type: money, min: 0 EUR}
  geburt: {type: date}
  stichtag: {type: date, min: 2024-01-01}
outputs: {beitrag: {type: money}}
parameters:
  grenze: [{from: 2024-01-01, value: 30000 EUR, basis: § 1}, {from: 2025-01-01, value: 32000 EUR, basis: § 1}]
rules:
  - {id: frei, if: 'alter < 3 and einkommen <= grenze', then: {beitrag: 0 EUR}, basis: § 2}
  - {id: halb, if: 'alter < 3 and einkommen > grenze', then: {beitrag: 50 EUR}, basis: § 2}
  - {id: ganz, if: 'alter >= 3 and alter_am(geburt, stichtag) < 18', then: {beitrag: 100 EUR}, basis: § 3}
  - {id: nichts, if: 'alter >= 3 and not (alter_am(geburt, stichtag) < 18)', then: {beitrag: 0 EUR}, basis: § 3}
tests:
  - {name: klein und arm, given: {alter: 2, einkommen: 30000 EUR, geburt: 2024-01-01, stichtag: 2024-06-01}, expect: {beitrag: 0 EUR}}
`

func compiled(t testing.TB, text string) *rules.Rulebook {
	t.Helper()
	var report source.Report
	r := rules.Compile(format.Read(&report, "beitrag.yaml", []byte(text)), &report)
	for _, d := range report.Sorted() {
		t.Log(d.Render(speech.English))
	}
	if r == nil {
		t.Fatal("not compiled")
	}
	return r
}

// answered takes the proposals of a book as tests, with what is decided now.
func answered(t testing.TB, r *rules.Rulebook) *rules.Rulebook {
	t.Helper()
	full := *r.Book()
	full.Tests = slices.Clone(full.Tests)
	for _, c := range coverage.Propose(r).Cases {
		d, err := r.Decide(c.Given)
		if (err == nil) != c.Refused.IsZero() {
			t.Errorf("%s: %v, said %q", c.Name, err, c.Refused.EN)
		}
		if err == nil {
			full.Tests = append(full.Tests, book.Test{Name: c.Name, Given: c.Given, Expect: d.Outputs})
		}
	}
	return rules.Compile(&full, &source.Report{})
}

func TestCoverageKnowsRulesAndBoundaries(t *testing.T) {
	t.Parallel()
	r := coverage.Of(compiled(t, kita))
	var got []string
	for _, b := range r.Boundaries {
		if len(b.Tests) > 0 {
			got = append(got, fmt.Sprintf("%s: %s %s %s", b.Rule, b.Term, b.Side, b.Threshold))
		}
	}
	want := []string{"frei: alter below 3", "frei: einkommen on 30000 EUR", "halb: einkommen on 30000 EUR", "ganz: alter below 3"}
	if !slices.Equal(got, want) {
		t.Errorf("covered are %q, want %q", got, want)
	}
	if rules, of, _, _ := r.Counted(); rules != 1 || of != 4 {
		t.Errorf("%d of %d rules", rules, of)
	}
}

// Once a person has answered the proposals, nothing is left to propose, and
// every small mistake is noticed.
func TestProposalsCloseTheHoles(t *testing.T) {
	t.Parallel()
	r := compiled(t, kita)
	before := coverage.Mutate(r)
	full := answered(t, r)
	if again := coverage.Propose(full); len(again.Cases) > 0 || again.Without > 0 {
		t.Errorf("still proposed: %+v", again)
	}
	after := coverage.Mutate(full)
	if after.Made < 40 {
		t.Errorf("only %d mistakes were made", after.Made)
	}
	if before.Score() > 0.5 || after.Score() < 1 {
		t.Errorf("the score was %.2f and is %.2f: %+v", before.Score(), after.Score(), after)
	}
	for _, s := range before.Survived {
		if s.Case == nil {
			t.Errorf("%s: %s: no case shows it", s.Rule, s.What.EN)
		}
	}
}

// A file with proposals is refused until a person has said what is right.
func TestProposalsWaitForAPerson(t *testing.T) {
	t.Parallel()
	text := kita + coverage.Propose(compiled(t, kita)).YAML(speech.English)
	var report source.Report
	format.Read(&report, "beitrag.yaml", []byte(text))
	if !report.Failed() {
		t.Error("the proposals were taken for tests")
	}
	for _, d := range report.Sorted() {
		if !strings.Contains(d.Problem.EN, `"expect"`) {
			t.Errorf("%s", d.Render(speech.English))
		}
	}
}

func ExampleProposed_YAML() {
	var report source.Report
	text := "rulebook: 1\ntitle: T\nhit: unique\nfacts: {alter: {type: integer}}\noutputs: {satz: {type: integer}}\nrules:\n  - {id: jung, if: 'alter < 18', then: {satz: 1}, basis: § 1}\n"
	r := rules.Compile(format.Read(&report, "t.yaml", []byte(text)), &report)
	fmt.Print(coverage.Propose(r).YAML(speech.English))
	// Output:
	//   - name: 'jung'
	//     given: {alter: 17}
	//     expect: # what is right here is for you to say
	//   - name: 'jung: alter = 18'
	//     given: {alter: 18}
	//     # not decided now: no rule applies
	//     expect: # what is right here is for you to say
	//   - name: 'jung: alter = 19'
	//     given: {alter: 19}
	//     # not decided now: no rule applies
	//     expect: # what is right here is for you to say
}

// A mistake that changes no decision does not count.
func TestHarmlessMistakesDoNotCount(t *testing.T) {
	t.Parallel()
	r := compiled(t, "rulebook: 1\ntitle: T\nhit: first\nfacts: {x: {type: integer, min: 0}}\noutputs: {z: {type: integer}}\nrules:\n  - {id: a, if: 'x > 5', then: {z: 1}, basis: § 1}\n  - {id: b, if: 'x >= 0 and x <= 5', then: {z: 2}, basis: § 1}\n"+
		"tests:\n  - {name: fünf, given: {x: 5}, expect: {z: 2}}\n  - {name: sechs, given: {x: 6}, expect: {z: 1}}\n  - {name: null, given: {x: 0}, expect: {z: 2}}\n")
	m := coverage.Mutate(r)
	if m.Score() != 1 || m.Harmless == 0 {
		t.Errorf("%+v", m)
	}
}
