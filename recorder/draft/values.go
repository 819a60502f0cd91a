// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// values are what differs from case to case: inputs by the tokens of their
// texts, and variables that were read.
type values struct {
	inputs  []scenarios.Input
	typed   map[string]string // what was typed, by input
	byToken map[string]string // the expression that gives a text
	given   map[string]bool   // tokens that a person typed somewhere
	taken   map[string]bool   // names
}

func newValues() values {
	return values{typed: map[string]string{}, byToken: map[string]string{}, given: map[string]bool{}, taken: map[string]bool{}}
}

// learn notes which texts the case will bring along.
func (v *values) learn(deeds []*deed) {
	for _, d := range deeds {
		if d.Kind == event.Fill && d.source == nil && d.field == "" && d.Text.Token != "" {
			v.given[d.Text.Token] = true
		}
	}
}

// wish is what an input should be like.
type wish struct {
	label   string
	text    event.Value
	changes bool // what is written is what will be, not what was
	private bool
	choices []string
	kind    value.Kind
}

// input is the input of a text: the one that has it already, or a new one.
func (v *values) input(w wish, after string) scenarios.Operand {
	if name := v.byToken[w.text.Token]; name != "" && w.text.Token != "" {
		return scenarios.Expr(name)
	}
	base := word(w.label, "wert")
	name, label := base, naming.Short(naming.Bare(w.label))
	if v.taken[name] && w.changes {
		name, label = name+"_"+after, label+" ("+after+")"
	}
	name = naming.Fresh(name, "_", func(s string) bool { return v.taken[s] })
	v.add(scenarios.Input{Name: name, Type: w.typed(), Required: true, Label: label}, w.text.Text)
	if w.text.Token != "" && w.choices == nil && w.kind == "" {
		v.byToken[w.text.Token] = name
	}
	return scenarios.Expr(name)
}

func (v *values) add(in scenarios.Input, typed string) {
	if in.Label == "" {
		in.Label = in.Name
	}
	v.taken[in.Name] = true
	v.inputs = append(v.inputs, in)
	if typed != "" {
		v.typed[in.Name] = typed
	}
}

// variable is a fresh name for what is read.
func (v *values) variable(label, suffix string) string {
	name := naming.Fresh(word(label, "wert")+suffix, "_", func(s string) bool { return v.taken[s] })
	v.taken[name] = true
	return name
}

// typed is the type of an input, by what was typed and what the field is
// called.
func (w wish) typed() value.Type {
	t := value.Type{Kind: w.text.Type, Class: classOf(w.label, w.private)}
	switch {
	case len(w.choices) > 0:
		t.Kind, t.Choices = value.Choice, w.choices
	case w.kind != "":
		t.Kind = w.kind
	case t.Kind == value.Integer && isCode(w.label, w.text.Text):
		t.Kind = value.Text
	case t.Kind == value.Missing || t.Kind == value.Text || t.Kind == value.Choice || t.Kind == value.List || t.Kind == value.Record:
		t.Kind = value.Text
		if isName(w.label, w.text.Text) {
			t.Kind = value.Name
		}
	}
	return t
}

// isCode reports digits that are no amount: another case's may begin with a
// zero, and a number would lose it. Whatever is long or unknown is taken for one.
func isCode(label, text string) bool {
	return text == "" || len(text) > 3 || says(label, codes)
}

// isName reports a person's name, by its label and letters.
func isName(label, text string) bool {
	_, err := value.Parse(value.Of(value.Name), text)
	return says(label, personNames) && err == nil
}

func classOf(label string, private bool) value.Class {
	if private || says(label, aboutPeople) {
		return value.Personal
	}
	return value.Internal
}

// reference is the input that names a case for people, if there is one.
func (v *values) reference() scenarios.Operand {
	for _, in := range v.inputs {
		if says(in.Label, reference) {
			return scenarios.Expr(in.Name)
		}
	}
	return scenarios.Operand{}
}
