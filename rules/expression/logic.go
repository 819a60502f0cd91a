// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"cmp"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// both is Kleene's and: one no decides, whatever the other sides are.
func both(args ...any) (any, error) { return connected(args, no) }

// either is Kleene's or: one yes decides, whatever the other sides are.
func either(args ...any) (any, error) { return connected(args, yes) }

func connected(args []any, decides *cell) (any, error) {
	for _, a := range args {
		if a.(*cell).is(decides.v.Yes()) {
			return decides, nil
		}
	}
	if u := unclear(args); u != nil {
		return opaque(u)
	}
	return truth(!decides.v.Yes())
}

func denied(args ...any) (any, error) {
	c := args[0].(*cell)
	if !c.isClear() {
		return opaque(c)
	}
	return truth(!c.v.Yes())
}

// compared compares by the order of kinds or, where choices have one, by rank.
func compared(sign op, rank func(value.Value) int) func(args ...any) (any, error) {
	return func(args ...any) (any, error) {
		if u := unclear(args); u != nil {
			return opaque(u)
		}
		a, b := args[0].(*cell), args[1].(*cell)
		if rank != nil {
			return ordered(sign, cmp.Compare(rank(a.v), rank(b.v)))
		}
		return compare(sign, a, b)
	}
}

func compare(sign op, a, b *cell) (any, error) {
	if a.v.Kind() == value.Boolean && b.v.Kind() == value.Boolean {
		return truth((a.v.Yes() == b.v.Yes()) == (sign == "=="))
	}
	order, ok := value.Compare(a.v.Composed(), b.v.Composed())
	if !ok {
		return trouble(&value.Problem{Text: speech.Say("%s and %s cannot be compared", "%s und %s lassen sich nicht vergleichen", spoken(a.v), spoken(b.v))})
	}
	return ordered(sign, order)
}

func ordered(sign op, order int) (any, error) { return truth(holds(sign, order)) }

func holds(sign op, order int) bool {
	switch sign {
	case "==":
		return order == 0
	case "!=":
		return order != 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	}
	return order >= 0
}

// within compares the first cell with each of the others.
func within(args ...any) (any, error) {
	item := args[0].(*cell)
	var doubtful []any
	for _, a := range args[1:] {
		pair := [2]any{item, a}
		if u := unclear(pair[:]); u != nil {
			doubtful = append(doubtful, u)
			continue
		}
		answer, _ := compare("==", item, a.(*cell))
		switch {
		case answer == any(yes):
			return yes, nil
		case answer != any(no):
			doubtful = append(doubtful, answer)
		}
	}
	return connected(doubtful, yes)
}

// withinValue looks into a list that is itself a value.
func withinValue(args ...any) (any, error) {
	if u := unclear(args); u != nil {
		return opaque(u)
	}
	item, list := args[0].(*cell), args[1].(*cell)
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
