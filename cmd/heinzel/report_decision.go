// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/report"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// record is what a report reads of a sealed decision.
type record struct {
	Title speech.Text
	Fired []struct{ Rule, Basis string }
	Facts []struct {
		Name  string
		Label speech.Text
		Value json.RawMessage
	}
}

// decision is what rules decided: in clear the rules that fired, and what the
// sealed record says where it could be opened.
func (w wording) decision(e journal.Event) report.Decision {
	name := e.About["rulebook"]
	d := report.Decision{At: e.At.Local(), Rulebook: name}
	var sealed record
	_ = json.Unmarshal(e.Sealed, &sealed) // what stays sealed says nothing
	if !sealed.Title.IsZero() {
		d.Rulebook = sealed.Title.In(w.lang)
	}
	var words *book.Book
	if b := w.books[name]; b != nil {
		words, d.Rulebook = b.Book(), b.Book().Title.In(w.lang)
	}
	for _, id := range e.Rules {
		d.Rules = append(d.Rules, w.rule(name, id, sealed))
	}
	for _, f := range sealed.Facts {
		d.Facts = append(d.Facts, report.Fact{Label: f.Label.In(w.lang), Value: w.fact(words, f.Name, f.Value)})
	}
	d.Outputs = w.outputs(words, e.Values)
	return d
}

func (w wording) rule(name, id string, sealed record) report.Rule {
	if r, known := w.rules[name+"/"+id]; known {
		return r
	}
	out := report.Rule{ID: id}
	for _, f := range sealed.Fired {
		if f.Rule == id {
			out.Basis = f.Basis
		}
	}
	return out
}

// fact reads a value by the type that the rulebook gives it, where that is at
// hand; else it stands as the record has it.
func (w wording) fact(words *book.Book, name string, raw json.RawMessage) string {
	if words != nil && words.Fact(name) != nil {
		if v, err := value.FromJSON(words.Fact(name).Type, raw); err == nil {
			return w.value(v)
		}
	}
	var text string
	if json.Unmarshal(raw, &text) != nil {
		text = string(raw)
	}
	return w.plain(text)
}

// plain says a value whose type is not known: what can only be a day or a yes
// or no is said as such.
func (w wording) plain(text string) string {
	for kind, written := range map[value.Kind]bool{value.Date: len(text) == len(time.DateOnly), value.Boolean: text == "true" || text == "false"} {
		if v, err := value.ParseISO(value.Of(kind), text); written && err == nil {
			return w.value(v)
		}
	}
	return text
}

// outputs stand in the order of the rulebook, else in that of their names.
func (w wording) outputs(words *book.Book, values map[string]value.Value) []report.Fact {
	var out []report.Fact
	for _, v := range values {
		names := v.FieldNames()
		if words != nil {
			names = names[:0]
			for _, o := range words.Outputs {
				names = append(names, o.Name)
			}
		}
		for _, name := range names {
			out = append(out, report.Fact{Label: w.label(words, name), Value: w.value(v.Field(name))})
		}
	}
	return out
}

func (w wording) label(words *book.Book, name string) string {
	if words == nil {
		return name
	}
	return words.LabelOf(name).In(w.lang)
}

func (w wording) value(v value.Value) string {
	if v.IsMissing() {
		return "–"
	}
	return v.In(w.lang)
}
