// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/exchange/feel"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// tableReader reads the logic of one decision into its book.
type tableReader struct {
	*dmn
	*decision
	terms []*feel.Expression // of the input columns
	reads map[string]bool    // names in our words
}

// decide reads the logic of a decision.
func (r *dmn) decide(d *decision) {
	t := &tableReader{dmn: r, decision: d, reads: map[string]bool{}}
	table, literal := d.get("decisionTable"), d.get("literalExpression")
	switch {
	case table != nil:
		t.table(table)
	case literal != nil:
		t.literal(literal)
	default:
		t.other()
	}
	t.facts()
}

// other refuses decisions of other forms by their name.
func (t *tableReader) other() {
	known := []string{"extensionElements", "description", "question", "allowedAnswers", "variable", "informationRequirement", "knowledgeRequirement", "authorityRequirement", "supportedObjective", "impactedPerformanceIndicator", "decisionMaker", "decisionOwner", "usingProcess", "usingTask"}
	for _, k := range t.kids {
		if !slices.Contains(known, k.name) {
			refuse(t.report, k.at, k.name, t.attrs["name"])
			return
		}
	}
	t.report.Errorf(t.at, speech.Say("the decision %q holds no logic", "die Entscheidung „%s“ enthält keine Logik", t.attrs["name"]), speech.Text{})
}

// literal makes a decision that is one expression: a rule that always applies.
func (t *tableReader) literal(e *element) {
	t.foreign(e)
	text, at := e.textOf()
	rule := book.Rule{ID: "zeile-1", If: always(e.at), At: e.at}
	if a, ok := t.assigned(&t.book.Outputs[0], text, at); ok {
		rule.Then = append(rule.Then, a)
	}
	t.book.Rules = []book.Rule{rule}
}

func always(at source.Place) book.Expression {
	return book.Expression{Text: "true", At: at, TextAt: func(int) source.Place { return at }}
}

func (t *tableReader) table(table *element) {
	for _, in := range table.all("input") {
		t.column(in)
	}
	for _, o := range t.book.Outputs {
		t.book.Columns = append(t.book.Columns, book.Column{Then: o.Name})
	}
	heads := table.all("annotation")
	for i, rule := range table.all("rule") {
		t.book.Rules = append(t.book.Rules, t.rule(rule, i+1, heads))
	}
	t.numbered()
	t.book.Otherwise = t.otherwise(table)
}

// numbered gives rules that the model calls alike numbers of their own.
func (t *tableReader) numbered() {
	seen := map[string]bool{}
	for i := range t.book.Rules {
		r := &t.book.Rules[i]
		for seen[r.ID] {
			r.ID += "-"
		}
		seen[r.ID] = true
	}
}

// column reads the expression of an input column.
func (t *tableReader) column(in *element) {
	expression := in.get("inputExpression")
	if expression == nil {
		expression = in
	}
	t.foreign(expression)
	text, at := expression.textOf()
	e := t.expression(text, at)
	t.terms = append(t.terms, e)
	if e == nil {
		return
	}
	t.read(e.Reads())
	t.settle(e, in, expression)
	if !e.IsLogic() {
		t.book.Columns = append(t.book.Columns, book.Column{If: e.Text(), Given: true})
	}
}

func (t *tableReader) read(names []string) {
	for _, name := range names {
		t.reads[name] = true
	}
}

// settle takes what a column says about its input, where nothing else does.
func (t *tableReader) settle(e *feel.Expression, in, expression *element) {
	name, isName := e.Name()
	known := t.called(name)
	if !isName || known == nil || known.settled() {
		return
	}
	d := described{kind: known.fact.Type.Kind}
	if d.kind == value.Missing {
		d = t.typeOf(expression.attrs["typeRef"], expression, 0)
	}
	if d.kind == value.Missing {
		d.kind = t.literalKind(len(t.terms) - 1)
	}
	t.restrict(&d, in.get("inputValues"))
	known.fact.Type, known.fact.Min, known.fact.Max = d.valueType(), d.low, d.high
}

// settled reports an input about which enough is known: a type that is more
// than a text or a number without limits, or a decision's own.
func (in *input) settled() bool {
	switch f := in.fact; f.Type.Kind {
	case value.Missing, value.Text:
		return f.From != nil
	case value.Decimal, value.Integer:
		return f.From != nil || !f.Min.IsMissing() || !f.Max.IsMissing()
	}
	return true
}

// called is the input of one of our names.
func (r *dmn) called(ours string) *input {
	for _, in := range r.inputs {
		if in.fact.Name == ours {
			return in
		}
	}
	return nil
}

// literalKind is the kind of the first value that stands below an input.
func (t *tableReader) literalKind(column int) value.Kind {
	for _, rule := range t.get("decisionTable").all("rule") {
		entries := rule.all("inputEntry")
		if column >= len(entries) {
			continue
		}
		text, _ := entries[column].textOf()
		tests, problem := t.language().Tests(text)
		if problem != nil {
			continue
		}
		if kind := tests.Kind(); kind != value.Missing {
			return kind
		}
	}
	return value.Missing
}
