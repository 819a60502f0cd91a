// SPDX-License-Identifier: EUPL-1.2

package feel

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

type kind int

const (
	literal kind = iota
	null
	named
	asked // the ? of a unary test
	calculation
	negative
	comparison
	member
	both
	either
	denied
	choice
	call
)

// node is a part of an expression.
type node struct {
	kind  kind
	at    int    // letter
	text  string // of a name, in our words; the sign of a comparison or calculation
	value value.Value
	kids  []*node
}

func (n *node) reads() []string {
	var out []string
	if n.kind == named {
		out = append(out, n.text)
	}
	for _, k := range n.kids {
		out = append(out, k.reads()...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// bond is how close a part binds, for brackets.
func (n *node) bond() int {
	switch n.kind {
	case choice:
		return 0
	case either:
		return 1
	case both:
		return 2
	case comparison, member:
		return 3
	case calculation:
		if n.text == "+" || n.text == "-" {
			return 4
		}
		return 5
	case denied, negative:
		return 6
	}
	return 7
}

// written is the part in our words.
func (n *node) written() string {
	switch n.kind {
	case literal:
		return expression.Write(n.value)
	case named, asked:
		return n.text
	case calculation:
		return n.sides()
	case comparison, member:
		return n.comparison()
	case choice:
		return n.kids[0].truth(true).inside(1) + " ? " + n.kids[1].inside(1) + " : " + n.kids[2].inside(1)
	case call:
		return n.text + "(" + strings.Join(writtenAll(n.kids), ", ") + ")"
	case negative:
		return "-" + n.kids[0].inside(7)
	case both:
		return n.kids[0].inside(2) + " and " + n.kids[1].inside(3)
	case either:
		return n.kids[0].inside(1) + " or " + n.kids[1].inside(2)
	case denied:
		return "not " + n.kids[0].inside(7)
	}
	return "null"
}

// sides writes both sides of a sign; of in, the item and the list.
func (n *node) sides() string {
	if n.kind == member {
		return n.kids[0].inside(4) + " in [" + strings.Join(writtenAll(n.kids[1:]), ", ") + "]"
	}
	return n.kids[0].inside(n.bond()) + " " + n.text + " " + n.kids[1].inside(n.bond()+1)
}

// comparison is a comparison as a value: equality with null is no, where less
// and more are null.
func (n *node) comparison() string {
	if n.kind == member || n.text == "==" || n.text == "!=" || n.has(null) {
		return "(" + n.truth(true).text + ")"
	}
	return n.sides()
}

func (n *node) inside(bond int) string {
	if n.bond() < bond {
		return "(" + n.written() + ")"
	}
	return n.written()
}

func writtenAll(list []*node) []string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = n.written()
	}
	return out
}

// with puts a term in the place of every ?.
func (n *node) with(term *node) *node {
	if n.kind == asked {
		return term
	}
	out := *n
	out.kids = make([]*node, len(n.kids))
	for i, k := range n.kids {
		out.kids[i] = k.with(term)
	}
	return &out
}

func (n *node) has(k kind) bool {
	return n.kind == k || slices.ContainsFunc(n.kids, func(kid *node) bool { return kid.has(k) })
}
