// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Write writes a book so that Read gives one with the same meaning: as a
// decision table where the book has columns, else as sentences.
func Write(b *book.Book) []byte {
	w := &writer{}
	w.line("rulebook: %s", Version)
	w.spoken("title", b.Title)
	w.field("known as", b.KnownAs)
	w.facts(b)
	w.outputs(b)
	w.line("\nhit: %s", b.Hit)
	w.parameters(b)
	if len(b.Columns) > 0 {
		w.table(layoutOf(b, false))
	} else {
		w.rules(b)
	}
	w.otherwise(b)
	w.waivers(b)
	w.tests(b)
	return w.Bytes()
}

func (w *writer) facts(b *book.Book) {
	if len(b.Facts) == 0 {
		return
	}
	w.WriteString("\n")
	w.below("facts", func() {
		for _, f := range b.Facts {
			w.below(f.Name, func() { w.fact(f) })
		}
	})
}

func (w *writer) fact(f book.Fact) {
	w.declared(f.Type)
	w.field("min", limitText(f.Type, f.Min))
	w.field("max", limitText(f.Type, f.Max))
	w.yes("optional", f.Optional)
	w.spoken("label", f.Label)
	w.spoken("unit", f.Unit)
	w.spoken("source", f.Source)
	if f.From != nil {
		w.field("from", f.From.Book+"."+f.From.Output)
	}
	w.field("known as", f.KnownAs)
}

func limitText(t value.Type, v value.Value) string {
	if v.IsMissing() {
		return ""
	}
	return writtenAs(t, v)
}

func (w *writer) outputs(b *book.Book) {
	w.WriteString("\n")
	w.below("outputs", func() {
		for _, o := range b.Outputs {
			w.below(o.Name, func() { w.output(o) })
		}
	})
}

func (w *writer) output(o book.Output) {
	w.declared(o.Type)
	w.yes("optional", o.Optional)
	w.spoken("label", o.Label)
	w.spoken("unit", o.Unit)
	w.field("known as", o.KnownAs)
}

func (w *writer) declared(t value.Type) {
	w.line("type: %s", t.Kind)
	if len(t.Choices) > 0 {
		w.line("choices: %s", list(quotedAll(t.Choices)))
	}
	w.yes("ordered", t.Ordered)
	if t.Of != nil {
		w.line("of: %s", t.Of.Kind)
	}
	if t.Class != value.Internal {
		w.field("class", string(t.Class))
	}
}

func (w *writer) parameters(b *book.Book) {
	if len(b.Parameters) == 0 {
		return
	}
	w.WriteString("\n")
	w.below("parameters", func() {
		for _, p := range b.Parameters {
			w.below(p.Name, func() { w.parameter(p) })
		}
	})
}

func (w *writer) parameter(p book.Parameter) {
	w.line("type: %s", p.Type.Kind)
	w.spoken("label", p.Label)
	w.below("values", func() {
		for _, period := range p.Periods {
			w.line("- from: %s", yaml.Quote(period.Valid.From.String()))
			w.deeper(func() {
				w.field("until", period.Valid.Until.String())
				w.line("value: %s", yaml.Quote(writtenAs(p.Type, period.Value)))
				w.line("basis: %s", yaml.Quote(period.Basis))
				w.field("source", period.Source)
			})
		}
	})
}

func (w *writer) otherwise(b *book.Book) {
	switch o := b.Otherwise; {
	case o == nil:
	case len(o.Then) == 0 && o.Basis == "":
		w.line("\notherwise: open")
	default:
		w.WriteString("\n")
		w.below("otherwise", func() {
			w.then(b, o.Then)
			w.field("basis", o.Basis)
		})
	}
}

func (w *writer) waivers(b *book.Book) {
	if len(b.Waivers) == 0 {
		return
	}
	w.WriteString("\n")
	w.below("lint", func() {
		for _, waiver := range b.Waivers {
			w.line("%s: %s", yaml.Quote(waiver.Finding), yaml.Quote(waiver.Reason))
		}
	})
}

func (w *writer) tests(b *book.Book) {
	if len(b.Tests) == 0 {
		return
	}
	w.WriteString("\n")
	w.below("tests", func() {
		for _, t := range b.Tests {
			w.line("- name: %s", yaml.Quote(t.Name))
			w.deeper(func() { w.test(b, t) })
		}
	})
}

func (w *writer) test(b *book.Book, t book.Test) {
	var given, expect []string
	for _, f := range b.Facts {
		if v, ok := t.Given[f.Name]; ok {
			given = append(given, f.Name+": "+flow(f.Type, v))
		}
	}
	for _, o := range b.Outputs {
		if v, ok := t.Expect[o.Name]; ok {
			expect = append(expect, o.Name+": "+flow(b.Hit.Gives(o.Type), v))
		}
	}
	w.line("given: %s", braces(given))
	w.line("expect: %s", braces(expect))
	w.yes("asks", t.Asks)
}

// flow is a value inside { } or [ ]; a list is a list.
func flow(t value.Type, v value.Value) string {
	switch {
	case v.IsMissing():
		return ""
	case v.Kind() == value.List:
		of := value.Of(value.Text)
		if t.Of != nil {
			of = *t.Of
		}
		items := make([]string, len(v.Items()))
		for i, item := range v.Items() {
			items[i] = flow(of, item)
		}
		return list(items)
	}
	return yaml.Quote(writtenAs(t, v))
}
