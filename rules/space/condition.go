// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Condition writes a box as the condition of a rule that applies in its cases
// and is false in all others, also where something is missing.
func (s *Space) Condition(b Box) string {
	var parts []string
	for d, set := range b {
		if set == nil {
			continue
		}
		if text := s.dims[d].condition(set); text != "" {
			parts = append(parts, text)
		}
	}
	if len(parts) == 0 {
		return "true"
	}
	return strings.Join(parts, " and ")
}

// condition writes which regions are allowed. A text of blanks is no more given
// than one that is missing.
func (d *dimension) condition(allowed *set) string {
	if _, isFact := d.of.(*fact); !isFact {
		return d.termed(allowed)
	}
	absent, named := d.absent(), d.live.minus(d.absent())
	here := allowed.and(named)
	name := "angegeben(" + d.of.text() + ")"
	switch {
	case absent.isEmpty() || d.mixesBlanks(allowed):
		return d.compared(allowed.and(d.given()))
	case here.isEmpty():
		return "not " + name
	case named.within(here) && allowed.meets(absent):
		return ""
	case named.within(here):
		return name
	case allowed.meets(absent):
		return "(not " + name + " or " + d.compared(here) + ")"
	}
	return name + " and " + d.compared(here)
}

// termed writes which values of a term are allowed. Where none is as well, the
// facts that it may lack are asked for; that it may have none for another
// reason cannot be written.
func (d *dimension) termed(allowed *set) string {
	var parts []string
	if allowed.has(d.none()) {
		for _, name := range d.of.lacking() {
			parts = append(parts, "not angegeben("+name+")")
		}
	}
	given := allowed.and(d.given())
	if text := d.compared(given); text != "" && !given.isEmpty() {
		parts = append(parts, text)
	}
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return "(" + strings.Join(parts, " or ") + ")"
}

// absent are the regions of a fact that is not given.
func (d *dimension) absent() *set {
	out := newSet(d.size())
	out.add(d.none())
	if !d.isNumeric() {
		out.add(d.blank())
	}
	return out.and(d.live)
}

// mixesBlanks reports texts of which blank ones are allowed like others, though
// no rule asks whether the text is given. Asking would shut them out; and where
// the text is missing, nobody can tell anyway.
func (d *dimension) mixesBlanks(allowed *set) bool {
	return d.of.kind() == value.Text && allowed.has(d.other()) && !d.asksGiven
}

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
