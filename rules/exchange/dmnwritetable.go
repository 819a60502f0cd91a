// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// row is a rule as cells below the columns of a table.
type row struct {
	rule  book.Rule
	cells map[string]string // by the column's key
}

// table writes the rules of a book.
func (w *dmnWriter) table(b *book.Book) {
	columns, rows := w.rows(b)
	aggregation := ""
	if b.Hit.Aggregate != book.AsList {
		aggregation = ` aggregation="` + strings.ToUpper(string(b.Hit.Aggregate)) + `"`
	}
	w.open(`decisionTable hitPolicy="%s"`+aggregation, strings.ToUpper(string(b.Hit.Policy)))
	if b.Otherwise == nil && !b.Hit.IsMany() {
		w.line("<extensionElements><heinzel:complete/></extensionElements>")
	}
	for _, column := range columns {
		input, _, _ := strings.Cut(column, "\x00")
		w.line("<input><inputExpression><text>%s</text></inputExpression></input>", input)
	}
	for _, o := range b.Outputs {
		w.output(b, o)
	}
	for _, head := range []string{"id", "basis", "title"} {
		w.line(`<annotation name="%s"/>`, head)
	}
	for _, r := range rows {
		w.rule(b, columns, r)
	}
	w.close("decisionTable")
}

// rows spreads conditions over columns, in the order they are met. A term that
// a rule tests twice has two columns.
func (w *dmnWriter) rows(b *book.Book) (columns []string, rows []row) {
	for _, r := range b.Rules {
		out := row{rule: r, cells: map[string]string{}}
		for _, p := range w.probes(b, r) {
			key := p.input
			for out.cells[key] != "" {
				key += "\x00"
			}
			out.cells[key] = p.test
			if !slices.Contains(columns, key) {
				columns = append(columns, key)
			}
		}
		rows = append(rows, out)
	}
	return columns, rows
}

// probes are the tests of a rule; its validity tests the reference day.
func (w *dmnWriter) probes(b *book.Book, r book.Rule) []probe {
	if r.Discretion {
		w.fail(speech.Say("rule %q leaves discretion to a person, which DMN cannot say", "Regel „%s“ lässt Ermessen, das kann DMN nicht sagen", r.ID))
	}
	text := r.If.Text
	for _, limit := range []struct {
		sign string
		day  value.Value
	}{{">=", r.Valid.From}, {"<=", r.Valid.Until}} {
		if !limit.day.IsMissing() {
			text = "(" + text + ") and " + book.ReferenceDay + " " + limit.sign + " " + expression.Write(limit.day)
		}
	}
	s := w.speaker(b, r.ID)
	p, _ := expression.Compile(expression.Input{Text: text, Scope: scopeOf(b)})
	if p == nil {
		w.fail(speech.Say("rule %q cannot be read", "Regel „%s“ ist nicht lesbar", r.ID))
		return nil
	}
	out := s.probes(p.Tree())
	w.take(s)
	return out
}

func (w *dmnWriter) take(s *speaker) {
	if w.err == nil {
		w.err = s.err
	}
}

func (w *dmnWriter) output(b *book.Book, o book.Output) {
	s := w.speaker(b, o.Name)
	var values []string
	for _, c := range o.Type.Choices {
		values = append(values, s.literal(value.NewText(c)))
	}
	w.open(`output name="%s" typeRef="%s"`, theirs(o.KnownAs, o.Name), w.typeRef(o.Name, o.Type))
	if len(values) > 0 {
		w.entry("outputValues", strings.Join(values, ", "))
	}
	if b.Otherwise != nil {
		for _, a := range b.Otherwise.Then {
			if a.Output == o.Name {
				w.entry("defaultOutputEntry", w.result(b, o, a, s))
			}
		}
	}
	w.close("output")
	w.take(s)
}

func (w *dmnWriter) rule(b *book.Book, columns []string, r row) {
	w.open("rule")
	for _, column := range columns {
		text := r.cells[column]
		if text == "" {
			text = "-"
		}
		w.entry("inputEntry", text)
	}
	s := w.speaker(b, r.rule.ID)
	for _, o := range b.Outputs {
		text := "null"
		for _, a := range r.rule.Then {
			if a.Output == o.Name {
				text = w.result(b, o, a, s)
			}
		}
		w.entry("outputEntry", text)
	}
	for _, text := range []string{r.rule.ID, r.rule.Basis, r.rule.Title.DE} {
		w.entry("annotationEntry", text)
	}
	w.close("rule")
	w.take(s)
}

// result is what a rule gives an output, in FEEL.
func (w *dmnWriter) result(b *book.Book, o book.Output, a book.Assignment, s *speaker) string {
	if !a.IsExpression {
		return s.literal(a.Literal)
	}
	p, _ := expression.Compile(expression.Input{Text: a.Expression.Text, Scope: scopeOf(b), Profile: expression.Value, Want: o.Type})
	if p == nil {
		return s.refuse(speech.Say("%q", "„%s“", a.Expression.Text))
	}
	return s.text(p.Tree())
}
