// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"fmt"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// noun says a value.
func (s speaker) noun(n *node) string {
	switch n.op {
	case opLiteral:
		return s.literal(n.literal)
	case opName:
		return s.named(n.name)
	case opCall:
		return s.called(n)
	case opList:
		return strings.Join(s.nouns(n.kids), ", ")
	case opNegate:
		return "−" + s.operand(n, n.kids[0], true)
	case opChoose:
		return s.say("%[2]s if %[1]s, else %[3]s", "%[2]s, wenn %[1]s, sonst %[3]s", s.clause(n.kids[0], true), s.noun(n.kids[1]), s.noun(n.kids[2]))
	case "+", "-", "*", "/", opJoin:
		sign := map[op]string{"+": "+", "-": "−", "*": "×", "/": "÷", opJoin: "+"}[n.op]
		return s.operand(n, n.kids[0], false) + " " + sign + " " + s.operand(n, n.kids[1], true)
	}
	return s.say("whether %s", "ob %s", s.clause(n, true))
}

func (s speaker) nouns(list []*node) []string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = s.noun(n)
	}
	return out
}

// operand puts brackets around a part that binds less than its surroundings.
func (s speaker) operand(parent, n *node, isRight bool) string {
	if binding(n) < binding(parent) || (isRight && binding(n) == binding(parent)) {
		return "(" + s.noun(n) + ")"
	}
	return s.noun(n)
}

func binding(n *node) int {
	switch n.op {
	case opChoose:
		return 0
	case "+", "-", opJoin:
		return 1
	case "*", "/":
		return 2
	case opNegate:
		return 3
	}
	return 4
}

func (s speaker) called(n *node) string {
	args := make([]any, len(n.kids))
	for i, k := range n.kids {
		args[i] = s.noun(k)
	}
	return fmt.Sprintf(n.word.Phrase.In(s.lang), args...)
}

func (s speaker) named(name string) string {
	if s.label != nil {
		if text := s.label(name); !text.IsZero() {
			return text.In(s.lang)
		}
	}
	return name
}

func (s speaker) literal(v value.Value) string {
	if v.Kind().IsText() {
		return s.say("“%s”", "„%s“", v.String())
	}
	return v.In(s.lang)
}
