// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"slices"
	"strconv"

	"github.com/expr-lang/expr/ast"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// fused makes one call of the commonest question, a name compared with what
// was written. It answers as the general form does, which it asks itself
// wherever the answer is not plain.
func (e *emitter) fused(n *node) (ast.Node, bool) {
	if n.kids[0].op != opName || rankOf(n) != nil {
		return nil, false
	}
	var answer func(v value.Value) (holds, plain bool)
	switch {
	case n.kids[1].op == opLiteral:
		answer = comparing(n.op, n.kids[1].literal)
	case n.op == "in" && n.kids[1].op == opList && !slices.ContainsFunc(n.kids[1].kids, func(k *node) bool { return k.op != opLiteral }):
		answer = searching(n.kids[1].kids)
	}
	if answer == nil {
		return nil, false
	}
	return e.callOf("fused "+strconv.Itoa(n.letter), e.ask(n, answer), &ast.IdentifierNode{Value: "$env"}), true
}

// ask reads the name, and answers or leaves it to the general form.
func (e *emitter) ask(n *node, answer func(value.Value) (holds, plain bool)) func(args ...any) (any, error) {
	place, kind, general := e.place(n.kids[0].name), n.kids[0].typ.Kind, e.general(n)
	read := get(place, kind)
	return func(args ...any) (any, error) {
		c := &args[0].(*Frame).cells[place]
		if c.missing != nil {
			return c, nil
		}
		if c.v.Kind() == kind {
			if holds, plain := answer(c.v); plain {
				return truth(holds)
			}
		}
		left, err := read(args[0])
		if err != nil {
			return nil, err
		}
		return general(left)
	}
}

// general is the question as it is asked of any value.
func (e *emitter) general(n *node) func(left any) (any, error) {
	if n.op == "in" {
		args := make([]any, 1, len(n.kids[1].kids)+1)
		for _, k := range n.kids[1].kids {
			args = append(args, &cell{v: k.literal})
		}
		return func(left any) (any, error) { return within(append([]any{left}, args[1:]...)...) }
	}
	do, right := operation(n), &cell{v: n.kids[1].literal}
	return func(left any) (any, error) { return do(left, right) }
}

// comparing compares with a literal, without taking values apart.
func comparing(sign op, with value.Value) func(value.Value) (holds, plain bool) {
	switch {
	case with.Kind().IsNumber():
		number, currency := with.Number(), with.Currency()
		return func(v value.Value) (bool, bool) {
			if v.Currency() != currency {
				return false, false
			}
			return holds(sign, v.Number().Cmp(number)), true
		}
	case with.Kind() == value.Date:
		day := with.Day()
		return func(v value.Value) (bool, bool) { return holds(sign, v.Day().Compare(day)), true }
	case with.Kind() == value.Boolean:
		return func(v value.Value) (bool, bool) { return (v.Yes() == with.Yes()) == (sign == "=="), true }
	case with.Kind().IsText() && (sign == "==" || sign == "!="):
		text := with.String()
		return func(v value.Value) (bool, bool) { return (v.Composed().String() == text) == (sign == "=="), true }
	}
	return nil
}

// searching looks for a word among words that were written.
func searching(list []*node) func(value.Value) (holds, plain bool) {
	var words []string
	for _, n := range list {
		if !n.typ.Kind.IsText() {
			return nil
		}
		words = append(words, n.literal.String())
	}
	return func(v value.Value) (bool, bool) { return slices.Contains(words, v.Composed().String()), true }
}
