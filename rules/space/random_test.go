// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

const randomHead = `rulebook: 1
title: Zufall
hit: collect
facts:
  n: {type: integer, min: 0, max: 9}
  m: {type: money, optional: yes, max: 100 EUR}
  b: {type: boolean}
  c: {type: choice, choices: [rot, gelb, blau], ordered: yes}
  t: {type: text, optional: yes}
  d: {type: decimal}
  stichtag: {type: date, min: 2019-01-01}
outputs: {z: {type: text}}
parameters:
  p: {type: integer, values: [{from: 2020-01-01, value: 3, basis: § 1}, {from: 2022-01-01, until: 2022-12-31, value: 5, basis: § 1}, {from: 2024-01-01, value: 7, basis: § 1}]}
rules:
`

// atomsOf are comparisons that are taken apart exactly.
func atomsOf(r *rand.Rand) string {
	signs := []string{"<", "<=", ">", ">=", "==", "!="}
	sign := signs[r.IntN(len(signs))]
	switch r.IntN(14) {
	case 0:
		return fmt.Sprintf("n %s %d", sign, r.IntN(11))
	case 1:
		return fmt.Sprintf("2 * n - 1 %s %d", sign, r.IntN(12))
	case 2:
		return fmt.Sprintf("m %s %d.50", sign, r.IntN(110))
	case 3:
		return "b"
	case 4:
		return "not b"
	case 5:
		return fmt.Sprintf("c %s %q", sign, []string{"rot", "gelb", "blau"}[r.IntN(3)])
	case 6:
		return `t in ["x", "y"]`
	case 7:
		return `t == "x"`
	case 8:
		return "angegeben(t)"
	case 9:
		return "angegeben(m)"
	case 10:
		return fmt.Sprintf("n %s p", sign)
	case 11:
		return fmt.Sprintf("-3 * d %s %d", sign, r.IntN(5))
	case 12:
		return fmt.Sprintf("stichtag %s \"202%d-06-15\"", sign, r.IntN(5))
	}
	return fmt.Sprintf("n in [%d, p, 4]", r.IntN(9))
}

func condition(r *rand.Rand, depth int) string {
	if depth == 0 || r.IntN(5) == 0 {
		return atomsOf(r)
	}
	text := "(" + condition(r, depth-1) + []string{" and ", " and ", " or "}[r.IntN(3)] + condition(r, depth-1) + ")"
	if r.IntN(8) == 0 {
		return "not " + text
	}
	return text
}

// randomBook is a rulebook whose seed says what it is.
func randomBook(t testing.TB, seed uint64) *rules.Rulebook {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	b.WriteString(randomHead)
	for i := range 1 + r.IntN(5) {
		valid := ""
		if r.IntN(4) == 0 {
			valid = fmt.Sprintf(", valid: {from: 202%d-03-01}", r.IntN(4))
		}
		fmt.Fprintf(&b, "  - {id: r%d, if: %s, then: {z: a}, basis: § 1%s}\n", i, "'"+condition(r, 2)+"'", valid)
	}
	return compiled(t, b.String())
}

func compiled(t testing.TB, text string) *rules.Rulebook {
	t.Helper()
	var report source.Report
	r := rules.Compile(format.Read(&report, "zufall.yaml", []byte(text)), &report)
	for _, d := range report.Sorted() {
		if d.Severity == source.Error {
			t.Log(d.Render(speech.English))
		}
	}
	if r == nil {
		t.Fatal("not compiled:\n" + text)
	}
	return r
}
