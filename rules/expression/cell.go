// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/words"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
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

func of(v value.Value) (any, error)     { return &cell{v: v}, nil }
func truth(yes bool) (any, error)       { return of(value.NewBoolean(yes)) }
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
func unclear(list ...*cell) *cell {
	var missing []string
	for _, c := range list {
		if c.trouble != nil {
			return c
		}
		missing = append(missing, c.missing...)
	}
	if missing == nil {
		return nil
	}
	slices.Sort(missing)
	return &cell{missing: slices.Compact(missing)}
}

// reference is a name as the machine looks it up.
type reference struct {
	name string
	path []string
	kind value.Kind
}

// get reads a name from the values that Eval was given.
func get(args ...any) (any, error) {
	env, ref := args[0].(map[string]value.Value), args[1].(*reference)
	v := env[ref.path[0]]
	for _, field := range ref.path[1:] {
		v = v.Field(field)
	}
	switch {
	case v.IsMissing():
		return &cell{missing: []string{ref.name}}, nil
	case !gives(v.Kind(), ref.kind):
		return trouble(&value.Problem{Text: speech.Say("%s is of kind %s, declared is %s", "%s ist von der Art %s, deklariert ist %s", ref.name, v.Kind().Label(), ref.kind.Label())})
	}
	return of(v)
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
		list := cells(args)
		if u := unclear(list...); u != nil {
			return opaque(u)
		}
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
