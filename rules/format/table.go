// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"fmt"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// ReadTable gives a book the rules of a table in another kind of file, in the
// place of its own. The heads and cells are those of a table in YAML; a head
// that says what it is, is one text: "if: term".
func ReadTable(report *source.Report, b *book.Book, heads []*yaml.Node, rows [][]*yaml.Node) {
	d := &decoder{report: report}
	b.Rules, b.Columns = nil, nil
	for i, n := range heads {
		heads[i] = keyed(n)
	}
	columns := d.columns(b, heads)
	for i, cells := range rows {
		if len(cells) > 0 {
			b.Rules = append(b.Rules, d.row(b, columns, cells, i+1))
		}
	}
	d.numbered(b)
}

// keyed takes a head apart that says what it is.
func keyed(n *yaml.Node) *yaml.Node {
	for _, key := range []string{ifKey, givenKey, thenKey} {
		if rest, ok := strings.CutPrefix(n.Text, key+":"); ok {
			text := strings.TrimSpace(rest)
			value := &yaml.Node{At: n.TextAt(len([]rune(n.Text)) - len([]rune(text))), Text: text}
			return &yaml.Node{Kind: yaml.Mapping, At: n.At, Entries: []yaml.Entry{{Key: key, KeyAt: n.At, Value: value}}}
		}
	}
	return n
}

// table reads {columns: […], rows: […]}.
func (d *decoder) table(b *book.Book, n *yaml.Node) {
	what := speech.Say("a decision table", "eine Entscheidungstabelle")
	if !d.mapping(n, what, "columns", "rows") {
		return
	}
	d.need(n, "columns", what)
	columns := d.columns(b, d.items(n, "columns"))
	d.need(n, "rows", what)
	for i, row := range d.items(n, "rows") {
		if row.Kind != yaml.Sequence || len(row.Items) != len(columns) {
			d.report.Errorf(row.At, speech.Say("a row is a list of %d cells, one for each column", "eine Zeile ist eine Liste von %d Zellen, eine für jede Spalte", len(columns)), speech.Text{})
			continue
		}
		b.Rules = append(b.Rules, d.row(b, columns, row.Items, i+1))
	}
}

// row makes the rule of one row.
func (d *decoder) row(b *book.Book, columns []column, cells []*yaml.Node, number int) book.Rule {
	r := book.Rule{ID: fmt.Sprintf("zeile-%d", number), At: cells[0].At}
	var when sentence
	for i, c := range columns {
		switch n := cells[i]; {
		case c.term != nil:
			d.asked(&when, *c.term, n)
		case c.output != nil:
			d.result(b, &r, c.output, n)
		case c.word == wholeColumn:
			d.whole(&when, n)
		default:
			d.note(&r, c.word, n)
		}
	}
	r.If = when.expression(r.At)
	d.days(&r, columns, cells)
	d.complete(b, r, cells[0])
	return r
}

// asked adds the condition of a cell below a term.
func (d *decoder) asked(when *sentence, t term, n *yaml.Node) {
	c, slips := t.ask(d.text(n))
	indent := len([]rune(n.Text)) - len([]rune(strings.TrimLeft(n.Text, " ")))
	for _, s := range slips {
		d.report.Errorf(n.TextAt(indent+s.letter), s.problem, s.hint)
	}
	if c.text != "" {
		when.add(c, func(int) source.Place { return n.At })
	}
}

// whole adds a condition that was written as an expression.
func (d *decoder) whole(when *sentence, n *yaml.Node) {
	if text := d.text(n); text == "" || text == anything {
		return
	}
	e := d.expression(n, 0)
	when.add(condition{e.Text, loose}, e.TextAt)
}

// result reads what a row gives an output; an empty cell leaves it open.
func (d *decoder) result(b *book.Book, r *book.Rule, o *book.Output, n *yaml.Node) {
	if n.Kind == yaml.Scalar && (d.text(n) == "" || d.text(n) == anything) {
		return
	}
	e := yaml.Entry{Key: o.Name, KeyAt: n.At, Value: n}
	if text, ok := unquoted(d.textIn(n)); ok {
		plain := *n
		plain.Text = text
		r.Then = append(r.Then, book.Assignment{Output: o.Name, Literal: d.value(&plain, o.Type), At: n.At})
		return
	}
	r.Then = append(r.Then, d.assignment(b, e))
}

// textIn is the text of a scalar, or nothing.
func (d *decoder) textIn(n *yaml.Node) string {
	if n.Kind != yaml.Scalar {
		return ""
	}
	return strings.TrimSpace(n.Text)
}

func (d *decoder) note(r *book.Rule, word string, n *yaml.Node) {
	switch word {
	case idColumn:
		if r.ID = d.text(n); r.ID == "" {
			d.report.Errorf(n.At, speech.Say("%s needs %q", "%s braucht „%s“", speech.Say("a rule", "eine Regel"), idColumn), speech.Text{})
		}
	case titleColumn:
		r.Title = d.spoken(n)
	case germanColumn:
		r.Title.DE = d.text(n)
	case englishColumn:
		r.Title.EN = d.text(n)
	case basisColumn:
		r.Basis = d.text(n)
	case discretionColumn:
		r.Discretion = d.text(n) != "" && d.value(n, value.Of(value.Boolean)).Yes()
	}
}

// days reads both ends of a row's validity.
func (d *decoder) days(r *book.Rule, columns []column, cells []*yaml.Node) {
	valid := &yaml.Node{Kind: yaml.Mapping, At: cells[0].At}
	for i, c := range columns {
		if key, ok := strings.CutPrefix(c.word, "valid "); ok && d.text(cells[i]) != "" {
			valid.Entries = append(valid.Entries, yaml.Entry{Key: key, Value: cells[i]})
		}
	}
	r.Valid = d.span(valid)
}
