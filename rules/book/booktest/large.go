// SPDX-License-Identifier: EUPL-1.2

package booktest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

const largeHead = `rulebook: 1
title: Groß
hit: %s
facts:
  art: {type: choice, choices: [a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19]}
  alter: {type: integer, min: 0, max: 120}
  einkommen: {type: money, min: 0 EUR}
  bezirk: {type: choice, choices: [b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11]}
  kinder: {type: integer, min: 0, max: 10}
  erlaubnis: {type: boolean}
  wohnhaft: {type: boolean}
outputs: {z: {type: text}}
rules:
`

// Large is a rulebook like those of an administration that grew: most
// rules are for one sort of case, with intervals and lists.
func Large(hit string, rules int) string {
	r := rand.New(rand.NewPCG(uint64(rules), 3))
	var b strings.Builder
	fmt.Fprintf(&b, largeHead, hit)
	for i := range rules {
		var parts []string
		if r.IntN(10) > 0 {
			parts = append(parts, fmt.Sprintf("art == \"a%d\"", r.IntN(20)))
		}
		low := r.IntN(80)
		parts = append(parts, fmt.Sprintf("alter >= %d and alter < %d", low, low+5+r.IntN(30)))
		if r.IntN(2) == 0 {
			parts = append(parts, fmt.Sprintf("einkommen < %d", 5000+100*r.IntN(400)))
		}
		if r.IntN(2) == 0 {
			var words []string
			for range 2 + r.IntN(4) {
				words = append(words, fmt.Sprintf("\"b%d\"", r.IntN(12)))
			}
			parts = append(parts, "bezirk in ["+strings.Join(words, ", ")+"]")
		}
		if r.IntN(3) == 0 {
			parts = append(parts, fmt.Sprintf("kinder >= %d", r.IntN(5)))
		}
		if r.IntN(4) == 0 {
			parts = append(parts, []string{"erlaubnis", "not erlaubnis", "wohnhaft", "not wohnhaft"}[r.IntN(4)])
		}
		fmt.Fprintf(&b, "  - {id: r%d, if: '%s', then: {z: t%d}, basis: § %d}\n", i, strings.Join(parts, " and "), i%40, i)
	}
	return b.String()
}

// Tiled covers all cases once: a grid of ages and incomes for every sort.
func Tiled(rules int) string {
	var b strings.Builder
	fmt.Fprintf(&b, largeHead, "unique")
	columns := rules / 20 / 5
	for i := range rules {
		art, column, row := i%20, i/20%columns, i/20/columns
		parts := []string{fmt.Sprintf("art == \"a%d\"", art)}
		if column > 0 {
			parts = append(parts, fmt.Sprintf("alter >= %d", column*10))
		}
		if column < columns-1 {
			parts = append(parts, fmt.Sprintf("alter < %d", (column+1)*10))
		}
		if row > 0 {
			parts = append(parts, fmt.Sprintf("einkommen >= %d", row*10000))
		}
		if row < 4 {
			parts = append(parts, fmt.Sprintf("einkommen < %d", (row+1)*10000))
		}
		fmt.Fprintf(&b, "  - {id: r%d, if: '%s', then: {z: t%d}, basis: § %d}\n", i, strings.Join(parts, " and "), i%40, i)
	}
	return b.String()
}

// Dated has what makes an analysis hard: facts that may be missing,
// parameters that change every year, validities, and ages on a day.
func Dated(hit string, rules int) string {
	r := rand.New(rand.NewPCG(uint64(rules), 5))
	head := strings.Replace(fmt.Sprintf(largeHead, hit), "outputs:", "  vermoegen: {type: money, optional: yes}\n  geburt: {type: date}\n  stichtag: {type: date, min: 2015-01-01}\noutputs:", 1)
	var years []string
	for y := 2015; y < 2026; y++ {
		years = append(years, fmt.Sprintf("{from: %d-01-01, value: %d EUR, basis: § 1}", y, 10000+500*(y-2015)))
	}
	head = strings.Replace(head, "rules:", "parameters: {grenze: ["+strings.Join(years, ", ")+"]}\nrules:", 1)
	var b strings.Builder
	b.WriteString(head)
	for i := range rules {
		parts := []string{fmt.Sprintf("art == \"a%d\"", r.IntN(20)), fmt.Sprintf("kinder == %d", r.IntN(11))}
		switch r.IntN(4) {
		case 0:
			parts = append(parts, "12 * einkommen < grenze")
		case 1:
			parts = append(parts, fmt.Sprintf("vermoegen >= %d", 1000*r.IntN(50)))
		case 2:
			parts = append(parts, fmt.Sprintf("alter_am(geburt, stichtag) >= %d", r.IntN(70)))
		case 3:
			parts = append(parts, fmt.Sprintf("alter < %d", r.IntN(100)))
		}
		valid := ""
		if r.IntN(3) == 0 {
			valid = fmt.Sprintf(", valid: {from: %d-07-01}", 2015+r.IntN(10))
		}
		fmt.Fprintf(&b, "  - {id: r%d, if: '%s', then: {z: t%d}, basis: § %d%s}\n", i, strings.Join(parts, " and "), i%40, i, valid)
	}
	return b.String()
}
