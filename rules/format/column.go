// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// The columns that are neither a term nor an output, by their names.
const (
	idColumn         = "id"
	titleColumn      = "title"
	germanColumn     = "title de"
	englishColumn    = "title en"
	wholeColumn      = "if" // a whole condition as an expression
	basisColumn      = "basis"
	fromColumn       = "valid from"
	untilColumn      = "valid until"
	discretionColumn = "ermessen"
)

func columnWords() []string {
	return []string{idColumn, titleColumn, germanColumn, englishColumn, wholeColumn, basisColumn, fromColumn, untilColumn, discretionColumn}
}

// The keys of a column that says what it is. A guarded term is compared only
// where it was given.
const (
	ifKey    = "if"
	givenKey = "if given"
	thenKey  = "then"
)

// column is a column of a decision table: exactly one of these is set.
type column struct {
	word   string
	term   *term
	output *book.Output
}

// columns reads the heads of a table's columns.
func (d *decoder) columns(b *book.Book, heads []*yaml.Node) []column {
	out := make([]column, len(heads))
	seen := map[string]bool{}
	for i, n := range heads {
		out[i] = d.column(b, n)
		if key := out[i].key(); key != "" {
			if seen[key] {
				d.report.Errorf(n.At, speech.Say("the column %q stands here twice", "die Spalte „%s“ steht hier zweimal", n.Text), speech.Text{})
			}
			seen[key] = true
		}
		if head, ok := out[i].head(); ok {
			b.Columns = append(b.Columns, head)
		}
	}
	return out
}

// key tells columns apart. Two columns may ask about one term.
func (c column) key() string {
	if c.output != nil {
		return "then " + c.output.Name
	}
	return c.word
}

// head is the column as the book keeps it.
func (c column) head() (book.Column, bool) {
	switch {
	case c.term != nil:
		return book.Column{If: c.term.text, Given: c.term.guarded}, true
	case c.output != nil:
		return book.Column{Then: c.output.Name}, true
	}
	return book.Column{}, false
}

func (d *decoder) column(b *book.Book, n *yaml.Node) column {
	if n.Kind == yaml.Mapping {
		return d.explicit(b, n)
	}
	name := d.text(n)
	isTerm, output := b.Fact(name) != nil || b.Parameter(name) != nil, b.Output(name)
	switch {
	case slices.Contains(columnWords(), name):
		return column{word: name}
	case isTerm && output != nil:
		d.report.Errorf(n.At, speech.Say("%q is both a fact and an output", "„%s“ ist Sachverhalt und Ergebnis zugleich", name),
			speech.Say("write {if: %s} or {then: %s}", "schreiben Sie {if: %s} oder {then: %s}", name, name))
	case isTerm:
		return column{term: d.term(b, book.Expression{Text: name, At: n.At, TextAt: n.TextAt})}
	case output != nil:
		return column{output: output}
	default:
		known := slices.Concat(facts(b), outputs(b), columnWords())
		d.report.Errorf(n.At, speech.Say("a column %q cannot be", "eine Spalte „%s“ kann es nicht geben", name), source.DidYouMean(name, known))
	}
	return column{}
}

// explicit reads {if: term} or {then: output}.
func (d *decoder) explicit(b *book.Book, n *yaml.Node) column {
	what := speech.Say("a column", "eine Spalte")
	if !d.mapping(n, what, ifKey, givenKey, thenKey) {
		return column{}
	}
	if len(n.Entries) != 1 {
		d.report.Errorf(n.At, speech.Say("a column is a term or an output", "eine Spalte ist ein Ausdruck oder ein Ergebnis"), speech.Say("write {if: …} or {then: …}", "schreiben Sie {if: …} oder {then: …}"))
		return column{}
	}
	e := n.Entries[0]
	if e.Key == thenKey {
		o := b.Output(d.text(e.Value))
		if o == nil {
			d.report.Errorf(e.Value.At, speech.Say("unknown output %q", "unbekanntes Ergebnis „%s“", e.Value.Text), source.DidYouMean(e.Value.Text, outputs(b)))
		}
		return column{output: o}
	}
	if d.text(e.Value) == "" {
		return column{}
	}
	t := d.term(b, d.expression(e.Value, 0))
	if t != nil {
		t.guarded = e.Key == givenKey
	}
	return column{term: t}
}
