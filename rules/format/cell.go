// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// The words of cells. A text that is one of them, or begins with a sign,
// stands in quotes.
const (
	anything  = "-"
	notWord   = "not "
	givenWord = "angegeben"
	openWord  = "nicht angegeben"
)

// asker makes the condition of one cell.
type asker struct {
	term
	slips []slip
}

// test is the condition of one entry of a cell.
type test struct {
	condition
	equals string // the value as an expression, where the entry is just one
	free   bool   // asks for a missing value itself
}

// ask is the condition of a cell; it has no text where the cell asks nothing.
func (t term) ask(cell string) (condition, []slip) {
	a := &asker{term: t}
	p := piece{text: cell}.trimmed()
	if p.text == "" || p.text == anything {
		return condition{}, nil
	}
	rest, denied := p.after(notWord)
	tests := a.tests(rest)
	if len(a.slips) > 0 {
		return condition{}, a.slips
	}
	return a.whole(tests, denied), nil
}

func (a *asker) tests(p piece) []test {
	var out []test
	for _, entry := range p.split(";") {
		out = append(out, a.entry(entry))
	}
	return out
}

// whole joins the tests of which one must hold, or none.
func (a *asker) whole(tests []test, denied bool) condition {
	var free, bound []test
	for _, t := range tests {
		if t.free || !a.guarded {
			free = append(free, t)
			continue
		}
		bound = append(bound, t)
	}
	if denied && len(free) == 0 {
		return anyOf(append(a.missing(), not(a.one(bound))))
	}
	var all []condition
	if len(free) > 0 {
		all = append(all, a.one(free))
	}
	if len(bound) > 0 {
		all = append(all, a.guard(a.one(bound)))
	}
	if denied {
		return not(anyOf(all))
	}
	return anyOf(all)
}

// one joins tests by or; nothing but values is a list.
func (a *asker) one(tests []test) condition {
	values := make([]string, len(tests))
	all := make([]condition, len(tests))
	for i, t := range tests {
		values[i], all[i] = t.equals, t.condition
	}
	if len(tests) > 1 && a.typ.Kind != value.Boolean && !slices.Contains(values, "") {
		return a.among(values)
	}
	return anyOf(all)
}

func (a *asker) entry(p piece) test {
	sign := signOf(p.text)
	switch {
	case p.text == givenWord || p.text == openWord:
		return a.presence(p)
	case sign == "!=" || sign != "" && isOrdered(a.typ):
		return test{condition: a.compare(sign, a.operand(p.from(len(sign))))}
	case sign != "":
		return a.refuse(p, speech.Say("values of kind %s have no order", "Werte der Art %s haben keine Reihenfolge", a.typ.Kind.Label()), quotes())
	case isOrdered(a.typ) && len(p.split("..")) > 1:
		return a.interval(p)
	}
	with := a.operand(p)
	switch {
	case a.typ.Kind == value.Boolean && with == "true":
		return test{condition: a.condition}
	case a.typ.Kind == value.Boolean && with == "false":
		return test{condition: not(a.condition)}
	}
	return test{condition: a.compare("==", with), equals: with}
}

func (a *asker) presence(p piece) test {
	switch {
	case !a.name:
		return a.refuse(p, speech.Say("only of a name can be asked whether it is given", "nur bei einem Namen lässt sich fragen, ob er angegeben ist"), speech.Text{})
	case p.text == openWord:
		return test{condition: not(a.given()[0]), free: true}
	}
	return test{condition: a.given()[0], free: true}
}

func (a *asker) refuse(p piece, problem, hint speech.Text) test {
	a.slips = append(a.slips, slip{p.letter, problem, hint})
	return test{}
}

func signOf(text string) string {
	for _, sign := range []string{"<=", ">=", "!=", "<", ">"} {
		if strings.HasPrefix(text, sign) {
			return sign
		}
	}
	return ""
}

func isOrdered(t value.Type) bool {
	return t.Kind.IsNumber() || t.Kind == value.Date || t.Kind == value.Choice && t.Ordered
}

// operand is what a term is compared with, as an expression: a literal, or
// what stands behind "=".
func (a *asker) operand(p piece) string {
	rest, isExpression := p.after("=")
	switch {
	case isExpression && isDotted(rest.text):
		return rest.text
	case isExpression && rest.text != "":
		return "(" + rest.text + ")"
	case p.text == "" || isExpression:
		a.refuse(p, speech.Say("a value is missing here", "hier fehlt ein Wert"), speech.Say("an empty cell asks nothing", "eine leere Zelle fragt nichts"))
		return ""
	}
	v, bad := a.literal(p)
	if bad != nil {
		a.slips = append(a.slips, *bad)
		return ""
	}
	return expression.Write(v)
}
