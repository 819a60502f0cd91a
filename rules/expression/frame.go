// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"slices"
	"strings"

	"github.com/expr-lang/expr/vm"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Frame holds the values of names for programs that were compiled for the
// same names, so that many of them read one case without looking names up. It
// serves one goroutine at a time.
type Frame struct {
	names   []string
	cells   []cell
	machine vm.VM
}

// NewFrame makes a frame for names, all of them missing.
func NewFrame(names []string) *Frame {
	f := &Frame{names: names, cells: make([]cell, len(names))}
	for i := range names {
		f.Set(i, value.Value{})
	}
	return f
}

// Set gives the name at a place a value; a missing one takes it away.
func (f *Frame) Set(place int, v value.Value) {
	f.cells[place] = cell{v: v}
	if v.IsMissing() {
		f.cells[place].missing = f.names[place : place+1 : place+1]
	}
}

// Value is what the name at a place holds.
func (f *Frame) Value(place int) value.Value { return f.cells[place].v }

// frameOf reads the names from values by name; fields of records by dots.
func frameOf(names []string, env map[string]value.Value) *Frame {
	f := NewFrame(names)
	for i, name := range names {
		first, fields, _ := strings.Cut(name, ".")
		v := env[first]
		for fields != "" {
			var field string
			field, fields, _ = strings.Cut(fields, ".")
			v = v.Field(field)
		}
		f.Set(i, v)
	}
	return f
}

// get reads the name at a place of the frame that the machine runs on.
func get(place int, kind value.Kind) func(args ...any) (any, error) {
	return func(args ...any) (any, error) {
		frame := args[0].(*Frame)
		c := &frame.cells[place]
		if c.missing == nil && c.trouble == nil && !gives(c.v.Kind(), kind) {
			return trouble(&value.Problem{Text: speech.Say("%s is of kind %s, declared is %s", "%s ist von der Art %s, deklariert ist %s", frame.names[place], c.v.Kind().Label(), kind.Label())})
		}
		return c, nil
	}
}

// Places are where the names that the program reads stand in its frames.
func (p *Program) Places() []int {
	out := make([]int, len(p.reads))
	for i, name := range p.reads {
		out[i] = slices.Index(p.names, name)
	}
	return out
}
