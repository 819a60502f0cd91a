// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/words"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// cell is what lies on the machine's stack: a value, or the names whose
// values are missing, or what went wrong. Trouble travels as a value, so that
// "no and trouble" is no in either order (Kleene).
type cell struct {
	v       value.Value
	missing []string
	trouble error
}

func (c *cell) isClear() bool { return c.missing == nil && c.trouble == nil }

func (c *cell) is(yes bool) bool { return c.isClear() && c.v.Yes() == yes }

// The two answers, which nobody changes.
var yes, no = &cell{v: value.NewBoolean(true)}, &cell{v: value.NewBoolean(false)}

func of(v value.Value) (any, error) { return &cell{v: v}, nil }

func truth(holds bool) (any, error) {
	if holds {
		return yes, nil
	}
	return no, nil
}

func trouble(err error) (any, error)    { return &cell{trouble: err}, nil }
func opaque(unclear *cell) (any, error) { return unclear, nil }

// cells takes the arguments of a call off the machine's buffer, which must
// not be kept.
func cells(args []any) []*cell {
	out := make([]*cell, len(args))
	for i, a := range args {
		out[i] = a.(*cell)
	}
	return out
}

// unclear is nil while all cells hold a value; else the first trouble, or all
// the names that are missing.
func unclear(args []any) *cell {
	var first *cell
	var missing []string
	for _, a := range args {
		c := a.(*cell)
		switch {
		case c.trouble != nil:
			return c
		case c.missing != nil && first == nil:
			first = c
		case c.missing != nil:
			missing = append(append(missing, first.missing...), c.missing...)
		}
	}
	if missing == nil {
		return first
	}
	slices.Sort(missing)
	return &cell{missing: slices.Compact(missing)}
}

// given asks whether a name has a value. A text of nothing but blanks is an
// empty field on a form: not given.
func given(args ...any) (any, error) {
	c := args[0].(*cell)
	if c.trouble != nil {
		return opaque(c)
	}
	return truth(c.missing == nil && !(c.v.Kind().IsText() && strings.TrimSpace(c.v.String()) == ""))
}

func applied(f *words.Function) func(args ...any) (any, error) {
	return func(args ...any) (any, error) {
		if u := unclear(args); u != nil {
			return opaque(u)
		}
		list := cells(args)
		values := make([]value.Value, len(list))
		for i, c := range list {
			values[i] = c.v
		}
		v, err := f.Apply(values)
		if err != nil {
			return trouble(err)
		}
		return of(v)
	}
}
