// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Text is the part as people write it: compiled in the same scope it has the
// same Canonical.
func (t Tree) Text() string { return written(t.n) }

func written(n *node) string {
	switch n.op {
	case opLiteral:
		return Write(n.literal)
	case opName:
		return n.name
	case opList:
		return "[" + writtenAll(n.kids) + "]"
	case opCall, opPresent:
		name := n.name
		if n.op == opPresent {
			name = present
		}
		return name + "(" + writtenAll(n.kids) + ")"
	case opNegate:
		return "-" + inner(n, 0)
	case "not":
		return "not " + inner(n, 0)
	case opChoose:
		return inner(n, 0) + " ? " + inner(n, 1) + " : " + inner(n, 2)
	case opJoin:
		return inner(n, 0) + " + " + inner(n, 1)
	}
	return inner(n, 0) + " " + string(n.op) + " " + inner(n, 1)
}

// inner puts brackets around a part that would else be read differently.
func inner(parent *node, i int) string {
	kid := parent.kids[i]
	text := written(kid)
	if tightness(kid) > tightness(parent) || (tightness(kid) == tightness(parent) && i == 0 && isLeftmost(parent)) {
		return text
	}
	return "(" + text + ")"
}

// isLeftmost reports signs that chain to the left: a - b - c is (a - b) - c.
func isLeftmost(n *node) bool {
	switch n.op {
	case "and", "or", "+", "-", "*", "/", opJoin:
		return true
	}
	return false
}

// tightness orders signs by how close they bind.
func tightness(n *node) int {
	switch n.op {
	case opChoose:
		return 0
	case "or":
		return 1
	case "and":
		return 2
	case "==", "!=", "<", "<=", ">", ">=", "in":
		return 3
	case "+", "-", opJoin:
		return 4
	case "*", "/":
		return 5
	case "not", opNegate:
		return 6
	}
	if n.op == opLiteral && n.typ.Kind.IsNumber() && n.literal.Number().Negative {
		return 6
	}
	return 7
}

func writtenAll(list []*node) string {
	parts := make([]string, len(list))
	for i, n := range list {
		parts[i] = written(n)
	}
	return strings.Join(parts, ", ")
}

// Write is a value as a literal of an expression. Amounts are bare numbers,
// since their neighbour makes euros of them.
func Write(v value.Value) string {
	switch {
	case v.Kind() == value.Boolean:
		return strconv.FormatBool(v.Yes())
	case v.Kind().IsNumber():
		return v.Number().Text('f')
	}
	return quote(v.String())
}
