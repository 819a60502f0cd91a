// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func (d *decoder) rule(b *book.Book, n *yaml.Node) book.Rule {
	what := speech.Say("a rule", "eine Regel")
	r := book.Rule{At: n.At}
	if !d.mapping(n, what, "id", "title", "if", "then", "basis", "valid", "ermessen") {
		return r
	}
	r.ID, r.Title, r.Basis = d.text(d.need(n, "id", what)), d.spoken(n.Get("title")), d.text(n.Get("basis"))
	r.Discretion = d.yesNo(n.Get("ermessen"))
	if condition := d.need(n, "if", what); condition != nil {
		if d.text(condition) != "" {
			r.If = d.expression(condition, 0)
		}
	}
	r.Then = d.then(b, n, what)
	d.complete(b, r, n)
	if valid := n.Get("valid"); valid != nil && d.mapping(valid, speech.Say("valid", "valid"), "from", "until") {
		r.Valid = d.span(valid)
	}
	return r
}

func (d *decoder) then(b *book.Book, n *yaml.Node, what speech.Text) []book.Assignment {
	var out []book.Assignment
	d.need(n, "then", what)
	for _, e := range d.entries(n, "then") {
		out = append(out, d.assignment(b, e))
	}
	return out
}

// otherwise reads what holds where no rule applies: open, or a result.
func (d *decoder) otherwise(b *book.Book, n *yaml.Node) *book.Otherwise {
	what := speech.Say("otherwise", "otherwise")
	switch {
	case absent(n):
		return nil
	case n.Kind == yaml.Scalar:
		d.oneOf(n, "open")
		return &book.Otherwise{At: n.At}
	case !d.mapping(n, what, "then", "basis"):
		return nil
	}
	return &book.Otherwise{Then: d.then(b, n, what), Basis: d.text(n.Get("basis")), At: n.At}
}

// assignment reads a literal, or an expression behind "=".
func (d *decoder) assignment(b *book.Book, e yaml.Entry) book.Assignment {
	a := book.Assignment{Output: e.Key, At: e.Value.At}
	o := b.Output(e.Key)
	if o == nil {
		d.report.Errorf(e.KeyAt, speech.Say("unknown output %q", "unbekanntes Ergebnis „%s“", e.Key), source.DidYouMean(e.Key, outputs(b)))
		return a
	}
	if e.Value.Kind == yaml.Scalar && strings.HasPrefix(e.Value.Text, "=") {
		a.IsExpression, a.Expression = true, d.expression(e.Value, 1)
		return a
	}
	if a.Literal = d.value(e.Value, o.Type); a.Literal.IsMissing() && e.Value.Style == yaml.Absent {
		d.report.Errorf(e.Value.At, speech.Say("%q needs a value", "„%s“ braucht einen Wert", e.Key), speech.Text{})
	}
	if b.Fact(e.Value.Text) != nil || b.Parameter(e.Value.Text) != nil {
		d.report.Warnf(e.Value.At, speech.Say("%q is text here, though it is a name", "„%s“ ist hier Text, obwohl es ein Name ist", e.Value.Text), speech.Say("write =%s for its value", "schreiben Sie =%s für seinen Wert", e.Value.Text))
	}
	return a
}

// complete asks for every output that a rule must set.
func (d *decoder) complete(b *book.Book, r book.Rule, n *yaml.Node) {
	set := map[string]bool{}
	for _, a := range r.Then {
		set[a.Output] = true
	}
	for _, o := range b.Outputs {
		if !set[o.Name] && !o.Optional && !b.Hit.IsMany() {
			d.report.Errorf(n.At, speech.Say("the rule %q does not set %q", "die Regel „%s“ setzt „%s“ nicht", r.ID, o.Name), speech.Text{})
		}
	}
}

func outputs(b *book.Book) []string {
	var names []string
	for _, o := range b.Outputs {
		names = append(names, o.Name)
	}
	return names
}

func facts(b *book.Book) []string {
	var names []string
	for _, f := range b.Facts {
		names = append(names, f.Name)
	}
	return names
}

func (d *decoder) test(b *book.Book, n *yaml.Node) book.Test {
	what := speech.Say("a test", "ein Prüffall")
	t := book.Test{At: n.At, Given: map[string]value.Value{}, Expect: map[string]value.Value{}}
	if !d.mapping(n, what, "name", "given", "expect", "asks") {
		return t
	}
	t.Name, t.Asks = d.text(d.need(n, "name", what)), d.yesNo(n.Get("asks"))
	d.need(n, "expect", what)
	for _, e := range d.entries(n, "given") {
		if f := b.Fact(e.Key); f != nil {
			t.Given[e.Key] = d.value(e.Value, f.Type)
			continue
		}
		d.report.Errorf(e.KeyAt, speech.Say("unknown fact %q", "unbekannter Sachverhalt „%s“", e.Key), source.DidYouMean(e.Key, facts(b)))
	}
	for _, e := range d.entries(n, "expect") {
		if o := b.Output(e.Key); o != nil {
			t.Expect[e.Key] = d.value(e.Value, b.Hit.Gives(o.Type))
			continue
		}
		d.report.Errorf(e.KeyAt, speech.Say("unknown output %q", "unbekanntes Ergebnis „%s“", e.Key), source.DidYouMean(e.Key, outputs(b)))
	}
	return t
}
