// SPDX-License-Identifier: EUPL-1.2

// Package explain says a rulebook in numbered if-then sentences, as clerks and
// auditors read it. What it gives is plain words in a small structure, which a
// printer of text and one of HTML set out each in its own way.
package explain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Document is a rulebook in words of one language.
type Document struct {
	Title      string
	Hash       string
	Policy     string // how several rules stand to each other
	Facts      []Item
	Outputs    []Item
	Sentences  []Sentence
	Otherwise  string `json:",omitempty"` // what holds where no rule applies
	Table      *Table `json:",omitempty"` // the same rules, where they share a shape
	Parameters []Parameter
	Tests      []Example
}

// Item is a fact or an output: its name in the file, its label, and what
// values it takes.
type Item struct {
	Name, Label, Kind string
}

// Sentence is one rule: "If …, then …".
type Sentence struct {
	Number   int
	ID       string
	Title    string `json:",omitempty"`
	If, Then string
	Basis    string
	Valid    string // empty for always
	// Discretion says that a person decides; empty where none does.
	Discretion string `json:",omitempty"`
}

// Table is rules as rows: a column for each fact that they ask for and for
// each output.
type Table struct {
	Head []string
	Rows [][]string
}

// Parameter is a dated value with the periods it holds in.
type Parameter struct {
	Name, Label string
	Periods     []Period
}

// Period is one value of a parameter.
type Period struct {
	Value, Valid, Basis, Source string
}

// Example is a test inside the rulebook.
type Example struct {
	Name          string
	Given, Expect []Fact
}

// Fact is a label with its value.
type Fact struct {
	Label, Value string
}

// Sentences says a rulebook in a language.
func Sentences(r *rules.Rulebook, lang speech.Lang) Document {
	w := writer{rulebook: r, book: r.Book(), lang: lang}
	d := Document{Title: w.book.Title.In(lang), Hash: r.Hash(), Policy: policy(w.book.Hit).In(lang)}
	for _, f := range w.book.Facts {
		d.Facts = append(d.Facts, Item{f.Name, w.label(f.Name), w.kind(f)})
	}
	for _, o := range w.book.Outputs {
		d.Outputs = append(d.Outputs, Item{o.Name, w.label(o.Name), w.typed(o.Type)})
	}
	for i := range w.book.Rules {
		d.Sentences = append(d.Sentences, w.sentence(i))
	}
	d.Otherwise, d.Table = w.otherwise(), w.table()
	for _, p := range w.book.Parameters {
		d.Parameters = append(d.Parameters, w.parameter(p))
	}
	for _, t := range w.book.Tests {
		d.Tests = append(d.Tests, w.example(t))
	}
	return d
}

// Text is the sentence on one line, with its number, basis and validity.
func (s Sentence) Text(lang speech.Lang) string {
	cite := s.Cite()
	if cite != "" {
		cite = " (" + cite + ")"
	}
	if s.Discretion != "" {
		cite += "; " + s.Discretion
	}
	return strconv.Itoa(s.Number) + ". " + speech.Say("If %s, then %s%s.", "Wenn %s, dann %s%s.", s.If, s.Then, cite).In(lang)
}

// Cite is the rule's title, legal basis and validity.
func (s Sentence) Cite() string {
	return strings.Join(slices.DeleteFunc([]string{s.Title, s.Basis, s.Valid}, func(part string) bool { return part == "" }), "; ")
}

type writer struct {
	rulebook *rules.Rulebook
	book     *book.Book
	lang     speech.Lang
}

func (w writer) label(name string) string { return w.book.LabelOf(name).In(w.lang) }

func (w writer) sentence(n int) Sentence {
	r := w.book.Rules[n]
	var then []string
	for _, a := range r.Then {
		then = append(then, w.label(a.Output)+": "+w.result(w.rulebook.Result(n, a.Output), a))
	}
	s := Sentence{
		Number: n + 1, ID: r.ID, Title: r.Title.In(w.lang), If: w.said(w.rulebook.Condition(n)), Then: strings.Join(then, "; "),
		Basis: r.Basis, Valid: r.Valid.Text().In(w.lang),
	}
	if r.Discretion {
		s.Discretion = speech.Say("a person decides", "darüber entscheidet ein Mensch (Ermessen)").In(w.lang)
	}
	return s
}

// otherwise says what holds where no rule applies.
func (w writer) otherwise() string {
	o := w.book.Otherwise
	switch {
	case o == nil:
		return ""
	case len(o.Then) == 0:
		return speech.Say("If no rule applies, everything stays open.", "Trifft keine Regel zu, bleibt alles offen.").In(w.lang)
	}
	var then []string
	for _, a := range o.Then {
		then = append(then, w.label(a.Output)+": "+w.result(w.rulebook.Otherwise(a.Output), a))
	}
	cite := ""
	if o.Basis != "" {
		cite = " (" + o.Basis + ")"
	}
	return speech.Say("If no rule applies, then %s%s.", "Trifft keine Regel zu, dann %s%s.", strings.Join(then, "; "), cite).In(w.lang)
}

func (w writer) said(p *expression.Program) string { return p.Words(w.lang, w.named) }

// named is a label; a parameter carries its newest value, which is what most
// readers want to know.
func (w writer) named(name string) speech.Text {
	label := w.book.LabelOf(name)
	p := w.book.Parameter(name)
	if p == nil || len(p.Periods) == 0 {
		return label
	}
	newest := p.Periods[len(p.Periods)-1]
	from, v := newest.Valid.From, newest.Value
	return speech.Text{
		EN: label.EN + " (since " + from.In(speech.English) + ": " + v.In(speech.English) + ")",
		DE: label.DE + " (seit " + from.In(speech.German) + ": " + v.In(speech.German) + ")",
	}
}

func (w writer) result(p *expression.Program, a book.Assignment) string {
	if p != nil {
		return w.said(p)
	}
	return w.value(a.Literal)
}

// value puts texts in quotes, so that their ends can be seen.
func (w writer) value(v value.Value) string {
	switch {
	case v.IsMissing():
		return speech.Say("open", "offen").In(w.lang)
	case v.Kind().IsText():
		return speech.Say("“%s”", "„%s“", v.String()).In(w.lang)
	}
	return v.In(w.lang)
}
