// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// literal reads a value by the type of the term.
func (a *asker) literal(p piece) (value.Value, *slip) {
	text, inQuotes := unquoted(p.text)
	switch {
	case a.typ.Kind == value.List || a.typ.Kind == value.Record:
		return value.Value{}, &slip{
			p.letter, speech.Say("a %s is compared in the column %q", "ein Wert der Art %s wird in der Spalte „%s“ verglichen", a.typ.Kind.Label(), wholeColumn),
			speech.Say(`write "x" in liste`, `schreiben Sie "x" in liste`),
		}
	case !inQuotes && strings.HasPrefix(text, `"`):
		return value.Value{}, &slip{
			p.letter, speech.Say("this is no text in quotes", "das ist kein Text in Anführungszeichen"),
			speech.Say(`a quote inside is written \"`, `ein Anführungszeichen darin wird \" geschrieben`),
		}
	case !inQuotes && a.typ.Kind.IsText() && strings.Contains(text, ",") && !slices.Contains(a.typ.Choices, text):
		return value.Value{}, &slip{
			p.letter, speech.Say("the comma in %q may separate two texts or belong to one", "das Komma in „%s“ kann zwei Texte trennen oder zu einem gehören", text),
			speech.Say(`write a; b for two, "a, b" for one`, `schreiben Sie a; b für zwei, "a, b" für einen`),
		}
	}
	v, err := value.Parse(a.typ, text)
	switch {
	case err != nil:
		return v, &slip{p.letter, problemOf(err), nameHint(text)}
	case v.Kind() == value.Money && v.Currency() != value.Euro:
		return v, &slip{p.letter, speech.Say("amounts in a condition are in euros", "Beträge in einer Bedingung sind in Euro"), speech.Text{}}
	}
	return v, nil
}

// nameHint helps those who meant a name.
func nameHint(text string) speech.Text {
	if text == "" || !isDotted(text) {
		return speech.Text{}
	}
	return speech.Say("a name stands behind an equals sign: =%s", "ein Name steht hinter einem Gleichheitszeichen: =%s", text)
}

func quotes() speech.Text {
	return speech.Say("a text that begins with a sign stands in quotes", "ein Text, der mit einem Zeichen beginnt, steht in Anführungszeichen")
}

// interval reads two limits; a bracket that is turned leaves its limit out.
func (a *asker) interval(p piece) test {
	above, below := ">=", "<="
	switch {
	case strings.HasPrefix(p.text, "[") || strings.HasPrefix(p.text, "(") || strings.HasPrefix(p.text, "]"):
		if p.text[0] != '[' {
			above = ">"
		}
		if !strings.ContainsAny(p.text[len(p.text)-1:], "])[") {
			return a.refuse(p, speech.Say("the closing bracket is missing", "die schließende Klammer fehlt"), intervals())
		}
		if p.text[len(p.text)-1] != ']' {
			below = "<"
		}
		p = p.between(1, len(p.text)-1)
	case strings.ContainsAny(p.text[len(p.text)-1:], "])[") && !strings.Contains(p.text, "="):
		return a.refuse(p, speech.Say("the opening bracket is missing", "die öffnende Klammer fehlt"), intervals())
	}
	limits := p.split("..")
	if len(limits) != 2 {
		return a.refuse(p, speech.Say("an interval has two limits", "ein Bereich hat zwei Grenzen"), intervals())
	}
	return test{condition: allOf([]condition{a.compare(above, a.operand(limits[0])), a.compare(below, a.operand(limits[1]))})}
}

func intervals() speech.Text {
	return speech.Say("write 1 .. 5, or [1 .. 5) without the 5", "schreiben Sie 1 .. 5, oder [1 .. 5) ohne die 5")
}
