// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"maps"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// items defines types: those that only we know, with the nearest of FEEL.
func (w *dmnWriter) items() {
	for _, kind := range []value.Kind{value.Money, value.Integer, value.Name} {
		w.open(`itemDefinition name="%s"`, "t_"+string(kind))
		w.line("<extensionElements><heinzel:kind>%s</heinzel:kind></extensionElements>", kind)
		w.line("<typeRef>%s</typeRef>", dmnType(value.Of(kind)))
		w.close("itemDefinition")
	}
	facts, groups := w.given()
	for _, f := range facts {
		w.item("itemDefinition", itemName(w.nameOf(f)), f)
	}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		w.open(`itemDefinition name="%s"`, itemName(name))
		for _, f := range groups[name] {
			w.item("itemComponent", strings.TrimPrefix(w.nameOf(f), name+"."), f)
		}
		w.close("itemDefinition")
	}
}

func itemName(name string) string { return "t_" + identifier(name) + "_" }

// given are the facts that no decision gives: those alone, and those that are
// fields of a structure, each once.
func (w *dmnWriter) given() (alone []book.Fact, fields map[string][]book.Fact) {
	fields, seen := map[string][]book.Fact{}, map[string]book.Fact{}
	for _, file := range w.order {
		for _, f := range w.books[file].Facts {
			name := w.nameOf(f)
			if f.From != nil {
				continue
			}
			if first, again := seen[name]; again {
				w.alike(name, first, f)
				continue
			}
			seen[name] = f
			if whole, _, isField := strings.Cut(name, "."); isField {
				fields[whole] = append(fields[whole], f)
			} else {
				alone = append(alone, f)
			}
		}
	}
	return alone, fields
}

// alike refuses rulebooks that declare one fact differently: a model has one
// declaration of it.
func (w *dmnWriter) alike(name string, a, b book.Fact) {
	same := func(x, y value.Value) bool { return x.IsMissing() && y.IsMissing() || value.Equal(x, y) }
	if a.Type.Kind != b.Type.Kind || !slices.Equal(a.Type.Choices, b.Type.Choices) || !same(a.Min, b.Min) || !same(a.Max, b.Max) {
		w.fail(speech.Say("%q is declared differently in two rulebooks", "„%s“ ist in zwei Regelwerken verschieden deklariert", name))
	}
}

// item defines the type of a fact with its choices or limits.
func (w *dmnWriter) item(element, name string, f book.Fact) {
	w.open(element+` name="%s"`, name)
	w.line("<typeRef>%s</typeRef>", w.typeRef(f.Name, f.Type))
	s := &speaker{at: f.Name}
	var allowed []string
	for _, c := range f.Type.Choices {
		allowed = append(allowed, s.literal(value.NewText(c)))
	}
	switch {
	case !f.Min.IsMissing() && !f.Max.IsMissing():
		allowed = []string{"[" + s.literal(f.Min) + ".." + s.literal(f.Max) + "]"}
	case !f.Min.IsMissing():
		allowed = []string{">= " + s.literal(f.Min)}
	case !f.Max.IsMissing():
		allowed = []string{"<= " + s.literal(f.Max)}
	}
	if len(allowed) > 0 {
		w.entry("allowedValues", strings.Join(allowed, ", "))
	}
	w.close(element)
	w.take(s)
}

// typeRef names a type; lists have none here.
func (w *dmnWriter) typeRef(name string, t value.Type) string {
	switch t.Kind {
	case value.Money, value.Integer, value.Name:
		return "t_" + string(t.Kind)
	case value.List, value.Record:
		w.fail(speech.Say("%s is of kind %s, which is not written as DMN", "%s ist von der Art %s, die nicht als DMN geschrieben wird", name, t.Kind.Label()))
	}
	return dmnType(t)
}

// inputData declares what a case gives.
func (w *dmnWriter) inputData() {
	facts, groups := w.given()
	for _, f := range facts {
		w.input(w.nameOf(f), !f.Optional)
	}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		w.input(name, !slices.ContainsFunc(groups[name], func(f book.Fact) bool { return f.Optional }))
	}
}

func (w *dmnWriter) input(name string, required bool) {
	w.open(`inputData id="%s" name="%s"`, idOf(name), name)
	if required {
		w.line("<extensionElements><heinzel:required/></extensionElements>")
	}
	w.line(`<variable name="%s" typeRef="%s"/>`, name, itemName(name))
	w.close("inputData")
}
