// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/exchange/feel"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// dmnVersions are the namespaces that are read, the newest last.
func dmnVersions() []string {
	return []string{
		"http://www.omg.org/spec/DMN/20180521/MODEL/", "https://www.omg.org/spec/DMN/20191111/MODEL/",
		"https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20230324/MODEL/",
	}
}

// ReadDMN reads the decisions of a DMN model. What is wrong or not taken over
// stands in report; the model is nil where it is no model at all, and of no use
// once report.Failed.
func ReadDMN(report *source.Report, name string, data []byte) *Model {
	root := readXML(report, name, data)
	if root == nil {
		return nil
	}
	if root.name != "definitions" || !slices.Contains(dmnVersions(), root.space) {
		report.Errorf(root.at, speech.Say("this is no model of DMN 1.2 to 1.5", "das ist kein Modell nach DMN 1.2 bis 1.5"), speech.Text{})
		return nil
	}
	r := &dmn{report: report, root: root, names: newNames(), inputs: map[string]*input{}, items: map[string]*element{}, decisions: map[string]*decision{}}
	return r.read()
}

// dmn is a model that is being read.
type dmn struct {
	report    *source.Report
	root      *element
	names     *names
	items     map[string]*element  // item definitions by name
	inputs    map[string]*input    // what expressions may read, by the model's name
	decisions map[string]*decision // by id
	order     []*decision
}

// input is something that expressions may read: an input of the model, a field
// of one, or the result of a decision.
type input struct {
	fact book.Fact
	at   source.Place
}

// decision is one decision: what it is called, what others read it as, and
// what its book is called.
type decision struct {
	*element
	title, name, file string
	book              *book.Book
}

func (r *dmn) read() *Model {
	r.foreign(r.root)
	for _, e := range r.root.all("itemDefinition") {
		r.items[e.attrs["name"]] = e
	}
	for _, e := range r.root.kids {
		switch e.name {
		case "inputData":
			r.inputData(e)
		case "decision":
			r.declare(e)
		case "businessKnowledgeModel", "decisionService", "import":
			refuse(r.report, e.at, e.name, e.attrs["name"])
		}
	}
	m := &Model{Books: map[string]*book.Book{}}
	for _, d := range r.order {
		r.outputs(d)
	}
	r.shortcuts()
	if r.root.get("inputData") == nil {
		r.undeclared()
	}
	for _, d := range r.order {
		r.decide(d)
		m.add(d.file, d.book)
	}
	if len(m.Order) == 0 {
		r.report.Errorf(r.root.at, speech.Say("the model holds no decision", "das Modell enthält keine Entscheidung"), speech.Text{})
	}
	return m
}

// foreign refuses other languages than FEEL.
func (r *dmn) foreign(e *element) {
	if language := e.attrs["expressionLanguage"]; language != "" && !strings.Contains(strings.ToLower(language), "feel") {
		refuse(r.report, e.at, "expressionLanguage", language)
	}
}

func (r *dmn) declare(e *element) {
	name := strings.Join(strings.Fields(e.attrs["name"]), " ")
	d := &decision{element: e, title: name, name: name, file: r.names.of(name)}
	if variable := e.get("variable"); variable != nil && variable.attrs["name"] != "" {
		d.name = strings.Join(strings.Fields(variable.attrs["name"]), " ")
	}
	r.order = append(r.order, d)
	r.decisions[e.attrs["id"]] = d
}

// inputData declares an input, field by field where it is a structure.
func (r *dmn) inputData(e *element) {
	name, ref := e.attrs["name"], ""
	if variable := e.get("variable"); variable != nil {
		ref = variable.attrs["typeRef"]
		if variable.attrs["name"] != "" {
			name = variable.attrs["name"]
		}
	}
	r.field(strings.Join(strings.Fields(name), " "), r.typeOf(ref, e, 0), e)
}

func (r *dmn) field(name string, t described, e *element) {
	for _, f := range t.fields {
		r.field(name+"."+f.name, f.described, e)
	}
	if len(t.fields) > 0 {
		return
	}
	ours := r.names.of(name)
	r.declareInput(name, e.at, book.Fact{
		Name: ours, KnownAs: knownAs(name, ours), Label: labelOf(name, ours), Type: t.valueType(), Min: t.low, Max: t.high, Optional: !extended(e, "required"), At: e.at,
	})
}

// declareInput lets expressions read something. Two things of one name could
// be taken for each other.
func (r *dmn) declareInput(name string, at source.Place, f book.Fact) {
	if first := r.inputs[name]; first != nil {
		r.report.Errorf(at, speech.Say("%q is declared already, in line %d", "„%s“ ist schon deklariert, in Zeile %d", name, first.at.Line), speech.Text{})
		return
	}
	r.inputs[name] = &input{at: at, fact: f}
}

// language is FEEL with all names of the model.
func (r *dmn) language() feel.Language { return feel.Language{Names: r.names.ours} }

// expression reads FEEL at a place.
func (r *dmn) expression(text string, at source.Place) *feel.Expression {
	e, problem := r.language().Read(text)
	r.note(problem, at)
	return e
}

func (r *dmn) note(problem *feel.Problem, at source.Place) {
	if problem != nil {
		r.report.Errorf(at.Shift(problem.Letter), problem.Problem, problem.Hint)
	}
}

// internal is a type of a model: models know no privacy classes.
func internal(k value.Kind) value.Type { return value.Type{Kind: k, Class: value.Internal} }
