// SPDX-License-Identifier: EUPL-1.2

package words

import (
	"github.com/cockroachdb/apd/v3"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func numbers() []Function {
	rounded := []Signature{takes(value.Decimal, value.Decimal, value.Integer), takes(value.Money, value.Money, value.Integer)}
	ordered := []Signature{
		takes(value.Integer, value.Integer, value.Integer), takes(value.Decimal, value.Decimal, value.Decimal),
		takes(value.Money, value.Money, value.Money), takes(value.Date, value.Date, value.Date),
	}
	return []Function{
		{
			Name: "runden", Signatures: rounded, Apply: rounding(apd.RoundHalfUp),
			Phrase:  speech.Text{EN: "%[1]s rounded to %[2]s decimal places", DE: "%[1]s, gerundet auf %[2]s Nachkommastellen"},
			Meaning: speech.Text{EN: "rounded commercially to so many decimal places", DE: "kaufmännisch gerundet auf so viele Nachkommastellen"}, Law: "DIN 1333",
		},
		{
			Name: "abrunden", Signatures: rounded, Apply: rounding(apd.RoundFloor),
			Phrase:  speech.Text{EN: "%[1]s rounded down to %[2]s decimal places", DE: "%[1]s, abgerundet auf %[2]s Nachkommastellen"},
			Meaning: speech.Text{EN: "the next smaller number with so many decimal places; 0 gives whole euros", DE: "die nächstkleinere Zahl mit so vielen Nachkommastellen; 0 ergibt volle Euro"},
		},
		{
			Name: "aufrunden", Signatures: rounded, Apply: rounding(apd.RoundCeiling),
			Phrase:  speech.Text{EN: "%[1]s rounded up to %[2]s decimal places", DE: "%[1]s, aufgerundet auf %[2]s Nachkommastellen"},
			Meaning: speech.Text{EN: "the next larger number with so many decimal places; 0 gives whole euros", DE: "die nächstgrößere Zahl mit so vielen Nachkommastellen; 0 ergibt volle Euro"},
		},
		{
			Name: "min", Signatures: ordered, Apply: choosing(-1),
			Phrase:  speech.Text{EN: "the smaller of %[1]s and %[2]s", DE: "das Kleinere von %[1]s und %[2]s"},
			Meaning: speech.Text{EN: "the smaller number or the earlier day", DE: "die kleinere Zahl oder der frühere Tag"},
		},
		{
			Name: "max", Signatures: ordered, Apply: choosing(1),
			Phrase:  speech.Text{EN: "the larger of %[1]s and %[2]s", DE: "das Größere von %[1]s und %[2]s"},
			Meaning: speech.Text{EN: "the larger number or the later day", DE: "die größere Zahl oder der spätere Tag"},
		},
	}
}

func rounding(how apd.Rounder) func([]value.Value) (value.Value, error) {
	return func(args []value.Value) (value.Value, error) {
		places, err := small(args[1], 12)
		if err != nil {
			return value.Value{}, err
		}
		context := apd.BaseContext.WithPrecision(2 * value.MaxDigits)
		context.Rounding = how
		var out apd.Decimal
		if _, err := context.Quantize(&out, args[0].Number(), -int32(places)); err != nil {
			return value.Value{}, problem("%s cannot be rounded to %d places", "%s lässt sich nicht auf %d Stellen runden", german(args[0]), places)
		}
		return likeNumber(args[0], &out), nil
	}
}

// likeNumber keeps the currency; a rounded integer is a decimal, as declared.
func likeNumber(like value.Value, d *apd.Decimal) value.Value {
	if like.Kind() == value.Money {
		return value.NewMoney(d, like.Currency())
	}
	return value.NewNumber(value.Decimal, d)
}

func choosing(sign int) func([]value.Value) (value.Value, error) {
	return func(args []value.Value) (value.Value, error) {
		order, ok := value.Compare(args[0], args[1])
		switch {
		case !ok:
			return value.Value{}, problem("%s and %s cannot be compared", "%s und %s lassen sich nicht vergleichen", german(args[0]), german(args[1]))
		case order == sign:
			return args[0], nil
		}
		return args[1], nil
	}
}
