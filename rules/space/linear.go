// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// negation is the sign before a number.
const negation expression.Sign = "negate"

// farthest bounds the days that a constant may add to a day for the sum to be
// taken apart: within it the calendar does not end.
var farthest = big.NewRat(10_000, 1)

// linear is a sum of multiples of variables and of a number, with the currency
// of its amounts.
type linear struct {
	parts    []part
	plus     *big.Rat
	currency string
	mixed    bool // amounts of two currencies: nothing is known of their order
}

// linear takes a number or a day apart. It is not ok where a constant in it
// has no value.
func (r *reader) linear(t expression.Tree) (out linear, ok bool) {
	if v, isConstant, ok := r.constant(t); isConstant {
		n, isNumber := numberOf(v)
		return linear{plus: n, currency: v.Currency()}, ok && isNumber
	}
	parts := t.Parts()
	switch t.Sign() {
	case "+", "-":
		a, okA := r.linear(parts[0])
		b, okB := r.linear(parts[1])
		if t.Sign() == "-" {
			b = b.scaled(big.NewRat(-1, 1))
		}
		return a.plusAll(b), okA && okB
	case negation:
		a, ok := r.linear(parts[0])
		return a.scaled(big.NewRat(-1, 1)), ok
	case "*", "/":
		if out, done, ok := r.multiple(t, parts); done {
			return out, ok
		}
	case expression.Call:
		if out, done, ok := r.days(t, parts); done {
			return out, ok
		}
	}
	v, ok := r.variable(t)
	return linear{parts: []part{{v, big.NewRat(1, 1)}}, plus: new(big.Rat), currency: r.currencyOf(v)}, ok
}

// multiple is a term times or through a number that is the same for all cases.
// A quotient without end is rounded, and so no multiple.
func (r *reader) multiple(t expression.Tree, parts []expression.Tree) (out linear, done, ok bool) {
	term, factor := parts[0], parts[1]
	v, isConstant, hasValue := r.constant(factor)
	if !isConstant && t.Sign() == "*" {
		term = parts[1]
		v, isConstant, hasValue = r.constant(parts[0])
	}
	n, isNumber := numberOf(v)
	if !isConstant {
		return linear{}, false, false
	}
	if !hasValue || !isNumber || (t.Sign() == "/" && n.Sign() == 0) {
		return linear{}, true, false
	}
	if t.Sign() == "/" {
		n.Inv(n)
		if _, ends := decimal(n); !ends || v.Kind() == value.Money {
			return linear{}, false, false
		}
	}
	out, ok = r.linear(term)
	out = out.scaled(n)
	if out.currency == "" {
		out.currency = v.Currency()
	}
	return out, true, ok
}

// days are the calls that only add and subtract days.
func (r *reader) days(t expression.Tree, parts []expression.Tree) (out linear, done, ok bool) {
	if t.Name() != "tage_zwischen" && t.Name() != "plus_tage" {
		return linear{}, false, false
	}
	a, okA := r.linear(parts[0])
	b, okB := r.linear(parts[1])
	if t.Name() == "tage_zwischen" {
		a = a.scaled(big.NewRat(-1, 1))
	} else if okB && (len(b.parts) > 0 || new(big.Rat).Abs(b.plus).Cmp(farthest) > 0) {
		return linear{}, false, false
	}
	return b.plusAll(a), true, okA && okB
}
