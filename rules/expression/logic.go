// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"golang.org/x/text/unicode/norm"
)

// both is Kleene's and: one no decides, whatever the other side is.
func both(args ...any) (any, error) { return connected(cells(args), false) }

// either is Kleene's or: one yes decides, whatever the other side is.
func either(args ...any) (any, error) { return connected(cells(args), true) }

func connected(list []*cell, decides bool) (any, error) {
	for _, c := range list {
		if c.is(decides) {
			return truth(decides)
		}
	}
	if u := unclear(list...); u != nil {
		return opaque(u)
	}
	return truth(!decides)
}

func denied(args ...any) (any, error) {
	c := args[0].(*cell)
	if !c.isClear() {
		return opaque(c)
	}
	return truth(!c.v.Yes())
}

func compared(sign op) func(args ...any) (any, error) {
	return func(args ...any) (any, error) { return compare(sign, args[0].(*cell), args[1].(*cell)) }
}

func compare(sign op, a, b *cell) (any, error) {
	if u := unclear(a, b); u != nil {
		return opaque(u)
	}
	if a.v.Kind() == value.Boolean && b.v.Kind() == value.Boolean {
		return truth((a.v.Yes() == b.v.Yes()) == (sign == "=="))
	}
	order, ok := value.Compare(composed(a.v), composed(b.v))
	if !ok {
		return trouble(&value.Problem{Text: speech.Say("%s and %s cannot be compared", "%s und %s lassen sich nicht vergleichen", spoken(a.v), spoken(b.v))})
	}
	switch sign {
	case "==":
		return truth(order == 0)
	case "!=":
		return truth(order != 0)
	case "<":
		return truth(order < 0)
	case "<=":
		return truth(order <= 0)
	case ">":
		return truth(order > 0)
	}
	return truth(order >= 0)
}

// composed brings a text to NFC, since screens write ü in two ways and people
// see one.
func composed(v value.Value) value.Value {
	if !v.Kind().IsText() || norm.NFC.IsNormalString(v.String()) {
		return v
	}
	return value.NewText(norm.NFC.String(v.String()))
}

// within compares the first cell with each of the others.
func within(args ...any) (any, error) {
	list := cells(args)
	answers := make([]*cell, 0, len(list)-1)
	for _, c := range list[1:] {
		answer, _ := compare("==", list[0], c)
		answers = append(answers, answer.(*cell))
	}
	return connected(answers, true)
}

// withinValue looks into a list that is itself a value.
func withinValue(args ...any) (any, error) {
	item, list := args[0].(*cell), args[1].(*cell)
	if u := unclear(item, list); u != nil {
		return opaque(u)
	}
	all := []any{item}
	for _, v := range list.v.Items() {
		entry := &cell{v: v}
		if v.IsMissing() {
			entry.missing = []string{"[ ]"}
		}
		all = append(all, entry)
	}
	return within(all...)
}

// chosen gives one of two results; trouble in the other does not matter.
func chosen(args ...any) (any, error) {
	list := cells(args)
	switch {
	case !list[0].isClear():
		return opaque(list[0])
	case list[0].v.Yes():
		return list[1], nil
	}
	return list[2], nil
}

func spoken(v value.Value) speech.Text {
	return speech.Text{EN: v.In(speech.English), DE: v.In(speech.German)}
}
