// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// guesses are values of a fact that may bring a term into the box. They need
// not: every one of them is tried.
func (w *search) guesses(t *dimension, f *fact) []value.Value {
	switch of := t.of.(type) {
	case *sum:
		return w.solutions(t, of, f)
	case *call:
		return texts(t, f)
	case *answer:
		return w.answers(of, f)
	}
	return nil
}

// targets are numbers that a term may have in the box.
func (w *search) targets(t *dimension) []*big.Rat {
	var out []*big.Rat
	w.space.in(w.box, t.index).each(func(i int) {
		if n, ok := t.inside(i); ok && len(out) < mostRegions {
			out = append(out, n)
		}
	})
	return out
}

// solutions solve a sum for a fact, where the others are settled.
func (w *search) solutions(t *dimension, of *sum, f *fact) []value.Value {
	out := w.troubles(t, of, f)
	for _, target := range w.targets(t) {
		rest, times := new(big.Rat).Set(target), new(big.Rat)
		for _, p := range of.parts {
			switch n, ok := numberOf(p.at(w.facts)); {
			case p.isFact() && p.tree.Name() == f.Name:
				times = p.times
			case ok:
				rest.Sub(rest, n.Mul(n, p.times))
			}
		}
		if times.Sign() == 0 {
			out = append(out, w.inverted(of, f, target)...)
			continue
		}
		if v, ok := valueOf(rest.Quo(rest, times), f.Type.Kind, f.unit()); ok {
			out = append(out, v)
		}
	}
	return out
}

// troubles are days that a term may have no value for: those next to another
// day, in either direction.
func (w *search) troubles(t *dimension, of *sum, f *fact) []value.Value {
	var out []value.Value
	if f.Type.Kind != value.Date || !w.space.in(w.box, t.index).has(t.none()) {
		return nil
	}
	for _, name := range of.reads() {
		if v := w.facts[name]; name != f.Name && v.Kind() == value.Date {
			out = append(out, around(v, 0)...)
		}
	}
	return out
}

// inverted guesses an argument of a call from its result: for days, so many
// years, months or days away from another day; for numbers, the result.
func (w *search) inverted(of *sum, f *fact, target *big.Rat) []value.Value {
	var out []value.Value
	switch {
	case f.Type.Kind == value.Date && of.typ == value.Date:
		day, ok := valueOf(floor(target), value.Date, "")
		if ok {
			out = append(out, around(day, 0)...)
		}
	case f.Type.Kind == value.Date && target.Num().IsInt64():
		n := int(floor(target).Num().Int64())
		for _, name := range of.reads() {
			if v := w.facts[name]; name != f.Name && v.Kind() == value.Date {
				out = append(out, around(v, n)...)
			}
		}
	case f.Type.Kind.IsNumber():
		for _, shift := range []int64{0, 1, -1} {
			if v, ok := valueOf(new(big.Rat).Add(floor(target), big.NewRat(shift, 1)), f.Type.Kind, f.unit()); ok {
				out = append(out, v)
			}
		}
	}
	return out
}

// around are days that lie n years, months or days before or behind another.
func around(day value.Value, n int) []value.Value {
	if n > 9000 || n < -9000 {
		return nil
	}
	var out []value.Value
	for _, by := range [][3]int{{-n, 0, 0}, {n, 0, 0}, {0, -n, 0}, {0, n, 0}, {0, 0, -n}, {0, 0, n}} {
		for _, near := range []int{0, -1, 1} {
			d := day.Day().AddDate(by[0], by[1], by[2]+near)
			if d.Year() >= 1 && d.Year() <= 9999 {
				out = append(out, value.NewDate(d.Year(), d.Month(), d.Day()))
			}
		}
	}
	return out
}

// texts are the words that a call is compared with, in both cases of letters.
func texts(t *dimension, f *fact) []value.Value {
	var out []value.Value
	for _, word := range t.words {
		for _, text := range []string{word, strings.ToUpper(word), strings.ToLower(word)} {
			out = append(out, f.texts(text)...)
		}
	}
	return out
}

// answers are the values of the other side, and lists that hold them.
func (w *search) answers(of *answer, f *fact) []value.Value {
	var out []value.Value
	for _, v := range append(slices.Clone(of.right), of.left) {
		other := v.at(w.facts)
		if v.isFact() && v.tree.Name() == f.Name {
			continue
		}
		if v.tree.Literal().Kind() != value.Missing {
			other = v.tree.Literal()
		}
		switch {
		case other.IsMissing():
		case f.Type.Kind == value.List:
			out = append(out, value.NewList(other))
		case other.Kind() == value.List:
			out = append(out, other.Items()...)
		case other.Kind() == f.Type.Kind || other.Kind().IsText() && f.Type.Kind.IsText():
			out = append(out, other)
		}
	}
	return out
}
