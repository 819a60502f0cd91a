// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// entry writes a part of a condition as the cell of a column, without the
// guard of the term. What it proposes must be tried: reading it back decides.
func (t term) entry(n expression.Tree) (cell string, ok bool) {
	switch n.Sign() {
	case "not":
		return t.denied(n.Parts()[0])
	case "or":
		return t.either(alternatives(n))
	case "and":
		return t.between(n.Conjuncts())
	case "in":
		return t.member(n)
	case expression.Given:
		return givenWord, t.is(n.Parts()[0])
	case "==", "!=", "<", "<=", ">", ">=":
		if left := n.Parts()[0]; t.is(left) {
			return signed(string(n.Sign()), t.with(n.Parts()[1])), true
		}
	}
	return t.written(value.NewBoolean(true)), t.is(n)
}

// signed is a test with its sign; being equal has none.
func signed(sign, with string) string {
	if sign == "==" {
		return with
	}
	return sign + " " + with
}

func (t term) is(n expression.Tree) bool { return n.Canonical() == t.canonical }

func (t term) denied(n expression.Tree) (string, bool) {
	switch {
	case n.Sign() == expression.Given:
		return openWord, t.is(n.Parts()[0])
	case t.is(n):
		return t.written(value.NewBoolean(false)), true
	}
	cell, ok := t.entry(n)
	return notWord + cell, ok && !strings.HasPrefix(cell, notWord)
}

func alternatives(n expression.Tree) []expression.Tree {
	if n.Sign() != "or" {
		return []expression.Tree{n}
	}
	return append(alternatives(n.Parts()[0]), alternatives(n.Parts()[1])...)
}

// either writes alternatives; below a guarded term "missing, or not a" is how
// "not a" is read.
func (t term) either(list []expression.Tree) (string, bool) {
	last := len(list) - 1
	if !t.guarded || last != len(t.reads) || list[last].Sign() != "not" || list[last].Parts()[0].Sign() == expression.Given {
		return t.entries(list)
	}
	t.guarded = false
	cell, ok := t.entry(list[last].Parts()[0])
	return notWord + cell, ok
}

func (t term) entries(list []expression.Tree) (string, bool) {
	cells := make([]string, len(list))
	for i, n := range list {
		cell, ok := t.entry(n)
		if !ok {
			return "", false
		}
		cells[i] = cell
	}
	return strings.Join(cells, "; "), true
}

func (t term) member(n expression.Tree) (string, bool) {
	item, list := n.Parts()[0], n.Parts()[1]
	if !t.is(item) || list.Sign() != expression.List {
		return "", false
	}
	var cells []string
	for _, part := range list.Parts() {
		cells = append(cells, t.with(part))
	}
	return strings.Join(cells, "; "), true
}

// between writes two limits as an interval, or the test behind a guard.
func (t term) between(parts []expression.Tree) (string, bool) {
	if t.guarded && len(parts) > len(t.reads) {
		return t.behindGuard(parts)
	}
	if len(parts) != 2 || !isLimit(parts[0], ">") || !isLimit(parts[1], "<") || !t.is(parts[0].Parts()[0]) || !t.is(parts[1].Parts()[0]) {
		return "", false
	}
	low, high := t.with(parts[0].Parts()[1]), t.with(parts[1].Parts()[1])
	opening, closing := "", ""
	if parts[0].Sign() == ">" || parts[1].Sign() == "<" {
		opening, closing = bracketOf(parts[0], "[", "("), bracketOf(parts[1], "]", ")")
	}
	return opening + low + " .. " + high + closing, true
}

func (t term) behindGuard(parts []expression.Tree) (string, bool) {
	bare := t
	bare.guarded = false
	rest := parts[len(t.reads):]
	if len(rest) == 1 {
		return bare.entry(rest[0])
	}
	return bare.between(rest)
}

func isLimit(n expression.Tree, sign string) bool { return strings.HasPrefix(string(n.Sign()), sign) }

func bracketOf(n expression.Tree, closed, open string) string {
	if strings.HasSuffix(string(n.Sign()), "=") {
		return closed
	}
	return open
}

// with is what a term is compared with, as a cell holds it.
func (t term) with(n expression.Tree) string {
	if v := n.Literal(); !v.IsMissing() {
		return t.written(v)
	}
	return "=" + n.Text()
}

// written is a value as a cell holds it, in quotes where it would else be read
// as something else.
func (t term) written(v value.Value) string {
	text := writtenIn(t.typ, v, t.german)
	t.guarded = false
	c, slips := t.ask(text)
	if len(slips) > 0 || strings.ContainsAny(text, "\";") || v.Kind().IsText() && c.text != t.compare("==", expression.Write(v)).text {
		return inQuotes(text)
	}
	return text
}

// writtenIn writes decimals as German spreadsheets do, which make days of 1.5.
func writtenIn(t value.Type, v value.Value, german bool) string {
	if german && v.Kind().IsNumber() {
		return strings.Replace(v.String(), ".", ",", 1)
	}
	return writtenAs(t, v)
}

// writtenAs is a value as value.Parse reads it: what could be two numbers
// with a full stop has a comma.
func writtenAs(t value.Type, v value.Value) string {
	text := v.String()
	if read, err := value.Parse(t, text); err == nil && value.Equal(read, v) {
		return text
	}
	return strings.Replace(text, ".", ",", 1)
}
