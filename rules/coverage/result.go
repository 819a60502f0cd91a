// SPDX-License-Identifier: EUPL-1.2

package coverage

import (
	"math/big"
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// changedResult gives an output another value: one more, the next day or word,
// the contrary. It is not ok where there is nothing else to give.
func changedResult(a book.Assignment, o *book.Output) (book.Assignment, speech.Text, bool) {
	if a.IsExpression {
		text := "(" + a.Expression.Text + ") + 1"
		if !o.Type.Kind.IsNumber() {
			return a, speech.Text{}, false
		}
		a.Expression = book.Expression{Text: text, At: a.At, TextAt: func(int) source.Place { return a.At }}
		return a, speech.Say("%s becomes =%s", "%s wird zu =%s", a.Output, text), true
	}
	other, ok := another(a.Literal, o.Type)
	what := speech.Say("%s becomes %s", "%s wird zu %s", a.Output, speech.Text{EN: other.In(speech.English), DE: other.In(speech.German)})
	a.Literal = other
	return a, what, ok
}

func another(v value.Value, t value.Type) (value.Value, bool) {
	switch v.Kind() {
	case value.Boolean:
		return value.NewBoolean(!v.Yes()), true
	case value.Choice:
		i := slices.Index(t.Choices, v.String())
		return value.NewChoice(t.Choices[(i+1)%len(t.Choices)]), len(t.Choices) > 1
	case value.Date:
		d := v.Day().AddDate(0, 0, 1)
		return value.NewDate(d.Year(), d.Month(), d.Day()), true
	case value.Text:
		return value.NewText(v.String() + "*"), true
	case value.Integer, value.Decimal, value.Money:
		text := plus(v, big.NewRat(1, 1))
		if v.Kind() == value.Money {
			text += " " + v.Currency()
		}
		out, err := value.ParseISO(value.Of(v.Kind()), text)
		return out, err == nil
	}
	return value.Value{}, false
}
