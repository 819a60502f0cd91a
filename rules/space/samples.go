// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// values are some values of a region that the fact may have, the plainest
// first.
func (f *fact) values(d *dimension, region int) []value.Value {
	switch {
	case region == d.none() && f.Optional:
		return []value.Value{{}}
	case region == d.none():
		return nil
	case d.isNumeric():
		return f.numbers(d, region)
	case region < len(d.words):
		return f.texts(d.words[region])
	case region == d.blank():
		return f.blanks(d)
	}
	return f.others(d)
}

// numbers are a plain value of a region, and those next to its ends.
func (f *fact) numbers(d *dimension, region int) []value.Value {
	lo, hi := d.limits(region)
	list := []*big.Rat{}
	if plain, ok := d.inside(region); ok {
		list = append(list, plain)
	}
	if region%2 == 0 && hi != nil {
		list = append(list, f.below(hi))
	}
	if region%2 == 0 && lo != nil {
		list = append(list, f.above(lo))
	}
	var out []value.Value
	for _, n := range list {
		below, above := lo != nil && n.Cmp(lo) < 0, hi != nil && n.Cmp(hi) > 0
		onEnd := region%2 == 0 && (lo != nil && n.Cmp(lo) == 0 || hi != nil && n.Cmp(hi) == 0)
		if v, ok := valueOf(n, f.Type.Kind, f.unit()); ok && !below && !above && !onEnd && f.admits(v) {
			out = append(out, v)
		}
	}
	return unique(out)
}

// below is the next number below another one that people look at: the next
// whole number or day, else a cent less.
func (f *fact) below(n *big.Rat) *big.Rat { return new(big.Rat).Neg(f.above(new(big.Rat).Neg(n))) }

func (f *fact) above(n *big.Rat) *big.Rat {
	if f.Type.Kind == value.Integer || f.Type.Kind == value.Date {
		return new(big.Rat).Add(floor(n), big.NewRat(1, 1))
	}
	return new(big.Rat).Add(n, big.NewRat(1, 100))
}

func (f *fact) texts(word string) []value.Value {
	v, err := value.Parse(f.Type, word)
	if err != nil || v.IsMissing() || v.String() != word {
		return nil
	}
	return []value.Value{v}
}

// others are values that no condition names.
func (f *fact) others(d *dimension) []value.Value {
	candidates := []string{"anderes", "Anders", "ein anderer Text"}
	switch f.Type.Kind {
	case value.Boolean:
		return nil
	case value.List:
		return []value.Value{value.NewList()}
	case value.Choice:
		candidates = f.Type.Choices
	}
	var out []value.Value
	for _, c := range candidates {
		if !slices.Contains(d.words, c) {
			out = append(out, f.texts(c)...)
		}
	}
	return out
}

func (f *fact) blanks(d *dimension) []value.Value {
	if f.Type.Kind != value.Text {
		return nil
	}
	for _, text := range []string{"", " ", "  "} {
		if !slices.Contains(d.words, text) {
			return []value.Value{value.NewText(text)}
		}
	}
	return nil
}

func isBlank(v value.Value) bool { return v.Kind().IsText() && strings.TrimSpace(v.String()) == "" }

func unique(list []value.Value) []value.Value {
	var out []value.Value
	for _, v := range list {
		if !slices.ContainsFunc(out, func(w value.Value) bool { return value.Equal(v, w) }) {
			out = append(out, v)
		}
	}
	return out
}
