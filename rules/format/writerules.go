// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// rules writes sentences.
func (w *writer) rules(b *book.Book) {
	if len(b.Rules) == 0 {
		w.line("\nrules: []")
		return
	}
	w.WriteString("\n")
	w.below("rules", func() {
		for _, r := range b.Rules {
			w.line("- id: %s", yaml.Quote(r.ID))
			w.deeper(func() { w.rule(b, r) })
		}
	})
}

func (w *writer) rule(b *book.Book, r book.Rule) {
	w.spoken("title", r.Title)
	w.line("if: %s", formula(r.If.Text))
	w.then(b, r.Then)
	w.field("basis", r.Basis)
	if !r.Valid.IsAlways() {
		w.below("valid", func() {
			w.field("from", r.Valid.From.String())
			w.field("until", r.Valid.Until.String())
		})
	}
	w.yes("ermessen", r.Discretion)
}

func (w *writer) then(b *book.Book, then []book.Assignment) {
	if len(then) == 0 {
		w.line("then: {}")
		return
	}
	w.below("then", func() {
		for _, a := range then {
			w.line("%s: %s", a.Output, assigned(b, a))
		}
	})
}

// assigned is what a rule gives an output, as a sentence holds it.
func assigned(b *book.Book, a book.Assignment) string {
	t := value.Of(value.Text)
	if o := b.Output(a.Output); o != nil {
		t = o.Type
	}
	switch text := a.Literal.String(); {
	case a.IsExpression:
		return formula("=" + a.Expression.Text)
	case a.Literal.Kind().IsText() && strings.HasPrefix(text, "="):
		return formula("=" + expression.Write(a.Literal))
	}
	return flow(t, a.Literal)
}

// table writes the rules as rows.
func (w *writer) table(l *layout) {
	w.WriteString("\n")
	w.below("table", func() {
		columns := l.columns()
		w.line("columns: %s", list(heads(columns)))
		if len(l.rows) == 0 {
			w.line("rows: []")
			return
		}
		w.below("rows", func() {
			for i := range l.rows {
				w.line("- %s", list(cellsOf(columns, i)))
			}
		})
	})
}

func heads(columns []sheetColumn) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = yaml.Quote(c.head)
		if c.key != "" {
			out[i] = braces([]string{c.key + ": " + inFlow(c.head)})
		}
	}
	return out
}

// cellsOf are the cells of a row; one that asks or sets nothing shows it.
func cellsOf(columns []sheetColumn, row int) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		switch text := c.cell(row); {
		case text == "" && c.open:
			out[i] = anything
		case c.literal != nil && c.literal(row).Kind() == value.List:
			out[i] = flow(value.Of(value.List), c.literal(row))
		case c.head == wholeColumn && c.key == "":
			out[i] = inFlow(text)
		default:
			out[i] = yaml.Quote(text)
		}
	}
	return out
}

// inFlow is an expression inside { } or [ ], where only names may do without
// quotes.
func inFlow(text string) string {
	if quoted := yaml.Quote(text); quoted != text || isDotted(text) {
		return quoted
	}
	return `"` + text + `"`
}
