// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"cmp"

	"github.com/cockroachdb/apd/v3"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// calculation is exact or trouble. Only a quotient that has no end, such as
// 1/3, is rounded, at the last of value.MaxDigits digits.
func calculation(sign op) func(args ...any) (any, error) {
	return func(args ...any) (any, error) {
		if u := unclear(args); u != nil {
			return opaque(u)
		}
		return calculate(sign, args[0].(*cell).v, args[1].(*cell).v)
	}
}

func calculate(sign op, a, b value.Value) (any, error) {
	kind, ok := calculated(sign, a.Kind(), b.Kind())
	switch {
	case !ok:
		return impossible(sign, a, b)
	case a.Kind() == value.Money && b.Kind() == value.Money && a.Currency() != b.Currency():
		return impossible(sign, a, b)
	case sign == "/" && b.Number().IsZero():
		return trouble(&value.Problem{Text: speech.Say("%s is divided by zero", "%s wird durch null geteilt", spoken(a))})
	}
	out, exact := number(sign, a.Number(), b.Number())
	if !exact {
		return trouble(&value.Problem{Text: speech.Say("the result of %s %s %s has more than %d digits", "das Ergebnis von %s %s %s hat mehr als %d Stellen", spoken(a), string(sign), spoken(b), value.MaxDigits)})
	}
	if kind == value.Money {
		return of(value.NewMoney(out, cmp.Or(a.Currency(), b.Currency())))
	}
	return of(value.NewNumber(kind, out))
}

func impossible(sign op, a, b value.Value) (any, error) {
	return trouble(&value.Problem{Text: speech.Say("%s and %s cannot be calculated with %q", "%s und %s lassen sich nicht mit „%s“ verrechnen", spoken(a), spoken(b), string(sign))})
}

func number(sign op, a, b *apd.Decimal) (*apd.Decimal, bool) {
	context, out := apd.BaseContext.WithPrecision(value.MaxDigits), new(apd.Decimal)
	var cond apd.Condition
	var err error
	switch sign {
	case "+":
		cond, err = context.Add(out, a, b)
	case "-":
		cond, err = context.Sub(out, a, b)
	case "*":
		cond, err = context.Mul(out, a, b)
	default:
		_, err = context.Quo(out, a, b)
		plain(out)
	}
	return out, err == nil && !cond.Inexact()
}

// plain takes trailing zeros off a quotient, but leaves no exponent above 0.
func plain(d *apd.Decimal) {
	d.Reduce(d)
	if d.Exponent > 0 {
		_, _ = apd.BaseContext.WithPrecision(3*value.MaxDigits).Quantize(d, d, 0)
	}
}

func negated(args ...any) (any, error) {
	c := args[0].(*cell)
	if !c.isClear() {
		return opaque(c)
	}
	out := new(apd.Decimal)
	out.Neg(c.v.Number())
	if c.v.Kind() == value.Money {
		return of(value.NewMoney(out, c.v.Currency()))
	}
	return of(value.NewNumber(c.v.Kind(), out))
}

func joined(args ...any) (any, error) {
	if u := unclear(args); u != nil {
		return opaque(u)
	}
	list := cells(args)
	return of(value.NewText(list[0].v.String() + list[1].v.String()))
}

func listed(args ...any) (any, error) {
	if u := unclear(args); u != nil {
		return opaque(u)
	}
	list := cells(args)
	items := make([]value.Value, len(list))
	for i, c := range list {
		items[i] = c.v
	}
	return of(value.NewList(items...))
}
