// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"cmp"
	"math/big"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// claim says what an atom says of a dimension, or that no fact decides it.
func (r *reader) claim(a expression.Atom) (*claim, constant) {
	switch a.Sign {
	case expression.Given, expression.NotGiven:
		return r.presence(a)
	case expression.Yes, expression.No:
		return r.truth(a)
	case isIn, expression.NotIn:
		return r.membership(a)
	}
	if k := a.Left.Type().Kind; k.IsNumber() || k == value.Date {
		return r.numeric(a)
	}
	return r.worded(a)
}

func (r *reader) presence(a expression.Atom) (*claim, constant) {
	name := a.Left.Name()
	if r.book.Fact(name) == nil {
		return nil, constantOf(r.parameters[name].IsMissing() == (a.Sign == expression.NotGiven))
	}
	return &claim{dim: r.fact(name), sign: a.Sign}, depends
}

func (r *reader) truth(a expression.Atom) (*claim, constant) {
	if v, isConstant, ok := r.constant(a.Left); isConstant {
		if !ok {
			return nil, unknown
		}
		return nil, constantOf(v.Yes() == (a.Sign == expression.Yes))
	}
	return r.about(a.Left, a.Sign, []string{value.NewBoolean(true).String()})
}

// about compares a text, or a yes or no, with words.
func (r *reader) about(t expression.Tree, sign expression.Sign, words []string) (*claim, constant) {
	if t.Sign() == expression.Name {
		return &claim{dim: r.fact(t.Name()), sign: sign, words: words}, depends
	}
	v, ok := r.variable(t)
	if !ok {
		return nil, unknown
	}
	return &claim{dim: r.term(v.key(), &call{v}), sign: sign, words: words}, depends
}

// numeric brings a comparison of numbers or days to: a sum of variables, a
// sign, a number.
func (r *reader) numeric(a expression.Atom) (*claim, constant) {
	left, okLeft := r.linear(a.Left)
	right, okRight := r.linear(a.Right[0])
	sum := left.plusAll(right.scaled(big.NewRat(-1, 1)))
	switch {
	case !okLeft || !okRight || sum.mixed:
		return nil, unknown
	case len(sum.parts) == 0:
		return nil, constantOf(holds(a.Sign, sum.plus.Sign()))
	}
	sum, by := sum.normal()
	sign := a.Sign
	if by.Sign() < 0 {
		sign = mirrored(sign)
	}
	d, ok := r.summed(sum)
	if !ok {
		return r.unordered(a)
	}
	return &claim{dim: d, sign: sign, marks: []*big.Rat{new(big.Rat).Neg(sum.plus)}}, depends
}

// summed is the dimension of a normal sum. It is not ok where its amounts are
// compared in another currency elsewhere.
func (r *reader) summed(l linear) (*dimension, bool) {
	first := l.parts[0]
	if len(l.parts) == 1 && first.isFact() && first.times.Sign() != 0 {
		d := r.fact(first.tree.Name())
		f := d.of.(*fact)
		f.currency = cmp.Or(f.currency, l.currency)
		return d, l.currency == "" || l.currency == f.currency
	}
	typ := value.Decimal
	switch {
	case len(l.parts) == 1 && first.kind() == value.Date:
		typ = value.Date
	case l.isWhole():
		typ = value.Integer
	}
	d := r.term(l.key()+" "+l.currency, &sum{parts: l.parts, typ: typ})
	d.whole = l.isWhole()
	return d, true
}

// unordered takes a comparison as a question of its own.
func (r *reader) unordered(a expression.Atom) (*claim, constant) {
	sign, answerSign := a.Sign, expression.Yes
	switch a.Sign {
	case "!=":
		sign, answerSign = "==", expression.No
	case ">":
		sign, answerSign = "<=", expression.No
	case ">=":
		sign, answerSign = "<", expression.No
	case expression.NotIn:
		sign, answerSign = isIn, expression.No
	}
	out := &answer{sign: sign}
	var ok bool
	if out.left, ok = r.variable(a.Left); !ok {
		return nil, unknown
	}
	for _, t := range a.Right {
		v, ok := r.variable(t)
		switch {
		case ok:
			out.right = append(out.right, v)
		case sign == isIn && len(a.Right) > 1:
			out.isDoubtful = true // another entry may still decide
		default:
			return nil, unknown
		}
	}
	return &claim{dim: r.term(out.key(), out), sign: answerSign, words: []string{value.NewBoolean(true).String()}}, depends
}

// holds tells whether a sign fits an order.
func holds(sign expression.Sign, order int) bool {
	switch sign {
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "!=", expression.NotIn:
		return order != 0
	}
	return order == 0
}

func mirrored(s expression.Sign) expression.Sign {
	switch s {
	case "<":
		return ">"
	case "<=":
		return ">="
	case ">":
		return "<"
	case ">=":
		return "<="
	}
	return s
}
