// SPDX-License-Identifier: EUPL-1.2

package revision

import (
	"regexp"

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
	used := r.taken[name] || r.old.Input(name) != nil
	note := func(s *scenarios.Step) {
		switch a := s.Act.(type) {
		case *scenarios.Read:
			used = used || a.Into == name
		case *scenarios.Set:
			used = used || a.Into == name
		case *scenarios.Look:
			used = used || a.Into == name
		case *scenarios.Ask:
			used = used || a.Into == name
		case *scenarios.Decide:
			used = used || a.Into == name
		case *scenarios.Download:
			used = used || a.Into == name
		case *scenarios.Print:
			used = used || a.Into == name
		case *scenarios.ForEach:
			used = used || a.Name == name
		case *scenarios.Request:
			for _, t := range a.Take {
				used = used || t.Into == name
			}
		}
	}
	scenarios.Walk(r.old.Steps, note)
	for i := range r.old.Systems {
		scenarios.Walk(r.old.Systems[i].LogIn, note)
	}
	return used
}

// known reports a word of the draft that is a value of it.
func (r *reviser) isValue(word string) bool {
	found := r.fresh.Input(word) != nil
	note := func(s *scenarios.Step) {
		switch a := s.Act.(type) {
		case *scenarios.Read:
			found = found || a.Into == word
		case *scenarios.Download:
			found = found || a.Into == word
		case *scenarios.Ask:
			found = found || a.Into == word
		case *scenarios.ForEach:
			found = found || a.Name == word
		}
	}
	scenarios.Walk(r.fresh.Steps, note)
	for i := range r.fresh.Systems {
		scenarios.Walk(r.fresh.Systems[i].LogIn, note)
	}
	return found
}

// expression says an expression of the draft with the old names.
func (r *reviser) expression(text string) string {
	return words.ReplaceAllStringFunc(text, func(w string) string {
		if !isWord(w) || !r.isValue(w) {
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
