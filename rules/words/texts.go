// SPDX-License-Identifier: EUPL-1.2

package words

import (
	"strings"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

func texts() []Function {
	one := []Signature{takes(value.Text, value.Text)}
	return []Function{
		{
			Name: "klein", Signatures: one, Apply: each(func(s string) string { return cases.Lower(language.German).String(s) }),
			Phrase:  speech.Text{EN: "%[1]s in lower case", DE: "%[1]s in Kleinbuchstaben"},
			Meaning: speech.Text{EN: "the text in lower case", DE: "der Text in Kleinbuchstaben"},
		},
		{
			Name: "gross", Signatures: one, Apply: each(func(s string) string { return cases.Upper(language.German).String(s) }),
			Phrase:  speech.Text{EN: "%[1]s in upper case", DE: "%[1]s in Großbuchstaben"},
			Meaning: speech.Text{EN: "the text in upper case; ß becomes SS", DE: "der Text in Großbuchstaben; ß wird zu SS"},
		},
		{
			Name: "ohne_rand", Signatures: one, Apply: each(trim),
			Phrase:  speech.Text{EN: "%[1]s without blanks around it", DE: "%[1]s ohne Leerzeichen am Rand"},
			Meaning: speech.Text{EN: "without blanks at both ends, and with single blanks inside", DE: "ohne Leerzeichen an beiden Enden und mit einfachen Leerzeichen im Innern"},
		},
		{
			Name: "text", Signatures: written(), Formatting: true, Apply: writing(func(v value.Value) string { return v.In(speech.German) }),
			Phrase:  speech.Text{EN: "%[1]s", DE: "%[1]s"},
			Meaning: speech.Text{EN: "the value as text in German notation: 1.234,50 €, 31.12.2026", DE: "der Wert als Text in deutscher Schreibweise: 1.234,50 €, 31.12.2026"},
		},
		{
			Name: "iso", Signatures: written(), Formatting: true, Apply: writing(value.Value.String),
			Phrase:  speech.Text{EN: "%[1]s in ISO notation", DE: "%[1]s in ISO-Schreibweise"},
			Meaning: speech.Text{EN: "the value as text in the notation of machines: 1234.50 EUR, 2026-12-31", DE: "der Wert als Text in der Schreibweise von Maschinen: 1234.50 EUR, 2026-12-31"},
		},
		{
			Name: "auffuellen", Signatures: []Signature{takes(value.Text, value.Text, value.Integer)}, Formatting: true, Apply: pad,
			Phrase:  speech.Text{EN: "%[1]s filled up with zeros to %[2]s digits", DE: "%[1]s, mit Nullen aufgefüllt auf %[2]s Stellen"},
			Meaning: speech.Text{EN: "the text with zeros before it, up to a length", DE: "der Text mit Nullen davor, bis zu einer Länge"},
		},
	}
}

// each keeps texts composed (NFC), since changing case can take letters apart.
func each(change func(string) string) func([]value.Value) (value.Value, error) {
	return func(args []value.Value) (value.Value, error) {
		return value.NewText(norm.NFC.String(change(args[0].String()))), nil
	}
}

func trim(s string) string { return strings.Join(strings.Fields(s), " ") }

func written() []Signature {
	var out []Signature
	for _, k := range []value.Kind{value.Text, value.Integer, value.Decimal, value.Money, value.Date, value.Boolean} {
		out = append(out, takes(value.Text, k))
	}
	return out
}

func writing(write func(value.Value) string) func([]value.Value) (value.Value, error) {
	return func(args []value.Value) (value.Value, error) { return value.NewText(write(args[0])), nil }
}

func pad(args []value.Value) (value.Value, error) {
	length, err := small(args[1], 200)
	if err != nil {
		return value.Value{}, err
	}
	text := args[0].String()
	return value.NewText(strings.Repeat("0", max(0, length-utf8.RuneCountInString(text))) + text), nil
}
