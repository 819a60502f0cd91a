// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// compared writes regions that have values; nothing where they are all.
func (d *dimension) compared(allowed *set) string {
	if d.given().within(allowed) {
		return ""
	}
	if d.of.kind() == value.Boolean {
		if allowed.has(1) { // after no comes yes
			return d.of.text()
		}
		return "not " + d.of.text()
	}
	if !d.isNumeric() {
		return d.worded(allowed)
	}
	var stretches []string
	for lo := allowed.lo; lo <= allowed.hi; lo++ {
		if !allowed.has(lo) {
			continue
		}
		hi := lo
		for hi+1 < d.none() && (allowed.has(hi+1) || !d.live.has(hi+1) && hi < allowed.hi) {
			hi++
		}
		stretches = append(stretches, d.stretched(lo, hi))
		lo = hi
	}
	if len(stretches) == 1 {
		return stretches[0]
	}
	return "(" + strings.Join(stretches, " or ") + ")"
}

// stretched writes the regions lo to hi. Whole numbers and days are written
// with their first and last.
func (d *dimension) stretched(lo, hi int) string {
	from, _ := d.limits(lo)
	_, to := d.limits(hi)
	above, below := ">", "<"
	if d.whole && lo%2 == 0 && from != nil {
		from = new(big.Rat).Add(floor(from), big.NewRat(1, 1))
	}
	if d.whole && hi%2 == 0 && to != nil {
		to = new(big.Rat).Neg(new(big.Rat).Add(floor(new(big.Rat).Neg(to)), big.NewRat(1, 1)))
	}
	if d.whole || lo%2 == 1 {
		above = ">="
	}
	if d.whole || hi%2 == 1 {
		below = "<="
	}
	if from != nil && to != nil && from.Cmp(to) == 0 {
		return d.sided("==", from)
	}
	var parts []string
	if d.live.lo < lo && from != nil {
		parts = append(parts, d.sided(above, from))
	}
	if d.given().hi > hi && to != nil || len(parts) == 0 {
		parts = append(parts, d.sided(below, to))
	}
	return strings.Join(parts, " and ")
}

// sided compares with a number; one that has no end is multiplied away.
func (d *dimension) sided(sign string, n *big.Rat) string {
	left, text := d.of.text(), ""
	number, ends := decimal(n)
	switch day, isDay := valueOf(n, value.Date, ""); {
	case d.of.kind() == value.Date && isDay:
		text = `"` + day.String() + `"`
	case ends:
		text = number
	default:
		if _, isFact := d.of.(*fact); !isFact {
			left = "(" + left + ")"
		}
		left = n.Denom().String() + " * " + left
		text = n.Num().String()
	}
	return left + " " + sign + " " + text
}

// worded names the words that are allowed or, where any other text is, those
// that are not.
func (d *dimension) worded(allowed *set) string {
	if allowed.has(d.other()) {
		return d.among(d.given().minus(d.absent()).minus(allowed), "not in", "!=")
	}
	return d.among(allowed, "in", "==")
}

func (d *dimension) among(allowed *set, many, one string) string {
	var words []string
	for i, w := range d.words {
		if allowed.has(i) {
			words = append(words, `"`+strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(w)+`"`)
		}
	}
	switch {
	case len(words) == 0:
		return ""
	case len(words) == 1:
		return d.of.text() + " " + one + " " + words[0]
	case many == "in":
		return d.of.text() + " in [" + strings.Join(words, ", ") + "]"
	}
	return "not (" + d.of.text() + " in [" + strings.Join(words, ", ") + "])"
}
