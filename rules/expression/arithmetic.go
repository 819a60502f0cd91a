// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"github.com/expr-lang/expr/ast"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// arithmetic decides the kind of a sum, difference, product or quotient.
func (c *checker) arithmetic(out *node) *node {
	left, right := out.kids[0], out.kids[1]
	if out.op == "+" || out.op == "-" {
		c.adaptNumber(left, right.typ)
		c.adaptNumber(right, left.typ)
	}
	if left.typ.Kind.IsText() && right.typ.Kind.IsText() && out.op == "+" {
		return c.join(out)
	}
	if out.op == "/" && right.op == opLiteral && right.typ.Kind.IsNumber() && right.literal.Number().IsZero() {
		return c.refuse(out, speech.Say("division by zero", "Division durch null"), speech.Text{})
	}
	kind, ok := calculated(out.op, left.typ.Kind, right.typ.Kind)
	if !ok {
		return c.refuse(out, speech.Say("%s and %s cannot be calculated with %q", "%s und %s lassen sich nicht mit „%s“ verrechnen", describe(left), describe(right), string(out.op)), c.recalculate(left, right))
	}
	out.typ = value.Of(kind)
	return out
}

func calculated(sign op, left, right value.Kind) (value.Kind, bool) {
	if !left.IsNumber() || !right.IsNumber() {
		return broken, false
	}
	moneyLeft, moneyRight := left == value.Money, right == value.Money
	switch {
	case moneyLeft && moneyRight:
		return map[op]value.Kind{"+": value.Money, "-": value.Money, "/": value.Decimal, "*": broken}[sign], sign != "*"
	case moneyLeft:
		return value.Money, sign == "*" || sign == "/"
	case moneyRight:
		return value.Money, sign == "*"
	case left == value.Integer && right == value.Integer && sign != "/":
		return value.Integer, true
	}
	return value.Decimal, true
}

func (c *checker) join(out *node) *node {
	if c.Profile == Condition {
		return c.refuse(out, speech.Say("texts are not joined in a condition", "in einer Bedingung werden keine Texte verbunden"), speech.Text{})
	}
	out.op, out.typ = opJoin, value.Of(value.Text)
	return out
}

func (c *checker) recalculate(left, right *node) speech.Text {
	text := left.typ.Kind.IsText() || right.typ.Kind.IsText()
	switch {
	case text && c.Profile == Value:
		return speech.Say("make a text of it: text(…)", "machen Sie einen Text daraus: text(…)")
	case left.typ.Kind == value.Date || right.typ.Kind == value.Date:
		return speech.Say("use tage_zwischen, plus_tage or plus_monate", "verwenden Sie tage_zwischen, plus_tage oder plus_monate")
	}
	return speech.Text{}
}

// choose checks a ? b : c, which only values may use.
func (c *checker) choose(out *node, n *ast.ConditionalNode) *node {
	if c.Profile == Condition {
		return c.refuse(out, speech.Say("%q is not used here", "„%s“ wird hier nicht verwendet", "?"), instead("?"))
	}
	out.op = opChoose
	out.kids = []*node{c.node(n.Cond), c.node(n.Exp1), c.node(n.Exp2)}
	test, yes, no := out.kids[0], out.kids[1], out.kids[2]
	c.adapt(yes, no.typ)
	c.adapt(no, yes.typ)
	out.typ = yes.typ
	switch {
	case test.isBroken() || yes.isBroken() || no.isBroken():
		out.typ = value.Of(broken)
	case test.typ.Kind != value.Boolean:
		return c.refuse(out, speech.Say("before ? stands yes or no, %s is neither", "vor ? steht ja oder nein, %s ist weder noch", describe(test)), speech.Text{})
	case gives(no.typ.Kind, yes.typ.Kind):
	case gives(yes.typ.Kind, no.typ.Kind):
		out.typ = no.typ
	default:
		return c.refuse(out, speech.Say("both results must be of one kind, not %s and %s", "beide Ergebnisse müssen von einer Art sein, nicht %s und %s", yes.typ.Kind.Label(), no.typ.Kind.Label()), speech.Text{})
	}
	return out
}
