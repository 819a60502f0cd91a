// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"slices"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"github.com/expr-lang/expr/ast"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func (c *checker) unary(out *node, n *ast.UnaryNode) *node {
	kid := c.node(n.Node)
	out.kids = []*node{kid}
	switch {
	case kid.isBroken():
		out.typ = kid.typ
		return out
	case n.Operator == "not" && kid.typ.Kind == value.Boolean:
		out.op, out.typ = "not", value.Of(value.Boolean)
		return out
	case n.Operator == "not":
		return c.refuse(out, speech.Say("not stands before yes or no, %s is neither", "not steht vor ja oder nein, %s ist weder noch", describe(kid)),
			speech.Say("put brackets around what it denies: not (a == b)", "setzen Sie Klammern um das, was es verneint: not (a == b)"))
	case n.Operator == "-" && kid.op == opLiteral && kid.typ.Kind.IsNumber():
		var negative apd.Decimal
		negative.Neg(kid.literal.Number())
		out.kids = nil
		return out.as(value.NewNumber(kid.typ.Kind, &negative), kid.typ.Kind)
	case n.Operator == "-" && kid.typ.Kind.IsNumber():
		out.op, out.typ = opNegate, value.Of(kid.typ.Kind)
		return out
	}
	return c.refuse(out, speech.Say("%q does not stand before %s", "„%s“ steht nicht vor %s", n.Operator, describe(kid)), speech.Text{})
}

func (c *checker) binary(out *node, n *ast.BinaryNode) *node {
	if n.Operator == "&&" || n.Operator == "||" { // the parser's word for a chain such as 1 <= x <= 5
		return c.refuse(out, speech.Say("comparisons cannot be chained", "Vergleiche lassen sich nicht aneinanderhängen"),
			speech.Say("write both: 1 <= x and x <= 5", "schreiben Sie beide: 1 <= x and x <= 5"))
	}
	out.op = op(n.Operator)
	out.kids = []*node{c.node(n.Left), c.node(n.Right)}
	if slices.ContainsFunc(out.kids, (*node).isBroken) {
		out.typ = value.Of(broken)
		return out
	}
	switch n.Operator {
	case "and", "or":
		return c.connective(out)
	case "in":
		return c.membership(out)
	case "+", "-", "*", "/":
		return c.arithmetic(out)
	default:
		return c.comparison(out)
	}
}

func (c *checker) connective(out *node) *node {
	out.typ = value.Of(value.Boolean)
	for _, k := range out.kids {
		if k.typ.Kind != value.Boolean {
			return c.refuse(out, speech.Say("%s joins yes and no, %s is neither", "%s verbindet ja und nein, %s ist weder noch", string(out.op), describe(k)),
				speech.Say("repeat the comparison on both sides: x == 1 or x == 2", "wiederholen Sie den Vergleich auf beiden Seiten: x == 1 or x == 2"))
		}
	}
	return out
}

func (c *checker) comparison(out *node) *node {
	left, right := out.kids[0], out.kids[1]
	c.adapt(left, right.typ)
	c.adapt(right, left.typ)
	out.typ = value.Of(value.Boolean)
	switch {
	case left.isBroken() || right.isBroken():
		out.typ = value.Of(broken)
	case !value.Comparable(left.typ.Kind, right.typ.Kind) || left.typ.Kind == value.List || left.typ.Kind == value.Record:
		return c.refuse(out, speech.Say("%s cannot be compared with %s", "%s lässt sich nicht mit %s vergleichen", describe(left), describe(right)), mend(left, right))
	case out.op != "==" && out.op != "!=" && !hasOrder(left.typ) && !sameRanks(left.typ, right.typ):
		return c.refuse(out, speech.Say("values of kind %s have no order", "Werte der Art %s haben keine Reihenfolge", left.typ.Kind.Label()),
			speech.Say("use == or !=", "verwenden Sie == oder !="))
	}
	return out
}

// hasOrder reports types with a before and after that people agree on; the
// order of letters by code point (Ä behind Z) is none.
func hasOrder(t value.Type) bool { return t.Kind.IsNumber() || t.Kind == value.Date }

// sameRanks reports two choices whose words stand in the same declared order.
func sameRanks(a, b value.Type) bool {
	return a.Ordered && b.Ordered && slices.Equal(a.Choices, b.Choices)
}

// rankOf gives the rank of a word where a comparison asks for more or less of
// ordered choices, else nil.
func rankOf(n *node) func(value.Value) int {
	if !sameRanks(n.kids[0].typ, n.kids[1].typ) || n.op == "==" || n.op == "!=" {
		return nil
	}
	choices := n.kids[0].typ.Choices
	return func(v value.Value) int { return slices.Index(choices, v.String()) }
}

// rankedBy tells comparisons by rank apart.
func rankedBy(n *node) string {
	if rankOf(n) == nil {
		return ""
	}
	return strings.Join(n.kids[0].typ.Choices, "\x00")
}

func (c *checker) membership(out *node) *node {
	item, list := out.kids[0], out.kids[1]
	out.typ = value.Of(value.Boolean)
	if list.typ.Kind != value.List {
		return c.refuse(out, speech.Say("behind in stands a list, %s is none", "hinter in steht eine Liste, %s ist keine", describe(list)), speech.Say("write [a, b]", "schreiben Sie [a, b]"))
	}
	entries := list.kids
	if list.op != opList {
		of := value.Of(value.Text)
		if list.typ.Of != nil {
			of = *list.typ.Of
		}
		entries = []*node{{op: opName, name: list.name, typ: of, letter: list.letter}}
	}
	for _, e := range entries {
		pair := c.comparison(&node{op: "==", letter: e.letter, kids: []*node{item, e}})
		if pair.isBroken() {
			out.typ = value.Of(broken)
		}
	}
	return out
}

// mend says how two sides that do not fit could be made to.
func mend(left, right *node) speech.Text {
	kinds := []value.Kind{left.typ.Kind, right.typ.Kind}
	text := slices.ContainsFunc(kinds, value.Kind.IsText)
	switch {
	case text && slices.ContainsFunc(kinds, value.Kind.IsNumber):
		return speech.Say("a number stands without quotes, a text with them", "eine Zahl steht ohne Anführungszeichen, ein Text mit ihnen")
	case text && slices.Contains(kinds, value.Boolean):
		return speech.Say("write the name alone, or not before it", "schreiben Sie den Namen allein oder not davor")
	case slices.Contains(kinds, value.Date):
		return speech.Say("a day stands in quotes: \"2026-12-31\"", "ein Tag steht in Anführungszeichen: \"31.12.2026\"")
	case slices.Contains(kinds, value.List):
		return speech.Say("use in", "verwenden Sie in")
	case slices.Contains(kinds, value.Money):
		return speech.Say("declare both as amounts of money", "deklarieren Sie beide als Geldbetrag")
	}
	return speech.Text{}
}
