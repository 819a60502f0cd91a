// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

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
