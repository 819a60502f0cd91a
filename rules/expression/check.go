// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"github.com/expr-lang/expr/ast"
	"github.com/heinzel-rpa/heinzel/rules/words"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"golang.org/x/text/unicode/norm"
)

// checker turns expr's tree into ours and notes everything that is wrong.
type checker struct {
	Input
	words    []words.Function // once they are needed
	numbers  map[int]string   // the source text of each number, by its letter
	problems []source.Diagnostic
}

func (c *checker) check() *node {
	c.numbers = map[int]string{}
	if !c.scan() {
		return nil
	}
	tree := c.parse()
	if tree == nil {
		return nil
	}
	root := c.node(tree)
	c.result(root)
	return root
}

// node checks one node of expr's tree; what is not named here is refused.
func (c *checker) node(n ast.Node) *node {
	out := &node{letter: n.Location().From}
	switch n := n.(type) {
	case *ast.BoolNode:
		return out.as(value.NewBoolean(n.Value), value.Boolean)
	case *ast.StringNode:
		return out.as(value.NewText(norm.NFC.String(n.Value)), value.Text)
	case *ast.IntegerNode:
		return c.numeral(out, value.Integer)
	case *ast.FloatNode:
		return c.numeral(out, value.Decimal)
	case *ast.IdentifierNode, *ast.MemberNode:
		return c.name(out, n)
	case *ast.ArrayNode:
		return c.list(out, n.Nodes)
	case *ast.UnaryNode:
		return c.unary(out, n)
	case *ast.BinaryNode:
		return c.binary(out, n)
	case *ast.ConditionalNode:
		return c.choose(out, n)
	case *ast.CallNode:
		return c.call(out, n.Callee.String(), n.Arguments)
	case *ast.BuiltinNode:
		return c.call(out, n.Name, n.Arguments)
	}
	return c.refuse(out, speech.Say("this is not used here", "das wird hier nicht verwendet"), speech.Text{})
}

func (n *node) as(v value.Value, k value.Kind) *node {
	n.op, n.literal, n.typ = opLiteral, v, value.Of(k)
	return n
}

// refuse notes a problem and marks the node, so that nothing follows from it.
func (c *checker) refuse(n *node, problem, hint speech.Text) *node {
	c.problem(n.letter, problem, hint)
	n.typ = value.Of(broken)
	return n
}

func (c *checker) numeral(out *node, k value.Kind) *node {
	d, _, err := apd.NewFromString(c.numbers[out.letter])
	if err != nil {
		return c.refuse(out, speech.Say("this is no number", "das ist keine Zahl"), speech.Text{})
	}
	return out.as(value.NewNumber(k, d), k)
}

// name resolves a plain or dotted name in the scope.
func (c *checker) name(out *node, n ast.Node) *node {
	path, ok := dotted(n)
	if !ok {
		return c.refuse(out, speech.Say("a full stop stands only between names", "ein Punkt steht nur zwischen Namen"), speech.Text{})
	}
	fields := map[string]value.Type(c.Scope)
	out.op, out.name = opName, strings.Join(path, ".")
	for i, part := range path {
		of, known := fields[part]
		if !known {
			return c.unknown(out, part, path[:i], fields)
		}
		out.typ, fields = of, of.Fields
	}
	return out
}

func (c *checker) unknown(out *node, part string, before []string, fields map[string]value.Type) *node {
	hint := source.DidYouMean(part, slices.Sorted(maps.Keys(fields)))
	if slices.Contains([]string{"yes", "ja", "wahr"}, part) {
		hint = speech.Say("write %s", "schreiben Sie %s", "true")
	}
	if slices.Contains([]string{"no", "nein", "falsch"}, part) {
		hint = speech.Say("write %s", "schreiben Sie %s", "false")
	}
	if len(before) > 0 {
		return c.refuse(out, speech.Say("%q has no field %q", "„%s“ hat kein Feld „%s“", strings.Join(before, "."), part), hint)
	}
	return c.refuse(out, speech.Say("unknown name %q", "unbekannter Name „%s“", part), hint)
}

func dotted(n ast.Node) ([]string, bool) {
	switch n := n.(type) {
	case *ast.IdentifierNode:
		return []string{n.Value}, true
	case *ast.MemberNode:
		field, isText := n.Property.(*ast.StringNode)
		path, ok := dotted(n.Node)
		if !isText || !ok || n.Optional {
			return nil, false
		}
		return append(path, field.Value), true
	}
	return nil, false
}

// list checks a list; its entries are adapted to each other by their user.
func (c *checker) list(out *node, entries []ast.Node) *node {
	out.op, out.typ = opList, value.Of(value.List)
	if len(entries) == 0 {
		return c.refuse(out, speech.Say("the list is empty", "die Liste ist leer"), speech.Text{})
	}
	for _, e := range entries {
		out.kids = append(out.kids, c.node(e))
	}
	for _, k := range out.kids {
		if k.isBroken() {
			out.typ = value.Of(broken)
			return out
		}
	}
	of := out.kids[0].typ
	out.typ.Of = &of
	return out
}

// result checks what the whole expression gives.
func (c *checker) result(root *node) {
	want := c.Want
	if c.Profile == Condition {
		want = value.Of(value.Boolean)
	}
	if root.isBroken() || want.Kind == value.Missing {
		return
	}
	c.adapt(root, want)
	if !root.isBroken() && !gives(root.typ.Kind, want.Kind) {
		c.problem(root.letter, speech.Say("this gives a value of kind %s, expected is %s", "das ergibt einen Wert der Art %s, erwartet wird %s", root.typ.Kind.Label(), want.Kind.Label()), becoming(root.typ.Kind, want.Kind))
	}
}

// becoming says how a result of one kind could be of another.
func becoming(k, want value.Kind) speech.Text {
	switch {
	case want == value.Money && k.IsNumber():
		return speech.Say("calculate with an amount: a fact or parameter of type money", "rechnen Sie mit einem Geldbetrag: einem Sachverhalt oder Parameter vom Typ money")
	case want.IsText():
		return speech.Say("make a text of it: text(…)", "machen Sie einen Text daraus: text(…)")
	case want == value.Boolean:
		return speech.Say("compare it with something", "vergleichen Sie es mit etwas")
	}
	return speech.Text{}
}

// gives reports whether a value of kind k can serve as want.
func gives(k, want value.Kind) bool {
	return k == want || (k == value.Integer && want == value.Decimal) || (k.IsText() && want.IsText())
}

// wanted is the declared type of the result, else the one it has.
func (c *checker) wanted(root *node) value.Type {
	switch {
	case c.Profile == Condition:
		return value.Of(value.Boolean)
	case c.Want.Kind != value.Missing:
		return c.Want
	}
	return root.typ
}

// describe names a part with its kind, for messages.
func describe(n *node) speech.Text {
	var what string
	switch n.op {
	case opName:
		what = n.name
	case opLiteral:
		what = n.literal.String()
		if n.typ.Kind == value.Text {
			what = fmt.Sprintf("%q", what)
		}
	default:
		return n.typ.Kind.Label()
	}
	return speech.Say("%s (%s)", "%s (%s)", what, n.typ.Kind.Label())
}
