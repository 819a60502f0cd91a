// SPDX-License-Identifier: EUPL-1.2

package space

import (
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
