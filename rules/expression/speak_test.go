// SPDX-License-Identifier: EUPL-1.2

package expression_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func labels(name string) speech.Text {
	return map[string]speech.Text{
		"anzahl": {EN: "number of dogs", DE: "Anzahl der Hunde"}, "ja1": {EN: "classified as dangerous", DE: "als gefährlich eingestuft"},
		"betrag": {EN: "income", DE: "Einkommen"}, "anlass": {EN: "occasion", DE: "Anlass"}, "stichtag": {EN: "reference day", DE: "Stichtag"},
		"geburt": {EN: "date of birth", DE: "Geburtsdatum"}, "ort": {EN: "town", DE: "Ort"},
	}[name]
}

func TestWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, de, en string }{
		{"anzahl == 1 and not ja1", "Anzahl der Hunde gleich 1 ist und nicht als gefährlich eingestuft", "number of dogs equals 1 and not classified as dangerous"},
		{"betrag < 25000 or ja1 and betrag >= 1234.50", "Einkommen kleiner als 25.000,00 € ist oder (als gefährlich eingestuft und Einkommen mindestens 1.234,50 € ist)", "income is less than 25000 EUR or (classified as dangerous and income is at least 1234.50 EUR)"},
		{"anlass in [\"Scheidung\", \"Eheschließung\"]", "Anlass „Scheidung“ oder „Eheschließung“ ist", "occasion is “Scheidung” or “Eheschließung”"},
		{"anlass not in [\"Scheidung\", \"Eheschließung\"]", "Anlass weder „Scheidung“ noch „Eheschließung“ ist", "occasion is neither “Scheidung” nor “Eheschließung”"},
		{"not (anlass == \"Scheidung\") and ja1 == false", "Anlass nicht „Scheidung“ ist und nicht als gefährlich eingestuft", "occasion is not “Scheidung” and not classified as dangerous"},
		{"\"2026-01-01\" <= stichtag", "Stichtag frühestens am 01.01.2026 liegt", "reference day is on or after 2026-01-01"},
		{"alter_am(geburt, stichtag) >= 18", "Alter am Stichtag (Geburtsdatum) mindestens 18 ist", "age at reference day (date of birth) is at least 18"},
		{"not angegeben(ort)", "Ort nicht angegeben ist", "town is not given"},
		{"not (ja1 and anzahl > 2)", "es nicht so ist, dass (als gefährlich eingestuft und Anzahl der Hunde größer als 2 ist)", "it is not so that (classified as dangerous and number of dogs is more than 2)"},
		{"(betrag - 100) * 2 > 0", "(Einkommen − 100,00 €) × 2 größer als 0,00 € ist", "(income − 100 EUR) × 2 is more than 0 EUR"},
		{"true", "in jedem Fall", "in every case"},
	} {
		p, problems := expression.Compile(expression.Input{Text: c.text, Scope: scope()})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if de, en := p.Words(speech.German, labels), p.Words(speech.English, labels); de != c.de || en != c.en {
			t.Errorf("%s\n%s\n%s", c.text, de, en)
		}
	}
}

func TestWordsOfValues(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"120":                   "120,00 €",
		"betrag * anzahl":       "Einkommen × Anzahl der Hunde",
		"ja1 ? betrag : 0":      "Einkommen, wenn als gefährlich eingestuft, sonst 0,00 €",
		"runden(betrag / 7, 2)": "Einkommen ÷ 7, gerundet auf 2 Nachkommastellen",
	} {
		p, _ := expression.Compile(expression.Input{Text: text, Scope: scope(), Profile: expression.Value, Want: value.Of(value.Money)})
		if got := p.Words(speech.German, labels); got != want {
			t.Errorf("%s\n%s", text, got)
		}
	}
}

func TestCanonical(t *testing.T) {
	t.Parallel()
	a, _ := expression.Compile(expression.Input{Text: "anzahl==1 and(not ja1)", Scope: scope()})
	b, _ := expression.Compile(expression.Input{Text: " anzahl  == 1 and not ja1", Scope: scope()})
	if a.Canonical() != b.Canonical() || a.Canonical() != `(and (== anzahl integer:"1") (not ja1))` {
		t.Error(a.Canonical(), b.Canonical())
	}
}
