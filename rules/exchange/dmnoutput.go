// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"cmp"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// outputs begins the book of a decision with what it decides, and lets other
// decisions read that.
func (r *dmn) outputs(d *decision) {
	d.book = &book.Book{Title: speech.Same(cmp.Or(d.attrs["label"], d.title)), KnownAs: d.title, At: d.at}
	ref := ""
	if variable := d.get("variable"); variable != nil {
		ref = variable.attrs["typeRef"]
	}
	result := r.typeOf(ref, d.element, 0)
	table := d.get("decisionTable")
	if table == nil {
		if result.kind == value.Missing {
			text, _ := d.get("literalExpression").textOf()
			result.kind = r.kindOf(text)
		}
		r.single(d, d.name, result, nil)
		d.book.Hit = book.Hit{Policy: book.First, At: d.at}
		r.publish(d)
		return
	}
	d.book.Hit = r.hit(table)
	columns := table.all("output")
	for i, o := range columns {
		r.output(d, table, o, i, len(columns) == 1, result)
	}
	r.ranked(d, table)
	r.publish(d)
}

// hit reads the hit policy and, for COLLECT, the aggregation.
func (r *dmn) hit(table *element) book.Hit {
	policies := map[string]book.Policy{
		"": book.Unique, "UNIQUE": book.Unique, "ANY": book.Any, "FIRST": book.First, "PRIORITY": book.Priority,
		"RULE ORDER": book.RuleOrder, "OUTPUT ORDER": book.OutputOrder, "COLLECT": book.Collect,
	}
	aggregates := map[string]book.Aggregate{"": book.AsList, "SUM": book.Sum, "MIN": book.Min, "MAX": book.Max, "COUNT": book.Count}
	policy, known := policies[table.attrs["hitPolicy"]]
	if !known {
		refuse(r.report, table.at, "hitPolicy", table.attrs["hitPolicy"])
	}
	aggregate, known := aggregates[table.attrs["aggregation"]]
	if !known {
		refuse(r.report, table.at, "aggregation", table.attrs["aggregation"])
	}
	return book.Hit{Policy: policy, Aggregate: aggregate, At: table.at}
}

// output declares an output column. Without a type of its own it has that of
// the decision, else of what stands below it.
func (r *dmn) output(d *decision, table, o *element, i int, alone bool, result described) {
	name := strings.Join(strings.Fields(o.attrs["name"]), " ")
	t := r.typeOf(o.attrs["typeRef"], o, 0)
	if t.kind == value.Missing && len(t.fields) == 0 {
		t = partOf(result, name, alone)
	}
	t.list = t.list && !d.book.Hit.IsList()
	r.restrict(&t, o.get("outputValues"))
	if t.kind == value.Missing {
		t.kind = r.guessed(table, i)
	}
	if alone && name == "" {
		r.single(d, d.name, t, o)
		return
	}
	if name == "" {
		r.report.Errorf(o.at, speech.Say("one of several outputs needs a name", "eine von mehreren Ausgaben braucht einen Namen"), speech.Text{})
	}
	r.single(d, name, t, o)
}

// partOf is what the decision's type says about one of its outputs.
func partOf(result described, name string, alone bool) described {
	if alone && len(result.fields) == 0 {
		return result
	}
	for _, f := range result.fields {
		if f.name == name {
			return f.described
		}
	}
	return described{}
}

// guessed is the kind of the first value in an output column that shows one.
func (r *dmn) guessed(table *element, column int) value.Kind {
	for _, rule := range table.all("rule") {
		entries := rule.all("outputEntry")
		if column >= len(entries) {
			continue
		}
		text, _ := entries[column].textOf()
		if kind := r.kindOf(text); kind != value.Missing {
			return kind
		}
	}
	return value.Missing
}

// kindOf is the kind of what an expression gives, as far as it can be told.
func (r *dmn) kindOf(text string) value.Kind {
	e, problem := r.language().Read(text)
	if problem != nil {
		return value.Missing
	}
	return numeric(e.Kind(func(name string) value.Kind {
		if in := r.called(name); in != nil {
			return in.fact.Type.Kind
		}
		return value.Missing
	}))
}

