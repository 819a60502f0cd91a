// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// WriteDMN writes rulebooks that stand together as a model of DMN 1.5: a
// decision for each, and one for each dated parameter, which DMN does not
// know. Validity becomes a test of the reference day, the legal basis an
// annotation. What DMN cannot say is refused.
func WriteDMN(name string, books map[string]*rules.Rulebook) ([]byte, error) {
	w := &dmnWriter{books: map[string]*book.Book{}, inputs: map[string]book.Fact{}}
	for _, file := range slices.Sorted(maps.Keys(books)) {
		w.expand(file, books[file].Book())
	}
	w.distinct()
	w.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	w.open(`definitions xmlns="%s" xmlns:heinzel="%s" id="_model" name="%s" namespace="urn:heinzel:%s"`, dmnVersions()[3], extensions, name, identifier(name))
	w.items()
	for _, file := range w.order {
		w.decision(file, w.books[file])
	}
	w.inputData()
	w.close("definitions")
	return w.Bytes(), w.err
}

type dmnWriter struct {
	bytes.Buffer
	indent string
	books  map[string]*book.Book
	order  []string
	inputs map[string]book.Fact // by the model's name
	err    error
}

// expand makes decisions of dated parameters, and facts of their values.
func (w *dmnWriter) expand(file string, b *book.Book) {
	if b.Fact(book.ReferenceDay) == nil && len(b.Parameters) > 0 {
		return // the compiler has refused it
	}
	whole := *b
	whole.Facts = slices.Clone(b.Facts)
	for _, p := range b.Parameters {
		from := file + "_" + p.Name
		w.add(from, dated(p, *b.Fact(book.ReferenceDay)))
		whole.Facts = append(whole.Facts, book.Fact{Name: p.Name, Type: p.Type, Label: p.Label, From: &book.Origin{Book: from, Output: p.Name}})
	}
	w.add(file, &whole)
}

func (w *dmnWriter) add(file string, b *book.Book) {
	w.books[file] = b
	w.order = append(w.order, file)
}

// dated is a parameter as a rulebook of its own.
func dated(p book.Parameter, day book.Fact) *book.Book {
	b := &book.Book{Title: p.Label, Facts: []book.Fact{day}, Outputs: []book.Output{{Name: p.Name, Type: p.Type}}, Hit: book.Hit{Policy: book.Unique}, Otherwise: &book.Otherwise{}}
	for i, period := range p.Periods {
		b.Rules = append(b.Rules, book.Rule{
			ID: fmt.Sprintf("zeile-%d", i+1), If: book.Expression{Text: "true"}, Valid: period.Valid, Basis: period.Basis, Title: speech.Same(period.Source),
			Then: []book.Assignment{{Output: p.Name, Literal: period.Value}},
		})
	}
	return b
}

// distinct refuses a decision that is called like a fact, or like another:
// expressions could not tell them apart.
func (w *dmnWriter) distinct() {
	taken := map[string]bool{}
	for _, file := range w.order {
		for _, f := range w.books[file].Facts {
			taken[w.nameOf(f)] = taken[w.nameOf(f)] || f.From == nil
		}
	}
	for _, file := range w.order {
		name := w.decisionName(file)
		if taken[name] {
			w.fail(speech.Say("%q is both a decision and a fact, or two decisions", "„%s“ ist Entscheidung und Sachverhalt zugleich, oder zwei Entscheidungen", name))
		}
		taken[name] = true
	}
}

func (w *dmnWriter) line(format string, args ...any) {
	escaped := make([]any, len(args))
	for i, a := range args {
		escaped[i] = escape(fmt.Sprint(a))
	}
	w.WriteString(w.indent)
	fmt.Fprintf(w, format+"\n", escaped...)
}

func escape(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}

func (w *dmnWriter) open(format string, args ...any) {
	w.line("<"+format+">", args...)
	w.indent += "  "
}

func (w *dmnWriter) close(name string) {
	w.indent = w.indent[2:]
	w.line("</" + name + ">")
}

func (w *dmnWriter) entry(element, text string) {
	w.line("<"+element+"><text>%s</text></"+element+">", text)
}

func (w *dmnWriter) fail(what speech.Text) {
	if w.err == nil {
		w.err = fault.New(fault.Usage, "rules.export", what)
	}
}

// decisionName is what a book is called in the model.
func (w *dmnWriter) decisionName(file string) string {
	if b := w.books[file]; b != nil && b.KnownAs != "" {
		return b.KnownAs
	}
	return file
}

// nameOf is what a fact is called in the model: its name there, or the
// decision that it comes from.
func (w *dmnWriter) nameOf(f book.Fact) string {
	if f.From == nil {
		return theirs(f.KnownAs, f.Name)
	}
	from := w.books[f.From.Book]
	if from == nil || len(from.Outputs) < 2 {
		return w.decisionName(f.From.Book)
	}
	o := from.Output(f.From.Output)
	return w.decisionName(f.From.Book) + "." + theirs(o.KnownAs, o.Name)
}

func (w *dmnWriter) decision(file string, b *book.Book) {
	name := w.decisionName(file)
	w.open(`decision id="%s" name="%s" label="%s"`, "_"+identifier(file), name, b.Title.DE)
	w.line(`<variable name="%s"/>`, name)
	w.requirements(b)
	w.table(b)
	w.close("decision")
}

// requirements name what the decision rests on.
func (w *dmnWriter) requirements(b *book.Book) {
	seen := map[string]bool{}
	for _, f := range b.Facts {
		kind, id := "requiredInput", idOf(w.nameOf(f))
		if f.From != nil {
			kind, id = "requiredDecision", "_"+identifier(f.From.Book)
		} else {
			w.inputs[w.nameOf(f)] = f
		}
		if !seen[id] {
			w.line(`<informationRequirement><%s href="#%s"/></informationRequirement>`, kind, id)
			seen[id] = true
		}
	}
}

// idOf is the id of an input; the fields of a structure share one.
func idOf(name string) string {
	whole, _, _ := strings.Cut(name, ".")
	return "_input_" + identifier(whole)
}

func (w *dmnWriter) speaker(b *book.Book, rule string) *speaker {
	return &speaker{at: rule, name: func(ours string) string {
		if f := b.Fact(ours); f != nil {
			return w.nameOf(*f)
		}
		return ours
	}}
}

func scopeOf(b *book.Book) expression.Scope {
	scope := expression.Scope{}
	for _, f := range b.Facts {
		scope[f.Name] = f.Type
	}
	return scope
}

func dmnType(t value.Type) string {
	switch {
	case t.Kind.IsText():
		return "string"
	case t.Kind.IsNumber():
		return "number"
	}
	return string(t.Kind)
}
