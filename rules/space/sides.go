// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// sides are the points on and beside a threshold that the dimension can have.
func (d *dimension) sides(mark *big.Rat) []Boundary {
	step := d.step(mark)
	steps := new(big.Rat).Quo(mark, step)
	below := new(big.Rat).Mul(new(big.Rat).Add(floor(new(big.Rat).Neg(steps)), big.NewRat(1, 1)), step)
	above := new(big.Rat).Mul(new(big.Rat).Add(floor(steps), big.NewRat(1, 1)), step)
	var out []Boundary
	for _, p := range []struct {
		side Side
		n    *big.Rat
	}{{Below, below.Neg(below)}, {On, mark}, {Above, above}} {
		if text, ok := d.written(p.n); ok {
			value, _ := d.written(mark)
			if value == "" {
				value = mark.RatString()
			}
			out = append(out, Boundary{Term: d.of.text(), Value: value, Side: p.side, Point: text, dim: d, number: p.n})
		}
	}
	return out
}

// step is the least difference that counts: one, a cent, or a unit of the last
// digit that was written.
func (d *dimension) step(mark *big.Rat) *big.Rat {
	if d.whole {
		return big.NewRat(1, 1)
	}
	digits, exact := mark.FloatPrec()
	if !exact || digits < 2 {
		digits = 2
	}
	return new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil))
}

// written is a number as a value of the dimension.
func (d *dimension) written(n *big.Rat) (string, bool) {
	v, ok := valueOf(n, d.of.kind(), value.Euro)
	if f, isFact := d.of.(*fact); isFact {
		v, ok = valueOf(n, f.Type.Kind, f.unit())
		return v.String(), ok && f.admits(v)
	}
	return v.String(), ok
}
