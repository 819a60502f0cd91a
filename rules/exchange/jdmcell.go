// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"fmt"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/exchange/feel"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// cell is a cell of a rule; rows name their columns by id.
func cell(row map[string]any, id string) string {
	text, _ := row[id].(string)
	return strings.TrimSpace(text)
}

func (t *jdmReader) rule(row map[string]any, number int, terms []*feel.Expression) book.Rule {
	at := t.ruleAt(number)
	r := book.Rule{ID: fmt.Sprintf("zeile-%d", number), At: at, Title: speech.Same(cell(row, "_description"))}
	var when joined
	for i, in := range t.content.Inputs {
		when.add(t.condition(in, number, terms[i], cell(row, in.ID)), at)
	}
	r.If = when.expression(at)
	for i, o := range t.content.Outputs {
		if a, ok := t.assigned(&t.book.Outputs[i], o.Name, number, cell(row, o.ID)); ok {
			r.Then = append(r.Then, a)
		}
	}
	return r
}

// condition is a cell below a term, or a condition of its own.
func (t *jdmReader) condition(in jdmColumn, row int, term *feel.Expression, text string) string {
	switch {
	case text == "" || text == "-":
		return ""
	case term == nil && in.Field == "":
		e, problem := t.language().Read(text)
		if problem != nil {
			t.note(in.Name, row, problem)
			return ""
		}
		t.reads(e.Reads())
		return e.Holds()
	case term == nil:
		return ""
	}
	tests, problem := t.language().Tests(text)
	if problem == nil {
		t.learn(in.Field, tests.Kind())
		t.reads(tests.Reads())
		var out string
		if out, problem = tests.On(term); problem == nil {
			return out
		}
	}
	t.note(in.Name, row, problem)
	return ""
}

// learn takes the kind of a value that a field is compared with.
func (t *jdmReader) learn(field string, kind value.Kind) {
	if kind == value.Integer {
		kind = value.Decimal
	}
	if t.kinds[field] == value.Missing {
		t.kinds[field] = kind
	}
}

func (t *jdmReader) assigned(o *book.Output, column string, row int, text string) (a book.Assignment, ok bool) {
	at := t.at
	if row > 0 {
		at = t.ruleAt(row)
	}
	a = book.Assignment{Output: o.Name, At: at}
	if text == "" {
		return a, false
	}
	e, problem := t.language().Read(text)
	switch {
	case problem != nil:
		t.note(column, row, problem)
		return a, false
	case e.IsNull():
		return a, false
	}
	t.reads(e.Reads())
	if v, isLiteral := e.Literal(); isLiteral {
		a.Literal = literalOf(t.report, o.Type, v, at)
		return a, true
	}
	a.IsExpression, a.Expression = true, book.Expression{Text: e.Text(), At: at, TextAt: func(int) source.Place { return at }}
	return a, true
}
