// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"golang.org/x/text/unicode/norm"
)

// adapt gives a literal the meaning that its neighbour's type asks for: a
// number becomes an exact amount in euros, a text a day or a word of a choice.
func (c *checker) adapt(n *node, to value.Type) {
	if n.op == opChoose {
		c.adapt(n.kids[1], to)
		c.adapt(n.kids[2], to)
		n.typ = n.kids[1].typ
		return
	}
	if n.op != opLiteral {
		return
	}
	c.adaptNumber(n, to)
	switch {
	case n.typ.Kind == value.Text && to.Kind == value.Date:
		c.day(n)
	case n.typ.Kind == value.Text && to.Kind == value.Choice && len(to.Choices) > 0:
		c.option(n, to)
	}
}

func (c *checker) adaptNumber(n *node, to value.Type) {
	if n.op == opLiteral && (n.typ.Kind == value.Integer || n.typ.Kind == value.Decimal) && to.Kind == value.Money {
		n.as(value.NewMoney(n.literal.Number(), value.Euro), value.Money)
	}
}

func (c *checker) day(n *node) {
	day, err := value.Parse(value.Of(value.Date), n.literal.String())
	if err != nil || day.IsMissing() {
		c.refuse(n, speech.Say("%q is not a day of the calendar", "„%s“ ist kein Tag des Kalenders", n.literal.String()),
			speech.Say("write \"2026-12-31\" or \"31.12.2026\"", "schreiben Sie \"31.12.2026\" oder \"2026-12-31\""))
		return
	}
	n.as(day, value.Date)
}

func (c *checker) option(n *node, to value.Type) {
	text := n.literal.String()
	known := slices.ContainsFunc(to.Choices, func(s string) bool { return norm.NFC.String(s) == text })
	if !known {
		c.refuse(n, speech.Say("%q does not belong to the choice %s", "„%s“ gehört nicht zur Auswahl %s", text, strings.Join(to.Choices, ", ")), source.DidYouMean(text, to.Choices))
		return
	}
	n.literal, n.typ = value.NewChoice(text), to
}
