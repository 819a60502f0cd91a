// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
)

// layout is a book's rules as a table.
type layout struct {
	book    *book.Book
	scope   expression.Scope
	terms   []term
	outputs []*book.Output
	rows    []laid
	german  bool
}

// laid is the conditions of one rule as cells: one below each term, and what
// no column can hold.
type laid struct {
	cells []string
	whole string
}

// layoutOf takes the columns that the book names, or makes one for each term
// that some rule compares.
func layoutOf(b *book.Book, german bool) *layout {
	l := &layout{book: b, scope: scopeOf(b), german: german}
	if len(b.Columns) > 0 {
		l.named(b.Columns)
	} else {
		l.found()
	}
	for i := range b.Outputs {
		if o := &b.Outputs[i]; !slices.Contains(l.outputs, o) {
			l.outputs = append(l.outputs, o)
		}
	}
	for i := range l.terms {
		l.terms[i].german = german
	}
	for i := range b.Rules {
		l.rows = append(l.rows, l.lay(b.Rules[i].If.Text))
	}
	l.drop()
	return l
}

func (l *layout) named(columns []book.Column) {
	for _, c := range columns {
		if o := l.book.Output(c.Then); o != nil {
			l.outputs = append(l.outputs, o)
			continue
		}
		if t, _ := termOf(l.book, book.Expression{Text: c.If}); t != nil {
			t.guarded = c.Given
			l.terms = append(l.terms, *t)
		}
	}
}

// found makes columns for the terms of all conditions: names in the order of
// the book, then other terms in the order of the rules.
func (l *layout) found() {
	var names, others []term
	for i := range l.book.Rules {
		for _, part := range l.parts(l.book.Rules[i].If.Text) {
			t := l.subject(part)
			if t == nil || slices.ContainsFunc(slices.Concat(names, others), func(o term) bool { return o.canonical == t.canonical }) {
				continue
			}
			if t.name {
				names = append(names, *t)
			} else {
				others = append(others, *t)
			}
		}
	}
	place := func(t term) int {
		return slices.IndexFunc(l.book.Facts, func(f book.Fact) bool { return f.Name == t.text })
	}
	slices.SortStableFunc(names, func(a, b term) int { return place(a) - place(b) })
	l.terms = append(names, others...)
}

// parts are the conditions that must all hold; none where the text cannot be
// read.
func (l *layout) parts(text string) []expression.Tree {
	p, _ := expression.Compile(expression.Input{Text: text, Scope: l.scope})
	if p == nil {
		return nil
	}
	return p.Tree().Conjuncts()
}

// subject is the term that a condition is about, if a cell can hold it.
func (l *layout) subject(n expression.Tree) *term {
	about := n
	for about.Sign() == "not" || about.Sign() == "or" || about.Sign() == "and" {
		about = about.Parts()[0]
	}
	switch about.Sign() {
	case "==", "!=", "<", "<=", ">", ">=", "in", expression.Given:
		about = about.Parts()[0]
	}
	if len(about.Reads()) == 0 {
		return nil
	}
	t, _ := termOf(l.book, book.Expression{Text: about.Text()})
	if t == nil || !l.holds(*t, n) {
		return nil
	}
	return t
}

// holds reports whether a cell below the term can hold these conditions.
func (l *layout) holds(t term, parts ...expression.Tree) bool {
	_, ok := l.cell(t, parts)
	return ok
}

// cell writes conditions that must all hold as one cell, if reading it gives
// the same.
func (l *layout) cell(t term, parts []expression.Tree) (string, bool) {
	var cell string
	var ok bool
	if len(parts) == 1 {
		cell, ok = t.entry(parts[0])
	} else {
		cell, ok = t.between(parts)
	}
	if !ok {
		return "", false
	}
	c, slips := t.ask(cell)
	return cell, len(slips) == 0 && c.text != "" && slices.Equal(meanings(l.parts(c.text)), meanings(parts))
}

// meanings names conditions, whatever their order.
func meanings(parts []expression.Tree) []string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = p.Canonical()
	}
	slices.Sort(out)
	return out
}

// drop takes away columns that were found but hold nothing.
func (l *layout) drop() {
	if len(l.book.Columns) > 0 {
		return
	}
	for i := len(l.terms) - 1; i >= 0; i-- {
		if slices.ContainsFunc(l.rows, func(r laid) bool { return r.cells[i] != "" }) {
			continue
		}
		l.terms = slices.Delete(l.terms, i, i+1)
		for j := range l.rows {
			l.rows[j].cells = slices.Delete(l.rows[j].cells, i, i+1)
		}
	}
}
