// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// worded compares texts, or yes and no, where one side is the same for all
// cases.
func (r *reader) worded(a expression.Atom) (*claim, constant) {
	right, rightConstant, rightOK := r.constant(a.Right[0])
	left, leftConstant, leftOK := r.constant(a.Left)
	switch {
	case (rightConstant && !rightOK) || (leftConstant && !leftOK):
		return nil, unknown
	case leftConstant && rightConstant && a.Left.Type().Ordered:
		choices := a.Left.Type().Choices
		return nil, constantOf(holds(a.Sign, slices.Index(choices, left.String())-slices.Index(choices, right.String())))
	case leftConstant && rightConstant:
		return nil, constantOf(value.Equal(left, right) == (a.Sign == "=="))
	case rightConstant:
		return r.about(a.Left, a.Sign, []string{right.String()})
	case leftConstant:
		return r.about(a.Right[0], mirrored(a.Sign), []string{left.String()})
	}
	return r.unordered(a)
}

// membership asks for one of several constants; lists that are facts, and
// entries that are, are questions of their own.
func (r *reader) membership(a expression.Atom) (*claim, constant) {
	var out *claim
	lacks := false
	for _, entry := range a.Right {
		_, isConstant, hasValue := r.constant(entry)
		switch {
		case !isConstant || entry.Type().Kind == value.List:
			return r.unordered(a)
		case !hasValue:
			lacks = true
			continue
		}
		one, answer := r.claim(expression.Atom{Sign: "==", Left: a.Left, Right: []expression.Tree{entry}})
		switch {
		case answer == never:
		case answer == unknown:
			lacks = true
		case answer == always:
			return nil, constantOf(a.Sign == isIn)
		case out == nil:
			out = one
		case out.dim == one.dim:
			out.marks, out.words = append(out.marks, one.marks...), append(out.words, one.words...)
		default:
			return r.unordered(a)
		}
	}
	switch {
	case out == nil && lacks:
		return nil, unknown
	case out == nil:
		return nil, constantOf(a.Sign != isIn)
	}
	out.sign, out.lacks = a.Sign, lacks
	return out, depends
}
