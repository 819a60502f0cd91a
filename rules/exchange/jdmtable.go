// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"cmp"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/exchange/feel"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// jdmReader reads one decision table node.
type jdmReader struct {
	*jdm
	node    jdmNode
	content jdmTable
	file    string
	book    *book.Book
	fields  []string // that rules read, in the model's words
	kinds   map[string]value.Kind
}

// refuse notes something about the table.
func (t *jdmReader) refuse(what string, problem speech.Text) {
	t.report.Errorf(t.place(t.node.ID), speech.Say("%s %q: %s", "%s „%s“: %s", what, t.node.Name, problem), speech.Text{})
}

// settings refuses what makes a table more than a table.
func (t *jdmReader) settings() {
	c := t.content
	switch {
	case c.HitPolicy != "first" && c.HitPolicy != "collect":
		t.refuse("hitPolicy", speech.Say("%s is not taken over", "%s wird nicht übernommen", c.HitPolicy))
	case c.Mode != "" && c.Mode != "single":
		t.refuse("executionMode", speech.Say("%s is not taken over", "%s wird nicht übernommen", c.Mode))
	case c.InputField != nil && *c.InputField != "", c.OutputPath != nil && *c.OutputPath != "":
		t.refuse("inputField", speech.Say("paths of the whole table are not taken over", "Pfade der ganzen Tabelle werden nicht übernommen"))
	}
}

func (t *jdmReader) read() {
	t.kinds = map[string]value.Kind{}
	t.book = &book.Book{Title: speech.Same(t.node.Name), At: t.at, Hit: book.Hit{Policy: book.First}, Otherwise: &book.Otherwise{}}
	if t.content.HitPolicy == "collect" {
		t.book.Hit.Policy = book.Collect
	}
	for _, in := range t.content.Inputs {
		if isNameOfModel(in.Field) {
			t.names.of(in.Field)
		}
	}
	var terms []*feel.Expression
	for _, in := range t.content.Inputs {
		terms = append(terms, t.term(in))
	}
	for _, o := range t.content.Outputs {
		t.output(o)
	}
	for i, r := range t.content.Rules {
		t.book.Rules = append(t.book.Rules, t.rule(r, i+1, terms))
	}
	t.defaults()
}

func (t *jdmReader) language() feel.Language {
	return feel.Language{Dialect: feel.Zen, Names: t.names.ours}
}

// term reads what a column asks about; nil for one whose cells are conditions.
func (t *jdmReader) term(in jdmColumn) *feel.Expression {
	if strings.TrimSpace(in.Field) == "" {
		return nil
	}
	e, problem := t.language().Read(in.Field)
	if problem != nil {
		t.note(in.Name, 0, problem)
		return nil
	}
	t.book.Columns = append(t.book.Columns, book.Column{If: e.Text(), Given: true})
	t.reads(e.Reads())
	return e
}

func (t *jdmReader) reads(ours []string) {
	for theirs, name := range t.names.ours {
		if slices.Contains(ours, name) && !slices.Contains(t.fields, theirs) {
			t.fields = append(t.fields, theirs)
		}
	}
}

// note says what is wrong in a column: with a rule, from 1, or with its head.
func (t *jdmReader) note(column string, row int, problem *feel.Problem) {
	where, at := speech.Say("table %q, column %q", "Tabelle „%s“, Spalte „%s“", t.node.Name, column), t.place(t.node.ID)
	if row > 0 {
		at = t.ruleAt(row)
		where = speech.Say("%s, rule %d", "%s, Regel %d", where, row)
	}
	t.report.Errorf(at, speech.Say("%s: %s", "%s: %s", where, problem.Problem), problem.Hint)
}

// ruleAt is the place of a rule, from 1.
func (t *jdmReader) ruleAt(row int) source.Place {
	id, _ := t.content.Rules[row-1]["_id"].(string)
	return t.place(id)
}

// output declares a result with the kind of what stands below it.
func (t *jdmReader) output(o jdmColumn) {
	kind := value.Missing
	for _, r := range t.content.Rules {
		e, problem := t.language().Read(cell(r, o.ID))
		if problem != nil {
			continue
		}
		if kind = numeric(e.Kind(func(string) value.Kind { return value.Missing })); kind != value.Missing {
			break
		}
	}
	ours := identifier(o.Field)
	if kind == value.Missing {
		t.refuse("decisionTableNode", speech.Say("it cannot be told of what type %q is", "es ist nicht zu erkennen, von welchem Typ „%s“ ist", o.Field))
		kind = value.Text
	}
	for t.book.Output(ours) != nil {
		ours += "_"
	}
	t.book.Outputs = append(t.book.Outputs, book.Output{Name: ours, KnownAs: knownAs(o.Field, ours), Label: labelOf(cmp.Or(o.Name, o.Field), ours), Type: internal(kind), Optional: true, At: t.at})
	t.book.Columns = append(t.book.Columns, book.Column{Then: ours})
}

func (t *jdmReader) defaults() {
	for i, o := range t.content.Outputs {
		if a, ok := t.assigned(&t.book.Outputs[i], o.Name, 0, strings.TrimSpace(o.Default)); ok {
			t.book.Otherwise.Then = append(t.book.Otherwise.Then, a)
		}
	}
}

// facts declares what the rules read: what a case gives, or what a table
// before gave.
func (t *jdmReader) facts() {
	slices.Sort(t.fields)
	tables, isGiven := t.before(t.node.ID)
	for _, field := range t.fields {
		ours := t.names.of(field)
		f := book.Fact{Name: ours, KnownAs: knownAs(field, ours), Label: labelOf(field, ours), Type: internal(t.kinds[field]), Optional: true, At: t.at}
		for _, before := range tables {
			if o := before.outputOf(field); o != nil {
				f.From, f.Type = &book.Origin{Book: before.file, Output: o.Name, At: t.at}, before.book.Hit.Gives(o.Type)
			}
		}
		switch {
		case f.From == nil && !isGiven && !slices.ContainsFunc(tables, func(b *jdmReader) bool { return b.content.PassThrough }):
			t.refuse("decisionTableNode", speech.Say("no input and no table gives %q", "keine Eingabe und keine Tabelle gibt „%s“", field))
		case f.Type.Kind == value.Missing:
			t.refuse("decisionTableNode", speech.Say("it cannot be told of what type %q is", "es ist nicht zu erkennen, von welchem Typ „%s“ ist", field))
		default:
			t.book.Facts = append(t.book.Facts, f)
		}
	}
}

func (t *jdmReader) outputOf(field string) *book.Output {
	for i := range t.book.Outputs {
		if o := &t.book.Outputs[i]; theirs(o.KnownAs, o.Name) == field {
			return o
		}
	}
	return nil
}
