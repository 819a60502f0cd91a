// SPDX-License-Identifier: EUPL-1.2

package lint_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/rules/lint"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

const untidy = `rulebook: 1
title: Zuschuss
hit: unique
%sfacts:
  alter: {type: integer}
  farbe: {type: text}
  stichtag: {type: date}
outputs:
  stufe: {type: choice, choices: [niedrig, mittel, hoch]}
  notiz: {type: text, optional: yes}
parameters:
  satz: [{from: 2020-01-01, value: 7, basis: § 5}]
  alt: [{from: 2020-01-01, until: 2021-12-31, value: 5, basis: § 6}]
rules:
  - {id: a, title: Jung, if: 'alter < 18', then: {stufe: niedrig}, basis: § 1}
  - {id: b, title: Jung, if: 'alter >= 18 and alter < 1 + alt', then: {stufe: mittel}}
  - {id: c, if: 'alter > 1', then: {stufe: mittel}, basis: § 3, valid: {until: 2022-12-31}}
`

func compiled(t testing.TB, text string) *rules.Rulebook {
	t.Helper()
	var report source.Report
	r := rules.Compile(format.Read(&report, "zuschuss.yaml", []byte(text)), &report)
	for _, d := range report.Sorted() {
		t.Log(d.Render(speech.English))
	}
	if r == nil {
		t.Fatal("not compiled")
	}
	return r
}

func remarks(r lint.Report) []string {
	var out []string
	for _, m := range r.Remarks {
		out = append(out, fmt.Sprintf("%d %s: %s", m.At.Line, m.Name, m.Says.EN))
	}
	return out
}

func TestRemarks(t *testing.T) {
	t.Parallel()
	got := remarks(lint.Lint(compiled(t, fmt.Sprintf(untidy, "")), value.NewDate(2026, time.January, 1)))
	want := []string{
		`6 unused-fact: no rule reads the fact "farbe"`,
		`9 unreachable-output: no rule gives "hoch" for "stufe"`,
		`10 unreachable-output: no rule sets the output "notiz"`,
		`12 unused-parameter: no rule reads the parameter "satz"`,
		`13 expired-basis: the last value of "alt" ended on 2021-12-31`,
		`15 magic-number: 18 stands in a, b: what the law sets belongs into a parameter, with its source`,
		`16 no-basis: the rule "b" names no legal basis`,
		`16 duplicate-title: "b" has the title of "a": “Jung”`,
		`17 expired-basis: the rule "c" ended on 2022-12-31`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if early := lint.Lint(compiled(t, fmt.Sprintf(untidy, "")), value.NewDate(2021, time.January, 1)); len(early.Remarks) != len(want)-2 {
		t.Errorf("what has not ended yet: %v", remarks(early))
	}
}

func TestARemarkIsSwitchedOffWithAReason(t *testing.T) {
	t.Parallel()
	r := lint.Lint(compiled(t, fmt.Sprintf(untidy, "lint: {magic-number: die Satzung nennt 18, no-bases: x, duplicate-title: ''}\n")), value.NewDate(2021, time.January, 1))
	got := strings.Join(remarks(r), "\n")
	for text, want := range map[string]bool{
		"magic-number: ": false, "duplicate-title: ": true,
		`bad-waiver: there is no remark "no-bases": did you mean "no-basis"?`: true,
		`bad-waiver: "duplicate-title" is switched off without a reason`:      true,
	} {
		if strings.Contains(got, text) != want {
			t.Errorf("%q: %v\n%s", text, !want, got)
		}
	}
	if len(r.Waived) != 1 || r.Waived[0] != (lint.Waived{Name: lint.MagicNumber, Reason: "die Satzung nennt 18", Count: 1}) {
		t.Errorf("%+v", r.Waived)
	}
}

// Every remark is documented.
func TestRemarksAreDocumented(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../docs/rules-lint.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(lint.Names(), lint.BadWaiver) {
		if !strings.Contains(string(text), "`"+name+"`") {
			t.Errorf("docs/rules-lint.md does not tell of %s", name)
		}
	}
}
