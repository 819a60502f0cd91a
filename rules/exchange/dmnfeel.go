// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// speaker says our expressions in FEEL, with the names of the model. It keeps
// the first thing that FEEL cannot say.
type speaker struct {
	name func(ours string) string
	at   string // the rule, for what is said about it
	err  error
}

func (s *speaker) refuse(what speech.Text) string {
	if s.err == nil {
		s.err = fault.New(fault.Usage, "rules.export", speech.Say("%s: DMN cannot say %s", "%s: DMN kennt %s nicht", s.at, what))
	}
	return ""
}

func (s *speaker) text(n expression.Tree) string {
	parts := n.Parts()
	switch sign := n.Sign(); sign {
	case expression.Literal:
		return s.literal(n.Literal())
	case expression.Name:
		return s.name(n.Name())
	case expression.Given:
		return s.text(parts[0]) + " != null"
	case expression.Call:
		return s.call(n)
	case expression.List:
		return s.list(parts)
	case "not":
		return s.denied(parts[0])
	case "negate":
		return "-" + s.inside(parts[0])
	case "choose":
		return "if " + s.text(parts[0]) + " then " + s.text(parts[1]) + " else " + s.text(parts[2])
	case "join":
		return s.inside(parts[0]) + " + " + s.inside(parts[1])
	case "in":
		return s.member(n)
	default:
		return s.inside(parts[0]) + " " + strings.Replace(string(sign), "==", "=", 1) + " " + s.inside(parts[1])
	}
}

// inside puts brackets around everything that is put together.
func (s *speaker) inside(n expression.Tree) string {
	switch n.Sign() {
	case expression.Literal, expression.Name, expression.Call:
		return s.text(n)
	}
	return "(" + s.text(n) + ")"
}

func (s *speaker) denied(n expression.Tree) string {
	if n.Sign() == expression.Given {
		return s.text(n.Parts()[0]) + " = null"
	}
	return "not(" + s.text(n) + ")"
}

func (s *speaker) list(parts []expression.Tree) string {
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = s.text(p)
	}
	return strings.Join(texts, ", ")
}

func (s *speaker) member(n expression.Tree) string {
	item, list := n.Parts()[0], n.Parts()[1]
	if list.Sign() != expression.List {
		return s.refuse(speech.Say("%q", "„%s“", n.Text()))
	}
	return s.inside(item) + " in (" + s.list(list.Parts()) + ")"
}

func (s *speaker) call(n expression.Tree) string {
	if name := n.Name(); name != "min" && name != "max" {
		return s.refuse(speech.Say("the function %q", "die Funktion „%s“", name))
	}
	return n.Name() + "(" + s.list(n.Parts()) + ")"
}

func (s *speaker) literal(v value.Value) string {
	switch {
	case v.Kind().IsText():
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(v.String()) + `"`
	case v.Kind() == value.Date:
		return `date("` + v.String() + `")`
	case v.Kind() == value.Boolean && v.Yes():
		return "true"
	case v.Kind() == value.Boolean:
		return "false"
	case v.Kind() == value.Money && v.Currency() != value.Euro:
		return s.refuse(speech.Say("amounts in %s", "Beträge in %s", v.Currency()))
	case v.Kind().IsNumber():
		return v.Number().Text('f')
	}
	return s.refuse(speech.Say("a value of kind %s", "Werte der Art %s", v.Kind().Label()))
}
