// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func (d *decoder) fact(e yaml.Entry) book.Fact {
	what := speech.Say("the fact %q", "der Sachverhalt „%s“", e.Key)
	d.name(e, speech.Say("a fact", "einen Sachverhalt"))
	f := book.Fact{Name: e.Key, At: e.KeyAt}
	if !d.mapping(e.Value, what, "type", "label", "class", "choices", "ordered", "of", "min", "max", "optional", "unit", "source", "from", "known as") {
		return f
	}
	f.Type, f.Label, f.Optional = d.declared(e.Value, what), d.spoken(e.Value.Get("label")), d.yesNo(e.Value.Get("optional"))
	f.KnownAs, f.Unit, f.Source = d.text(e.Value.Get("known as")), d.spoken(e.Value.Get("unit")), d.spoken(e.Value.Get("source"))
	f.From = d.origin(e.Value.Get("from"), f.Name)
	f.Min, f.Max = d.limit(e.Value.Get("min"), f.Type), d.limit(e.Value.Get("max"), f.Type)
	if order, ok := value.Compare(f.Min, f.Max); ok && order > 0 {
		d.report.Errorf(e.Value.Get("max").At, speech.Say("max is less than min", "max ist kleiner als min"), speech.Text{})
	}
	if f.Name == book.ReferenceDay && (f.Type.Kind != value.Date || f.Optional) {
		d.report.Errorf(e.KeyAt, speech.Say("the fact %q selects what is valid: it is of type date and not optional", "der Sachverhalt „%s“ wählt aus, was gilt: er ist vom Typ date und nicht optional", f.Name), speech.Text{})
	}
	return f
}

// origin reads "book" or "book.output"; the output is called like the fact
// where nothing else is said.
func (d *decoder) origin(n *yaml.Node, fact string) *book.Origin {
	if absent(n) {
		return nil
	}
	name, output, dotted := strings.Cut(d.text(n), ".")
	if !dotted {
		output = fact
	}
	return &book.Origin{Book: name, Output: output, At: n.At}
}

func (d *decoder) limit(n *yaml.Node, t value.Type) value.Value {
	if n == nil {
		return value.Value{}
	}
	if !t.Kind.IsNumber() && t.Kind != value.Date {
		d.report.Errorf(n.At, speech.Say("only numbers, amounts and days have limits", "nur Zahlen, Geldbeträge und Tage haben Grenzen"), speech.Text{})
		return value.Value{}
	}
	return d.value(n, t)
}

func (d *decoder) output(e yaml.Entry) book.Output {
	what := speech.Say("the output %q", "das Ergebnis „%s“", e.Key)
	d.name(e, speech.Say("an output", "ein Ergebnis"))
	o := book.Output{Name: e.Key, At: e.KeyAt}
	if !d.mapping(e.Value, what, "type", "label", "class", "choices", "ordered", "of", "optional", "unit", "known as") {
		return o
	}
	o.KnownAs, o.Unit = d.text(e.Value.Get("known as")), d.spoken(e.Value.Get("unit"))
	o.Type, o.Label, o.Optional = d.declared(e.Value, what), d.spoken(e.Value.Get("label")), d.yesNo(e.Value.Get("optional"))
	return o
}

// declared reads a type; records have no place in a rulebook.
func (d *decoder) declared(n *yaml.Node, what speech.Text) value.Type {
	kinds := []string{"text", "name", "integer", "decimal", "money", "date", "boolean", "choice", "list"}
	t := value.Type{Kind: value.Kind(d.oneOf(d.need(n, "type", what), kinds...)), Class: value.Internal}
	if class := n.Get("class"); class != nil {
		t.Class = value.Class(d.oneOf(class, value.Classes()...))
	}
	for _, c := range d.items(n, "choices") {
		t.Choices = append(t.Choices, d.text(c))
	}
	if (t.Kind == value.Choice) != (len(t.Choices) > 0) {
		d.report.Errorf(n.At, speech.Say("choices belong to the type choice, and the type choice needs them", "choices gehört zum Typ choice, und der Typ choice braucht es"), speech.Text{})
	}
	if t.Ordered = d.yesNo(n.Get("ordered")); t.Ordered && t.Kind != value.Choice {
		d.report.Errorf(n.Get("ordered").At, speech.Say("only a choice is ordered by its words", "nur eine Auswahl ist nach ihren Wörtern geordnet"), speech.Text{})
	}
	if of := n.Get("of"); of != nil {
		inner := value.Of(value.Kind(d.oneOf(of, kinds[:7]...)))
		t.Of = &inner
	}
	return t
}
