// SPDX-License-Identifier: EUPL-1.2

// Package bench compares the rule engine with others on the same rules and
// cases: straight-line Go that is generated, plain expr, OPA's Rego and CEL. It
// is a module of its own, so that nobody who uses Heinzel loads those.
//
//	make bench-rules
package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Rule is a generated rule of a town's benefits: what it asks of a case. What
// is empty or negative is not asked.
type Rule struct {
	Type      string   // one of 20
	AgeFrom   int      // inclusive
	AgeBelow  int      // exclusive
	Income    int      // less than so many euros
	Districts []string // one of
	Children  int      // at least
	Permit    string   // "", "true" or "false"
	Resident  string
}

// Case is a generated case. Every tenth lacks one fact.
type Case struct {
	Type             string
	Age, Children    int
	Income           int // cents
	District         string
	Permit, Resident bool
	Missing          string
}

// Rules are so many rules, the same for one size.
func Rules(size int) []Rule {
	r := rand.New(rand.NewPCG(uint64(size), 7))
	out := make([]Rule, size)
	for i := range out {
		out[i] = rule(r)
	}
	return out
}

func rule(r *rand.Rand) Rule {
	one := Rule{Children: -1, Income: -1, AgeFrom: r.IntN(60)}
	one.AgeBelow = one.AgeFrom + 10 + r.IntN(40)
	if r.IntN(10) > 0 {
		one.Type = fmt.Sprintf("art%d", r.IntN(20))
	}
	if r.IntN(2) == 0 {
		one.Income = 500 * (10 + r.IntN(120))
	}
	for _, n := range r.Perm(12)[:2+r.IntN(4)] {
		one.Districts = append(one.Districts, fmt.Sprintf("bezirk%d", n))
	}
	if r.IntN(3) == 0 {
		one.Children = r.IntN(4)
	}
	one.Permit, one.Resident = []string{"", "true", "false", ""}[r.IntN(4)], []string{"", "true", "false", ""}[r.IntN(4)]
	return one
}

// Cases are so many cases.
func Cases(count int) []Case {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]Case, count)
	for i := range out {
		out[i] = Case{
			Type: fmt.Sprintf("art%d", r.IntN(20)), Age: r.IntN(100), Children: r.IntN(5), Income: 100 * r.IntN(70_000),
			District: fmt.Sprintf("bezirk%d", r.IntN(12)), Permit: r.IntN(2) == 0, Resident: r.IntN(2) == 0,
		}
		if i%10 == 9 {
			out[i].Missing = []string{"art", "alter", "einkommen", "bezirk", "kinder", "erlaubnis", "wohnhaft"}[r.IntN(7)]
		}
	}
	return out
}

// condition writes a rule with the signs of a language: its and, and how it
// asks whether a value is one of a list.
func condition(r Rule, and string, among func(name string, list []string) string) string {
	var parts []string
	if r.Type != "" {
		parts = append(parts, fmt.Sprintf("art == %q", r.Type))
	}
	parts = append(parts, fmt.Sprintf("alter >= %d", r.AgeFrom), fmt.Sprintf("alter < %d", r.AgeBelow))
	if r.Income >= 0 {
		parts = append(parts, fmt.Sprintf("einkommen < %d.00", r.Income))
	}
	parts = append(parts, among("bezirk", r.Districts))
	if r.Children >= 0 {
		parts = append(parts, fmt.Sprintf("kinder >= %d", r.Children))
	}
	if r.Permit != "" {
		parts = append(parts, "erlaubnis == "+r.Permit)
	}
	if r.Resident != "" {
		parts = append(parts, "wohnhaft == "+r.Resident)
	}
	return strings.Join(parts, and)
}

func inList(name string, list []string) string {
	return name + ` in ["` + strings.Join(list, `", "`) + `"]`
}

// Rulebook writes rules as a rulebook.
func Rulebook(all []Rule) []byte {
	var b strings.Builder
	b.WriteString(`rulebook: 1
title: Leistungen
facts:
  art: {type: text, optional: yes}
  alter: {type: integer, optional: yes}
  einkommen: {type: money, optional: yes}
  bezirk: {type: text, optional: yes}
  kinder: {type: integer, optional: yes}
  erlaubnis: {type: boolean, optional: yes}
  wohnhaft: {type: boolean, optional: yes}
outputs: {leistung: {type: integer}}
hit: collect
rules:
`)
	for i, r := range all {
		fmt.Fprintf(&b, "  - {id: r%d, if: '%s', then: {leistung: %d}, basis: § %d}\n", i, condition(r, " and ", inList), i, i)
	}
	return []byte(b.String())
}
