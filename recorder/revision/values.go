// SPDX-License-Identifier: EUPL-1.2

package revision

import (
	"regexp"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
)

// words of expressions; texts between quotes are none.
var words = regexp.MustCompile(`"[^"]*"|[\p{L}_][\p{L}\p{N}_]*`)

// learn takes over what values are called, from two steps that are the same.
func (r *reviser) learn(old, fresh scenarios.Act) {
	for i, o := range operands(fresh) {
		if was := operands(old); i < len(was) && o.IsExpr && was[i].IsExpr && isWord(o.Text) && isWord(was[i].Text) {
			r.call(o.Text, was[i].Text)
		}
	}
	a, ok := old.(*scenarios.Read)
	b, same := fresh.(*scenarios.Read)
	if ok && same {
		r.call(b.Into, a.Into)
	}
	if t, was := pointer(fresh), pointer(old); t != nil && was != nil {
		for _, k := range t.Row {
			for _, o := range was.Row {
				if k.Column == o.Column && isWord(k.Value.Text) && o.Value.IsExpr && isWord(o.Value.Text) {
					r.call(k.Value.Text, o.Value.Text)
				}
			}
		}
	}
}

func (r *reviser) call(fresh, old string) {
	if r.names[fresh] == "" {
		r.names[fresh] = old
	}
}

func isWord(text string) bool { return words.FindString(text) == text && text != "" && text[0] != '"' }

// operands are the values that a step puts into the page, in a fixed order.
func operands(a scenarios.Act) []scenarios.Operand {
	switch a := a.(type) {
	case *scenarios.Fill:
		return []scenarios.Operand{a.With}
	case *scenarios.Choose:
		return []scenarios.Operand{a.With}
	case *scenarios.Tick:
		return []scenarios.Operand{a.With}
	case *scenarios.Upload:
		return []scenarios.Operand{a.With}
	}
	return nil
}

// named is what the old scenario calls a value; one that it does not know is
// added.
func (r *reviser) named(fresh string) string {
	if name := r.names[fresh]; name != "" {
		return name
	}
	name := naming.Fresh(fresh, "_", r.isTaken)
	r.names[fresh], r.taken[name] = name, true
	if in := r.fresh.Input(fresh); in != nil {
		added := *in
		added.Name = name
		r.addInput(added)
	}
	return name
}

// isTaken reports a name that the old scenario uses.
func (r *reviser) isTaken(name string) bool {
	return r.taken[name] || isValue(r.old, name)
}

// isValue reports a name that a scenario gives a value: an input, or what a
// step takes in.
func isValue(s *scenarios.Scenario, name string) bool {
	found := s.Input(name) != nil
	note := func(step *scenarios.Step) { found = found || slices.Contains(into(step.Act), name) }
	scenarios.Walk(s.Steps, note)
	for i := range s.Systems {
		scenarios.Walk(s.Systems[i].LogIn, note)
	}
	return found
}

// into are the names that a step gives values.
func into(a scenarios.Act) (names []string) {
	switch a := a.(type) {
	case *scenarios.Read:
		return []string{a.Into}
	case *scenarios.Set:
		return []string{a.Into}
	case *scenarios.Look:
		return []string{a.Into}
	case *scenarios.Ask:
		return []string{a.Into}
	case *scenarios.Decide:
		return []string{a.Into}
	case *scenarios.Download:
		return []string{a.Into}
	case *scenarios.Print:
		return []string{a.Into}
	case *scenarios.ForEach:
		return []string{a.Name}
	case *scenarios.Request:
		for _, t := range a.Take {
			names = append(names, t.Into)
		}
	}
	return names
}

// expression says an expression of the draft with the old names.
func (r *reviser) expression(text string) string {
	return words.ReplaceAllStringFunc(text, func(w string) string {
		if !isWord(w) || !isValue(r.fresh, w) {
			return w
		}
		return r.named(w)
	})
}

func (r *reviser) operand(o *scenarios.Operand) {
	if o.IsExpr {
		o.Text = r.expression(o.Text)
	}
}
