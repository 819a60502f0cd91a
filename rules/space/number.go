// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Days are counted from the first of 1970, as whole numbers.
const secondsOfDay = 24 * 60 * 60

var (
	firstDay = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay
	lastDay  = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay
)

// numberOf is the exact number of a value; a day is the number of the day.
func numberOf(v value.Value) (*big.Rat, bool) {
	switch {
	case v.Kind() == value.Date:
		return big.NewRat(v.Day().Unix()/secondsOfDay, 1), true
	case v.Kind().IsNumber():
		return new(big.Rat).SetString(v.Number().Text('f'))
	}
	return nil, false
}

// valueOf is a number as a value of a kind. It is not ok where the number has
// no end when written down, or is no day of the calendar.
func valueOf(n *big.Rat, kind value.Kind, currency string) (value.Value, bool) {
	text, ok := decimal(n)
	if !ok || ((kind == value.Integer || kind == value.Date) && !n.IsInt()) {
		return value.Value{}, false
	}
	if kind == value.Date {
		day := time.Unix(n.Num().Int64()*secondsOfDay, 0).UTC()
		return value.NewDate(day.Year(), day.Month(), day.Day()), n.Num().IsInt64() && n.Num().Int64() >= firstDay && n.Num().Int64() <= lastDay
	}
	if kind == value.Money {
		text += " " + currency
	}
	v, err := value.ParseISO(value.Of(kind), text)
	return v, err == nil
}

// decimal writes a number with all its digits, where they have an end.
func decimal(n *big.Rat) (string, bool) {
	digits, exact := n.FloatPrec()
	return n.FloatString(digits), exact && digits <= value.MaxDigits
}

// between is a number between two others, as plain as possible; nil is no
// limit. It is not ok where there is none.
func between(lo, hi *big.Rat, whole bool) (*big.Rat, bool) {
	one := big.NewRat(1, 1)
	switch {
	case lo == nil && hi == nil:
		return new(big.Rat), true
	case hi == nil:
		return new(big.Rat).Add(floor(lo), one), true
	case lo == nil:
		return new(big.Rat).Neg(new(big.Rat).Add(floor(new(big.Rat).Neg(hi)), one)), true
	}
	scale := big.NewRat(1, 1)
	for range value.MaxDigits {
		n := new(big.Rat).Add(floor(new(big.Rat).Mul(lo, scale)), one)
		if n.Quo(n, scale); n.Cmp(hi) < 0 {
			return n, true
		}
		if whole {
			break
		}
		scale.Mul(scale, big.NewRat(10, 1))
	}
	return nil, false
}

// floor is the greatest whole number that is not greater.
func floor(n *big.Rat) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Div(n.Num(), n.Denom())) // Div rounds down, since a denominator is positive
}
