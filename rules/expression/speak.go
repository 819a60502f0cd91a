// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"fmt"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Words says the expression as clerks and auditors read it: a condition as a
// clause that stands behind "if", a value as a noun. Names are said by their
// label; a name without one stands for itself.
func (p *Program) Words(lang speech.Lang, label func(name string) speech.Text) string {
	s := speaker{lang: lang, label: label}
	if p.root.typ.Kind == value.Boolean && !p.lax {
		return s.clause(p.root, true)
	}
	return s.noun(p.root)
}

type speaker struct {
	lang  speech.Lang
	label func(name string) speech.Text
}

func (s speaker) say(en, de string, args ...any) string {
	return speech.Say(en, de, args...).In(s.lang)
}

// clause says a condition, or its contrary.
func (s speaker) clause(n *node, holds bool) string {
	switch n.op {
	case "not":
		return s.clause(n.kids[0], !holds)
	case "and", "or":
		return s.connected(n, holds)
	case "in":
		return s.among(n, holds)
	case opPresent:
		return s.pick(holds, s.say("%s is given", "%s angegeben ist", s.noun(n.kids[0])), s.say("%s is not given", "%s nicht angegeben ist", s.noun(n.kids[0])))
	case opLiteral:
		return s.pick(n.literal.Yes() == holds, s.say("in every case", "in jedem Fall"), s.say("in no case", "in keinem Fall"))
	case "==", "!=", "<", "<=", ">", ">=":
		return s.comparison(n, holds)
	default:
		return s.pick(holds, s.noun(n), s.say("not %s", "nicht %s", s.noun(n)))
	}
}

func (s speaker) pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

func (s speaker) connected(n *node, holds bool) string {
	if !holds {
		return s.say("it is not so that (%s)", "es nicht so ist, dass (%s)", s.connected(n, true))
	}
	word := s.say(string(n.op), map[op]string{"and": "und", "or": "oder"}[n.op])
	parts := make([]string, len(n.kids))
	for i, k := range n.kids {
		parts[i] = s.clause(k, true)
		if (k.op == "and" || k.op == "or") && k.op != n.op {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, " "+word+" ")
}

func (s speaker) comparison(n *node, holds bool) string {
	sign, left, right := n.op, n.kids[0], n.kids[1]
	if !holds {
		sign = map[op]op{"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}[sign]
	}
	switch {
	case right.typ.Kind == value.Boolean && right.op == opLiteral:
		return s.clause(left, right.literal.Yes() == (sign == "=="))
	case left.op == opLiteral && right.op != opLiteral && sign != "==" && sign != "!=":
		left, right = right, left
		sign = map[op]op{"<": ">", ">": "<", "<=": ">=", ">=": "<="}[sign]
	}
	words := compares(left.typ.Kind, sign)
	if left.typ.Kind.IsText() && right.op != opLiteral {
		words = compares(value.Integer, sign) // two names that are equal, not one that is a word
	}
	return fmt.Sprintf(words.In(s.lang), s.noun(left), s.noun(right))
}

// compares is the sentence of a comparison, by what is compared.
func compares(k value.Kind, sign op) speech.Text {
	switch k {
	case value.Date:
		return map[op]speech.Text{
			"==": {EN: "%s is on %s", DE: "%s am %s liegt"}, "!=": {EN: "%s is not on %s", DE: "%s nicht am %s liegt"},
			"<": {EN: "%s is before %s", DE: "%s vor dem %s liegt"}, "<=": {EN: "%s is on or before %s", DE: "%s spätestens am %s liegt"},
			">": {EN: "%s is after %s", DE: "%s nach dem %s liegt"}, ">=": {EN: "%s is on or after %s", DE: "%s frühestens am %s liegt"},
		}[sign]
	case value.Integer, value.Decimal, value.Money:
		return map[op]speech.Text{
			"==": {EN: "%s equals %s", DE: "%s gleich %s ist"}, "!=": {EN: "%s does not equal %s", DE: "%s nicht gleich %s ist"},
			"<": {EN: "%s is less than %s", DE: "%s kleiner als %s ist"}, "<=": {EN: "%s is at most %s", DE: "%s höchstens %s ist"},
			">": {EN: "%s is more than %s", DE: "%s größer als %s ist"}, ">=": {EN: "%s is at least %s", DE: "%s mindestens %s ist"},
		}[sign]
	case value.Boolean:
		return map[op]speech.Text{"==": {EN: "%s is like %s", DE: "%s so ist wie %s"}, "!=": {EN: "%s is not like %s", DE: "%s anders ist als %s"}}[sign]
	}
	return map[op]speech.Text{
		"==": {EN: "%s is %s", DE: "%s %s ist"}, "!=": {EN: "%s is not %s", DE: "%s nicht %s ist"},
		"<": {EN: "%s is below %s", DE: "%s unter %s liegt"}, "<=": {EN: "%s is at most %s", DE: "%s höchstens %s ist"},
		">": {EN: "%s is above %s", DE: "%s über %s liegt"}, ">=": {EN: "%s is at least %s", DE: "%s mindestens %s ist"},
	}[sign]
}

func (s speaker) among(n *node, holds bool) string {
	item, list := s.noun(n.kids[0]), n.kids[1]
	if list.op != opList {
		return s.pick(holds, s.say("%s is among %s", "%s zu %s gehört", item, s.noun(list)), s.say("%s is not among %s", "%s nicht zu %s gehört", item, s.noun(list)))
	}
	words := s.nouns(list.kids)
	if holds {
		return s.say("%s is %s", "%s %s ist", item, speech.List(words, "or", "oder"))
	}
	if len(words) == 1 {
		return s.say("%s is not %s", "%s nicht %s ist", item, words[0])
	}
	return s.say("%s is neither %s", "%s weder %s ist", item, s.say("%s", "%s", strings.Join(words, s.say(" nor ", " noch "))))
}
