// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// assigned is what an output entry gives; nothing for null and an empty one.
func (t *tableReader) assigned(o *book.Output, text string, at source.Place) (a book.Assignment, ok bool) {
	a = book.Assignment{Output: o.Name, At: at}
	if text == "" || text == "-" {
		return a, false
	}
	e := t.expression(text, at)
	if e == nil || e.IsNull() {
		return a, false
	}
	t.read(e.Reads())
	if v, isLiteral := e.Literal(); isLiteral {
		a.Literal = literalOf(t.report, o.Type, v, at)
		return a, true
	}
	a.IsExpression = true
	a.Expression = book.Expression{Text: e.Text(), At: at, TextAt: func(int) source.Place { return at }}
	return a, true
}

// literalOf is a literal of the model as a value of an output's type.
func literalOf(report *source.Report, t value.Type, v value.Value, at source.Place) value.Value {
	if !value.Comparable(v.Kind(), t.Kind) && (!v.Kind().IsNumber() || t.Kind != value.Money) {
		report.Errorf(at, speech.Say("%s is of kind %s, declared is %s", "%s ist von der Art %s, deklariert ist %s", v.String(), v.Kind().Label(), t.Kind.Label()), speech.Text{})
		return value.Value{}
	}
	out, err := value.ParseISO(t, v.String())
	if err != nil {
		report.Errorf(at, speech.Same(err.Error()), speech.Text{})
	}
	return out
}

// otherwise is what the outputs are by default. A model without defaults
// decides nothing where no rule applies, and that is no fault.
func (t *tableReader) otherwise(table *element) *book.Otherwise {
	if extended(table, "complete") {
		return nil
	}
	out := &book.Otherwise{At: table.at}
	for i, o := range table.all("output") {
		text, at := o.get("defaultOutputEntry").textOf()
		if a, ok := t.assigned(&t.book.Outputs[i], text, at); ok {
			out.Then = append(out.Then, a)
		}
	}
	if t.book.Hit.Aggregate == book.Count && len(out.Then) > 0 {
		t.report.Warnf(table.at, speech.Say("a table that counts rules gives 0 where none applies; its default is left out", "eine Tabelle, die Regeln zählt, ergibt 0, wo keine zutrifft; ihr Vorgabewert entfällt"), speech.Text{})
		out.Then = nil
	}
	return out
}

// annotate reads what a rule says about itself: what we write as a legal basis
// or id, else a title.
func (t *tableReader) annotate(r *book.Rule, e *element, heads []*element) {
	var notes []string
	if d := e.get("description"); d != nil {
		notes = append(notes, strings.TrimSpace(d.text))
	}
	for i, entry := range e.all("annotationEntry") {
		text, _ := entry.textOf()
		switch head := headOf(heads, i); {
		case text == "":
		case slices.Contains([]string{"basis", "legal basis", "rechtsgrundlage"}, head):
			r.Basis = text
		case head == "id":
			r.ID = text
		default:
			notes = append(notes, text)
		}
	}
	r.Title = speech.Same(strings.Join(strings.Fields(strings.Join(notes, "; ")), " "))
}

func headOf(heads []*element, i int) string {
	if i >= len(heads) {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(heads[i].attrs["name"]))
}

// facts declares what the rules read and what the model says they need. Inputs
// that no decision needs are declared by the first, so that cases may hold
// them.
func (t *tableReader) facts() {
	required := t.required()
	if t.decision == t.order[0] {
		required = append(required, t.idle()...)
	}
	var names []string
	for _, e := range t.root.all("inputData") {
		if slices.Contains(required, e.attrs["id"]) {
			names = append(names, t.below(e.attrs["name"])...)
		}
	}
	for name, in := range t.inputs {
		if t.reads[in.fact.Name] && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int {
		return order(t.inputs[a], t.inputs[b])
	})
	for _, name := range slices.Compact(names) {
		t.fact(t.inputs[name])
	}
}

// required are the ids of the inputs that a decision needs.
func (d *decision) required() []string {
	var out []string
	for _, need := range d.all("informationRequirement") {
		if in := need.get("requiredInput"); in != nil {
			href := in.attrs["href"]
			out = append(out, href[strings.LastIndex(href, "#")+1:])
		}
	}
	return out
}

// idle are the ids of inputs that no decision needs.
func (r *dmn) idle() []string {
	var needed, out []string
	for _, d := range r.order {
		needed = append(needed, d.required()...)
	}
	for _, e := range r.root.all("inputData") {
		if id := e.attrs["id"]; !slices.Contains(needed, id) {
			out = append(out, id)
		}
	}
	return out
}

// below are the inputs of a name, and the fields of a structure.
func (r *dmn) below(name string) []string {
	var out []string
	for key := range r.inputs {
		if key == name || strings.HasPrefix(key, name+".") {
			out = append(out, key)
		}
	}
	return out
}

// order is that of the model's text; the fields of a structure by their names.
func order(a, b *input) int {
	if a.at.Line != b.at.Line {
		return a.at.Line - b.at.Line
	}
	return strings.Compare(a.fact.Name, b.fact.Name)
}

func (t *tableReader) fact(in *input) {
	f := in.fact
	if f.Type.Kind == value.Missing {
		if !t.reads[f.Name] {
			return
		}
		t.report.Errorf(in.at, speech.Say("the model does not say of what type %q is", "das Modell sagt nicht, von welchem Typ „%s“ ist", theirs(f.KnownAs, f.Name)), speech.Say("give it a typeRef", "geben Sie ihm ein typeRef"))
		f.Type.Kind = value.Text
	}
	t.book.Facts = append(t.book.Facts, f)
}
