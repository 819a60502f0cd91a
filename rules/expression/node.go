// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/words"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// op is what a node does: the sign itself for signs, else one of these.
type op string

const (
	opLiteral op = "literal"
	opName    op = "name"
	opList    op = "list"
	opCall    op = "call"
	opPresent op = present
	opNegate  op = "negate"
	opJoin    op = "join"
	opChoose  op = "choose"
)

// broken is the kind of a node with a problem, so that one slip makes one
// diagnostic and not a chain of them.
const broken value.Kind = "broken"

// node is one part of a checked expression.
type node struct {
	op      op
	letter  int // where it stands in the text
	typ     value.Type
	literal value.Value
	name    string // dotted
	word    *words.Function
	kids    []*node
}

func (n *node) isBroken() bool { return n.typ.Kind == broken }

func readsOf(root *node) []string {
	seen := map[string]bool{}
	var walk func(*node)
	walk = func(n *node) {
		if n.op == opName {
			seen[n.name] = true
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(root)
	return slices.Sorted(maps.Keys(seen))
}
