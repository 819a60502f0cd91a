// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

type compiler struct {
	book   *book.Book
	report *source.Report
	scope  expression.Scope
	names  []string
}

// declare fills the scope and gives each name its place.
func (c *compiler) declare() []string {
	for _, f := range c.book.Facts {
		c.scope[f.Name] = f.Type
		c.names = append(c.names, f.Name)
	}
	for _, p := range c.book.Parameters {
		c.scope[p.Name] = p.Type
		c.names = append(c.names, p.Name)
	}
	return c.names
}

func (c *compiler) rule(b *book.Rule) rule {
	out := rule{Rule: b, then: c.then(b.Then)}
	out.fixed = literals(out.then)
	if b.If.Text != "" {
		out.when = c.program(b.If, expression.Condition, value.Type{})
	}
	return out
}

// otherwise is the rule that stands in where none applies.
func (c *compiler) otherwise(o *book.Otherwise) *rule {
	return &rule{Rule: &book.Rule{ID: book.OtherwiseID, Basis: o.Basis, At: o.At}, then: c.then(o.Then)}
}

// literals are outputs that do not depend on the case, or nil.
func literals(then []assignment) map[string]value.Value {
	out := map[string]value.Value{}
	for _, a := range then {
		switch {
		case a.program != nil:
			return nil
		case !a.literal.IsMissing():
			out[a.output.Name] = a.literal
		}
	}
	return out
}

func (c *compiler) then(list []book.Assignment) []assignment {
	var out []assignment
	for _, a := range list {
		o := c.book.Output(a.Output)
		if o == nil {
			continue // noted by the reader
		}
		to := assignment{output: o, literal: a.Literal}
		if a.IsExpression {
			to.program = c.program(a.Expression, expression.Value, o.Type)
		} else if a.Literal.Kind() == value.Money && !inCents(a.Literal.Number()) {
			c.report.Errorf(a.At, speech.Say("%s is no amount in cents", "%s ist kein Betrag in Cent", spoken(a.Literal)), speech.Text{})
		}
		out = append(out, to)
	}
	return out
}

func (c *compiler) program(e book.Expression, profile expression.Profile, want value.Type) *expression.Program {
	p, problems := expression.Compile(expression.Input{Text: e.Text, At: e.TextAt, Scope: c.scope, Names: c.names, Profile: profile, Want: want})
	c.report.Take(problems...)
	return p
}

// invariants are what only the book as a whole can break.
func (c *compiler) invariants() {
	dated := len(c.book.Parameters) > 0
	for _, r := range c.book.Rules {
		dated = dated || !r.Valid.IsAlways()
	}
	if dated && c.book.Fact(book.ReferenceDay) == nil {
		c.report.Errorf(c.book.At, speech.Say("what is valid from a day needs the fact %q of type date", "was von einem Tag an gilt, braucht den Sachverhalt „%s“ vom Typ date", book.ReferenceDay), speech.Text{})
	}
	ranked := false
	for _, o := range c.book.Outputs {
		ranked = ranked || o.Type.Kind == value.Choice
		if !aggregable(c.book.Hit.Aggregate, o.Type.Kind) {
			c.report.Errorf(o.At, speech.Say("%s cannot be made of values of kind %s", "%s lässt sich aus Werten der Art %s nicht bilden", string(c.book.Hit.Aggregate), o.Type.Kind.Label()), speech.Text{})
		}
	}
	if o := c.book.Otherwise; o != nil && len(o.Then) > 0 && c.book.Hit.Aggregate == book.Count {
		c.report.Errorf(o.At, speech.Say("collect count counts rules: where none applies that is 0, and nothing else", "collect count zählt Regeln: wo keine zutrifft, ist das 0 und nichts anderes"), speech.Text{})
	}
	if c.book.Hit.IsRanked() && !ranked {
		c.report.Errorf(c.book.Hit.At, speech.Say("%q needs an output of type choice, whose words stand in the order of their rank", "„%s“ braucht ein Ergebnis vom Typ choice, dessen Wörter in der Reihenfolge ihres Rangs stehen", c.book.Hit.String()), speech.Text{})
	}
}

func aggregable(a book.Aggregate, k value.Kind) bool {
	switch a {
	case book.Sum:
		return k.IsNumber()
	case book.Min, book.Max:
		return k.IsNumber() || k == value.Date
	}
	return true
}