// numeric is the kind of a column of such values; models know no integers, and
// a word may be followed by another.
func numeric(k value.Kind) value.Kind {
	switch k {
	case value.Integer:
		return value.Decimal
	case value.Choice:
		return value.Text
	}
	return k
}

func (r *dmn) single(d *decision, name string, t described, o *element) {
	at := d.at
	if o != nil {
		at = o.at
	}
	if t.kind == value.Missing {
		r.report.Errorf(at, speech.Say("the model does not say of what type %q is", "das Modell sagt nicht, von welchem Typ „%s“ ist", name), speech.Say("give it a typeRef", "geben Sie ihm ein typeRef"))
		t.kind = value.Text
	}
	ours := identifier(name)
	if name == d.name {
		ours = r.names.of(name)
	}
	for d.book.Output(ours) != nil {
		ours += "_"
	}
	d.book.Outputs = append(d.book.Outputs, book.Output{Name: ours, KnownAs: knownAs(name, ours), Label: labelOf(name, ours), Type: t.valueType(), Optional: true, At: at})
}

// ranked refuses an order of results that nothing declares.
func (r *dmn) ranked(d *decision, table *element) {
	if !d.book.Hit.IsRanked() {
		return
	}
	for _, o := range d.book.Outputs {
		if o.Type.Kind == value.Choice {
			return
		}
	}
	r.report.Errorf(table.at, speech.Say("%s needs outputValues, words in the order of their rank", "%s braucht outputValues, Wörter in der Reihenfolge ihres Rangs", table.attrs["hitPolicy"]), speech.Text{})
}

// publish lets other decisions read what this one decides.
func (r *dmn) publish(d *decision) {
	for _, o := range d.book.Outputs {
		name := d.name
		if len(d.book.Outputs) > 1 {
			name += "." + theirs(o.KnownAs, o.Name)
		}
		r.derived(d, o, name)
	}
}

func (r *dmn) derived(d *decision, o book.Output, name string) {
	ours := r.names.of(name)
	r.declareInput(name, d.at, book.Fact{
		Name: ours, KnownAs: knownAs(name, ours), Label: labelOf(name, ours), Type: d.book.Hit.Gives(o.Type), Optional: true, At: d.at,
		From: &book.Origin{Book: d.file, Output: o.Name, At: d.at},
	})
}

func theirs(known, ours string) string {
	if known == "" {
		return ours
	}
	return known
}

// shortcuts let the output of a decision be read by its own name, as some
// tools do, where nothing else is called so.
func (r *dmn) shortcuts() {
	count := map[string]int{}
	for _, d := range r.order {
		for _, o := range d.book.Outputs {
			count[theirs(o.KnownAs, o.Name)]++
		}
	}
	for _, d := range r.order {
		for _, o := range d.book.Outputs {
			name := theirs(o.KnownAs, o.Name)
			if r.inputs[name] == nil && count[name] == 1 {
				r.derived(d, o, name)
			}
		}
	}
}

// undeclared declares inputs that some tools only name where they are used.
func (r *dmn) undeclared() {
	for _, d := range r.order {
		for _, in := range d.get("decisionTable").all("input") {
			e := in.get("inputExpression")
			text, at := e.textOf()
			name := strings.Join(strings.Fields(text), " ")
			if r.inputs[name] != nil || !isNameOfModel(name) {
				continue
			}
			if _, problem := r.language().Read(text); problem != nil {
				r.field(name, r.typeOf(e.attrs["typeRef"], e, 0), &element{at: at})
			}
		}
	}
}

// isNameOfModel reports a text that may be one name, or a path of names.
func isNameOfModel(text string) bool {
	for part := range strings.SplitSeq(text, ".") {
		for word := range strings.SplitSeq(part, " ") {
			if identifier(word) != word {
				return false
			}
		}
	}
	return text != ""
}
