// SPDX-License-Identifier: EUPL-1.2

package value

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"golang.org/x/text/unicode/norm"
)

// Problem says why a text is not a value of the declared type.
type Problem struct{ speech.Text }

// Error is the problem in English.
func (p *Problem) Error() string { return p.EN }

func problem(en, de string, args ...any) *Problem { return &Problem{speech.Say(en, de, args...)} }

// Parse reads text as a value of type t, in ISO or German notation: 1234.5 or
// 1.234,5, 2026-12-31 or 31.12.2026, yes or ja. What could mean two things
// ("1.234" as a decimal) is refused rather than guessed. Text that is empty
// is a missing value, except for texts.
func Parse(t Type, text string) (Value, error) { return parse(t, text, false) }

// ParseISO reads text as a machine writes it (JSON, a spreadsheet's cell):
// a full stop is the decimal point.
func ParseISO(t Type, text string) (Value, error) { return parse(t, text, true) }

func parse(t Type, text string, iso bool) (Value, error) {
	trimmed := strings.TrimSpace(text)
	if trimmed == "" && t.Kind != Text {
		return Value{}, nil
	}
	switch t.Kind {
	case Text:
		return NewText(text), nil
	case Name:
		return parseName(trimmed)
	case Integer, Decimal, Money:
		return parseNumber(t.Kind, trimmed, iso)
	case Date:
		return parseDate(trimmed)
	case Boolean:
		return parseBoolean(trimmed)
	case Choice:
		return parseChoice(t.Choices, trimmed)
	case List:
		return parseList(t, trimmed, iso)
	default:
		return Value{}, problem("a %s cannot be written as one text", "ein Wert der Art %s lässt sich nicht als ein Text schreiben", t.Kind.Label())
	}
}

func parseBoolean(s string) (Value, error) {
	switch strings.ToLower(s) {
	case "yes", "true", "ja", "wahr":
		return NewBoolean(true), nil
	case "no", "false", "nein", "falsch":
		return NewBoolean(false), nil
	}
	return Value{}, problem("%q is neither yes nor no", "„%s“ ist weder ja noch nein", s)
}

func parseChoice(choices []string, s string) (Value, error) {
	s = norm.NFC.String(s)
	if slices.Contains(choices, s) {
		return NewChoice(s), nil
	}
	return Value{}, problem("%q is not one of %s", "„%s“ gehört nicht zur Auswahl %s", s, strings.Join(choices, ", "))
}

// parseList reads entries between commas or, where one is there, semicolons;
// records are written as a list in JSON.
func parseList(t Type, s string, iso bool) (Value, error) {
	if t.Of != nil && t.Of.Kind == Record && strings.HasPrefix(s, "[") {
		return recordsFromJSON(t, s)
	}
	separator := ","
	if strings.Contains(s, ";") {
		separator = ";"
	}
	of := Of(Text)
	if t.Of != nil {
		of = *t.Of
	}
	var items []Value
	for part := range strings.SplitSeq(s, separator) {
		item, err := parse(of, strings.TrimSpace(part), iso)
		if err != nil {
			return Value{}, err
		}
		items = append(items, item)
	}
	return NewList(items...), nil
}
