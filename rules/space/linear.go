// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"slices"
	"strings"

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

func (l linear) scaled(by *big.Rat) linear {
	out := linear{plus: new(big.Rat), currency: l.currency, mixed: l.mixed}
	if l.plus != nil {
		out.plus.Mul(l.plus, by)
	}
	for _, p := range l.parts {
		out.parts = append(out.parts, part{p.variable, new(big.Rat).Mul(p.times, by)})
	}
	return out
}

func (l linear) plusAll(m linear) linear {
	out := l.scaled(big.NewRat(1, 1))
	if m.plus != nil {
		out.plus.Add(out.plus, m.plus)
	}
	for _, p := range m.parts {
		out.parts = add(out.parts, p)
	}
	switch {
	case out.currency == "":
		out.currency = m.currency
	case m.currency != "" && m.currency != out.currency:
		out.mixed = true
	}
	out.mixed = out.mixed || m.mixed
	return out
}

func add(parts []part, p part) []part {
	key := p.key()
	i := slices.IndexFunc(parts, func(q part) bool { return q.key() == key })
	if i < 0 {
		return append(parts, p)
	}
	parts[i].times = new(big.Rat).Add(parts[i].times, p.times)
	if parts[i].times.Sign() == 0 && !p.isShaky {
		return slices.Delete(parts, i, i+1)
	}
	return parts
}

// normal brings the sum to whole multiples without a common divisor, the first
// of them positive, and tells by what it was multiplied for that.
func (l linear) normal() (linear, *big.Rat) {
	slices.SortFunc(l.parts, func(a, b part) int { return strings.Compare(a.key(), b.key()) })
	by := big.NewRat(1, 1)
	for _, p := range l.parts {
		scaled := new(big.Rat).Mul(p.times, by)
		by.Mul(by, new(big.Rat).SetInt(scaled.Denom()))
	}
	divisor := new(big.Int)
	for _, p := range l.parts {
		divisor.GCD(nil, nil, divisor, new(big.Int).Abs(new(big.Rat).Mul(p.times, by).Num()))
	}
	if divisor.Sign() != 0 {
		by.Quo(by, new(big.Rat).SetInt(divisor))
	}
	if l.parts[0].times.Sign() < 0 {
		by.Neg(by)
	}
	return l.scaled(by), by
}

func (l linear) key() string {
	var b strings.Builder
	for _, p := range l.parts {
		b.WriteString(" " + p.times.RatString() + "*" + p.key())
	}
	return b.String()
}

func (l linear) isWhole() bool {
	return !slices.ContainsFunc(l.parts, func(p part) bool {
		return !p.times.IsInt() || (p.kind() != value.Integer && p.kind() != value.Date)
	})
}
