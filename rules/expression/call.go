// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/heinzel-rpa/heinzel/rules/words"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func (c *checker) call(out *node, name string, args []ast.Node) *node {
	for _, a := range args {
		out.kids = append(out.kids, c.node(a))
	}
	out.name = name
	word := c.word(name)
	switch {
	case slices.ContainsFunc(out.kids, (*node).isBroken):
		out.typ = value.Of(broken)
		return out
	case name == present:
		return c.presence(out)
	case word == nil:
		return c.refuse(out, speech.Say("unknown function %q", "unbekannte Funktion „%s“", name), source.DidYouMean(name, c.functionNames()))
	case word.Formatting && c.Profile == Condition:
		return c.refuse(out, speech.Say("%q makes text and is not used in a condition", "„%s“ macht Text und wird in Bedingungen nicht verwendet", name), speech.Text{})
	}
	out.op, out.word = opCall, word
	return c.signature(out)
}

// presence is the one function that reads whether a value was given.
func (c *checker) presence(out *node) *node {
	if len(out.kids) != 1 || out.kids[0].op != opName {
		return c.refuse(out, speech.Say("angegeben asks for one name", "angegeben fragt nach einem Namen"), speech.Say("write angegeben(name)", "schreiben Sie angegeben(name)"))
	}
	out.op, out.typ = opPresent, value.Of(value.Boolean)
	return out
}

// signature takes the first way to call the function that fits.
func (c *checker) signature(out *node) *node {
	for _, s := range out.word.Signatures {
		if !fitAll(out.kids, s.Params) {
			continue
		}
		for i, k := range out.kids {
			c.adapt(k, value.Of(s.Params[i]))
			if k.isBroken() {
				out.typ = k.typ
				return out
			}
		}
		out.typ = value.Of(s.Result)
		return out
	}
	return c.refuse(out, speech.Say("%s does not take these values", "%s nimmt diese Werte nicht an", out.name), usage(out.word))
}

func fitAll(args []*node, params []value.Kind) bool {
	if len(args) != len(params) {
		return false
	}
	for i, a := range args {
		if !fits(a, params[i]) {
			return false
		}
	}
	return true
}

func fits(n *node, want value.Kind) bool {
	k := n.typ.Kind
	literal := n.op == opLiteral && ((k == value.Text && want == value.Date) || (k != value.Money && k.IsNumber() && want == value.Money))
	return gives(k, want) || literal
}

func usage(f *words.Function) speech.Text {
	var en, de []string
	for _, s := range f.Signatures {
		var pen, pde []string
		for _, k := range s.Params {
			pen, pde = append(pen, k.Label().EN), append(pde, k.Label().DE)
		}
		en, de = append(en, f.Name+"("+strings.Join(pen, ", ")+")"), append(de, f.Name+"("+strings.Join(pde, ", ")+")")
	}
	return speech.Text{EN: "write " + strings.Join(en, " or "), DE: "schreiben Sie " + strings.Join(de, " oder ")}
}

// word finds a function; the list is made for the first call in a text.
func (c *checker) word(name string) *words.Function {
	if c.words == nil {
		c.words = words.All()
	}
	return words.Find(c.words, name)
}
