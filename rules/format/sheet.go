// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// sheetColumn is a column as it is written: its head, the key that stands
// before it where a name alone would not do, and its cells. In YAML a list is
// a list.
type sheetColumn struct {
	key, head string
	open      bool // a cell may ask or set nothing
	cell      func(row int) string
	literal   func(row int) value.Value // of an output
}

// WriteTable gives the rules of a book as rows of texts below their heads, for
// other kinds of tables; numbers have a comma. ReadTable reads them back.
func WriteTable(b *book.Book) [][]string {
	l := layoutOf(b, true)
	columns := l.columns()
	rows := make([][]string, 1+len(l.rows))
	for _, c := range columns {
		head := c.head
		if c.key != "" {
			head = c.key + ": " + head
		}
		rows[0] = append(rows[0], head)
		for i := range l.rows {
			rows[i+1] = append(rows[i+1], c.cell(i))
		}
	}
	return rows
}

// columns are those that some rule needs: who it is, when it applies, what it
// sets, and what it rests on.
func (l *layout) columns() []sheetColumn {
	rules := l.book.Rules
	out := []sheetColumn{{head: idColumn, cell: func(i int) string { return rules[i].ID }}}
	for i, t := range l.terms {
		out = append(out, sheetColumn{key: l.keyOf(t), head: t.text, open: true, cell: func(row int) string { return l.rows[row].cells[i] }})
	}
	out = append(out, l.some(wholeColumn, func(i int) string { return l.rows[i].whole })...)
	for _, o := range l.outputs {
		out = append(out, l.result(o))
	}
	out = append(out, l.titles()...)
	return slices.Concat(
		out,
		l.some(basisColumn, func(i int) string { return rules[i].Basis }),
		l.some(fromColumn, func(i int) string { return rules[i].Valid.From.String() }),
		l.some(untilColumn, func(i int) string { return rules[i].Valid.Until.String() }),
		l.some(discretionColumn, func(i int) string { return yesOrNothing(rules[i].Discretion) }),
	)
}

func (l *layout) result(o *book.Output) sheetColumn {
	rules := l.book.Rules
	return sheetColumn{
		key: l.keyThen(o.Name), head: o.Name, open: true,
		cell:    func(i int) string { return resultCell(o, rules[i].Then, l.german) },
		literal: func(i int) value.Value { return literalOf(o, rules[i].Then) },
	}
}

func literalOf(o *book.Output, then []book.Assignment) value.Value {
	for _, a := range then {
		if a.Output == o.Name && !a.IsExpression {
			return a.Literal
		}
	}
	return value.Value{}
}

func (l *layout) keyOf(t term) string {
	switch {
	case t.guarded:
		return givenKey
	case !t.name || slices.Contains(columnWords(), t.text) || l.book.Output(t.text) != nil:
		return ifKey
	}
	return ""
}

func (l *layout) keyThen(name string) string {
	if slices.Contains(columnWords(), name) || l.book.Fact(name) != nil || l.book.Parameter(name) != nil {
		return thenKey
	}
	return ""
}

// some is a column of this name if any of its cells holds something.
func (l *layout) some(name string, cell func(int) string) []sheetColumn {
	for i := range l.rows {
		if cell(i) != "" {
			return []sheetColumn{{head: name, open: name == wholeColumn, cell: cell}}
		}
	}
	return nil
}

func (l *layout) titles() []sheetColumn {
	rules := l.book.Rules
	if slices.ContainsFunc(rules, func(r book.Rule) bool { return r.Title.DE != r.Title.EN }) {
		return slices.Concat(
			l.some(germanColumn, func(i int) string { return rules[i].Title.DE }),
			l.some(englishColumn, func(i int) string { return rules[i].Title.EN }),
		)
	}
	return l.some(titleColumn, func(i int) string { return rules[i].Title.DE })
}

func yesOrNothing(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// resultCell is what a rule gives an output; nothing where it leaves it open.
func resultCell(o *book.Output, then []book.Assignment, german bool) string {
	for _, a := range then {
		switch {
		case a.Output != o.Name:
		case a.IsExpression:
			return "=" + a.Expression.Text
		case a.Literal.Kind() == value.List:
			return listCell(o.Type, a.Literal)
		default:
			return literalCell(o.Type, a.Literal, german)
		}
	}
	return ""
}

// literalCell puts a text in quotes where the cell would else mean something.
func literalCell(t value.Type, v value.Value, german bool) string {
	text := writtenIn(t, v, german)
	_, inside := unquoted(text)
	if t.Kind.IsText() && (text == "" || text == anything || inside || strings.HasPrefix(text, "=") || text != strings.TrimSpace(text) || strings.ContainsAny(text, "\n\r")) {
		return inQuotes(text)
	}
	return text
}

// listCell writes a list as cells hold lists; one that would be read
// differently is an expression.
func listCell(t value.Type, v value.Value) string {
	text := v.String()
	if read, err := value.Parse(t, text); err == nil && value.Equal(read, v) && text != anything {
		return text
	}
	items := make([]string, len(v.Items()))
	for i, item := range v.Items() {
		items[i] = expression.Write(item)
	}
	return "=" + list(items)
}
