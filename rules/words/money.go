// SPDX-License-Identifier: EUPL-1.2

package words

import (
	"github.com/cockroachdb/apd/v3"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func amounts() []Function {
	return []Function{
		{
			Name: "runden_gerade", Apply: rounding(apd.RoundHalfEven),
			Signatures: []Signature{takes(value.Decimal, value.Decimal, value.Integer), takes(value.Money, value.Money, value.Integer)},
			Phrase:     speech.Text{EN: "%[1]s rounded half to even to %[2]s decimal places", DE: "%[1]s, zur geraden Ziffer gerundet auf %[2]s Nachkommastellen"},
			Meaning:    speech.Text{EN: "rounded to so many decimal places; half goes to the even digit, so that sums stay true", DE: "gerundet auf so viele Nachkommastellen; die Mitte geht zur geraden Ziffer, damit Summen stimmen"},
			Law:        "ISO 80000-1 Anhang B Regel A, IEEE 754 roundTiesToEven",
		},
		{
			Name: "runden_auf", Apply: toMultiple,
			Signatures: []Signature{
				takes(value.Decimal, value.Decimal, value.Decimal), takes(value.Money, value.Money, value.Decimal),
				takes(value.Money, value.Money, value.Money),
			},
			Phrase:  speech.Text{EN: "%[1]s rounded to a multiple of %[2]s", DE: "%[1]s, gerundet auf ein Vielfaches von %[2]s"},
			Meaning: speech.Text{EN: "rounded commercially to the nearest multiple of the step, such as 0.05 or 10", DE: "kaufmännisch gerundet auf das nächste Vielfache des Schritts, etwa 0,05 oder 10"},
			Law:     "DIN 1333",
		},
	}
}

// toMultiple counts steps exactly enough that a half is a half: a quotient of
// two numbers that is none lies farther from it than the last digit kept.
func toMultiple(args []value.Value) (value.Value, error) {
	amount, step := args[0], args[1]
	switch {
	case step.Number().Sign() <= 0:
		return value.Value{}, problem("a step is greater than zero, not %s", "ein Schritt ist größer als null, nicht %s", german(step))
	case step.Kind() == value.Money && step.Currency() != amount.Currency():
		return value.Value{}, problem("%s and %s are of different currencies", "%s und %s haben verschiedene Währungen", german(amount), german(step))
	}
	context := apd.BaseContext.WithPrecision(3 * value.MaxDigits)
	context.Rounding = apd.RoundHalfUp
	var steps, out apd.Decimal
	_, err := context.Quo(&steps, amount.Number(), step.Number())
	if err == nil {
		_, err = context.Quantize(&steps, &steps, 0)
	}
	if err == nil {
		_, err = context.Mul(&out, &steps, step.Number())
	}
	if err != nil || out.NumDigits() > value.MaxDigits {
		return value.Value{}, problem("%s cannot be rounded to %s", "%s lässt sich nicht auf %s runden", german(amount), german(step))
	}
	return likeNumber(amount, &out), nil
}
