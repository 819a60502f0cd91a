// SPDX-License-Identifier: EUPL-1.2

package explain

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// policy says what happens when several rules apply.
func policy(h book.Hit) speech.Text {
	if h.Policy != book.Collect {
		return map[book.Policy]speech.Text{
			book.Unique:      {EN: "exactly one rule applies; two at once, or none, is a fault", DE: "genau eine Regel trifft zu; zwei zugleich oder keine sind ein Fehler"},
			book.Any:         {EN: "rules that apply together must agree; none is a fault", DE: "Regeln, die zugleich zutreffen, müssen übereinstimmen; keine ist ein Fehler"},
			book.First:       {EN: "the first rule that applies decides; none is a fault", DE: "die erste Regel, die zutrifft, entscheidet; keine ist ein Fehler"},
			book.Priority:    {EN: "of the rules that apply that one decides whose result stands first among its choices; none is a fault", DE: "von den Regeln, die zutreffen, entscheidet die, deren Ergebnis in der Auswahl zuerst steht; keine ist ein Fehler"},
			book.RuleOrder:   {EN: "all rules that apply give their results, in the order of the rules", DE: "alle Regeln, die zutreffen, geben ihre Ergebnisse, in der Reihenfolge der Regeln"},
			book.OutputOrder: {EN: "all rules that apply give their results, in the order of the choices", DE: "alle Regeln, die zutreffen, geben ihre Ergebnisse, in der Reihenfolge der Auswahl"},
		}[h.Policy]
	}
	return map[book.Aggregate]speech.Text{
		book.AsList: {EN: "all rules that apply give their results, as a list", DE: "alle Regeln, die zutreffen, geben ihre Ergebnisse als Liste"},
		book.Sum:    {EN: "the results of all rules that apply are added up", DE: "die Ergebnisse aller Regeln, die zutreffen, werden addiert"},
		book.Min:    {EN: "the least result of all rules that apply counts", DE: "das kleinste Ergebnis aller Regeln, die zutreffen, zählt"},
		book.Max:    {EN: "the greatest result of all rules that apply counts", DE: "das größte Ergebnis aller Regeln, die zutreffen, zählt"},
		book.Count:  {EN: "the rules that apply are counted", DE: "die Regeln, die zutreffen, werden gezählt"},
	}[h.Aggregate]
}

// kind says what values a fact takes.
func (w writer) kind(f book.Fact) string {
	parts := []string{w.typed(f.Type)}
	if !f.Min.IsMissing() {
		parts = append(parts, speech.Say("at least %s", "mindestens %s", w.value(f.Min)).In(w.lang))
	}
	if !f.Max.IsMissing() {
		parts = append(parts, speech.Say("at most %s", "höchstens %s", w.value(f.Max)).In(w.lang))
	}
	if f.Optional {
		parts = append(parts, speech.Say("may be missing", "darf fehlen").In(w.lang))
	}
	if !f.Unit.IsZero() {
		parts = append(parts, f.Unit.In(w.lang))
	}
	said := strings.Join(parts, ", ")
	if f.From != nil {
		said += speech.Say("; from the rulebook %s", "; aus dem Regelwerk %s", f.From.Book).In(w.lang)
	}
	if !f.Source.IsZero() {
		said += speech.Say("; source: %s", "; Quelle: %s", f.Source).In(w.lang)
	}
	return said
}

func (w writer) typed(t value.Type) string {
	switch {
	case t.Kind == value.Choice && t.Ordered:
		return speech.Say("one of %s, in this order", "eines von %s, in dieser Reihenfolge", strings.Join(t.Choices, ", ")).In(w.lang)
	case t.Kind == value.Choice:
		return speech.Say("one of %s", "eines von %s", strings.Join(t.Choices, ", ")).In(w.lang)
	case t.Kind == value.List && t.Of != nil:
		return t.Kind.Label().In(w.lang) + " (" + w.typed(*t.Of) + ")"
	}
	return t.Kind.Label().In(w.lang)
}

func (w writer) parameter(p book.Parameter) Parameter {
	out := Parameter{Name: p.Name, Label: w.label(p.Name)}
	for _, period := range p.Periods {
		out.Periods = append(out.Periods, Period{Value: w.value(period.Value), Valid: period.Valid.Text().In(w.lang), Basis: period.Basis, Source: period.Source})
	}
	return out
}

// example lists given facts and expected outputs in the order of the book.
func (w writer) example(t book.Test) Example {
	out := Example{Name: t.Name}
	for _, f := range w.book.Facts {
		if v, ok := t.Given[f.Name]; ok {
			out.Given = append(out.Given, Fact{w.label(f.Name), w.value(v)})
		}
	}
	for _, o := range w.book.Outputs {
		if v, ok := t.Expect[o.Name]; ok {
			out.Expect = append(out.Expect, Fact{w.label(o.Name), w.value(v)})
		}
	}
	return out
}
