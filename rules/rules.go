// SPDX-License-Identifier: EUPL-1.2

// Package rules compiles rulebooks and decides cases by them. A decision says
// which rules applied with their legal bases, what was read, and which dated
// parameters were used; it depends on nothing but the rulebook and the facts
// (there is no clock: the reference day is a fact).
//
// What is missing is never taken for no: a decision that would depend on it is
// refused as a business fault that names it.
package rules

import (
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Rulebook is a compiled rulebook, safe for concurrent use.
type Rulebook struct {
	book  *book.Book
	rules []rule
	hash  string
}

type rule struct {
	*book.Rule
	when *expression.Program
	then []assignment
}

type assignment struct {
	output  *book.Output
	literal value.Value
	program *expression.Program // nil for a literal
}

// Compile checks every expression of a book and notes what is wrong in
// report. It gives nil where the book cannot be used.
func Compile(b *book.Book, report *source.Report) *Rulebook {
	if b == nil {
		return nil
	}
	c := &compiler{book: b, report: report, scope: expression.Scope{}}
	for _, f := range b.Facts {
		c.scope[f.Name] = f.Type
	}
	for _, p := range b.Parameters {
		c.scope[p.Name] = p.Type
	}
	r := &Rulebook{book: b}
	for i := range b.Rules {
		r.rules = append(r.rules, c.rule(&b.Rules[i]))
	}
	c.invariants()
	if report.Failed() {
		return nil
	}
	r.hash = hashOf(r)
	return r
}

// Book is the rulebook as it was written. It must not be changed.
func (r *Rulebook) Book() *book.Book { return r.book }

// Hash names the meaning of the rulebook: setting it out differently, its
// comments and its tests do not change it, everything else does.
func (r *Rulebook) Hash() string { return r.hash }

// Condition is the compiled condition of the n-th rule, from 0.
func (r *Rulebook) Condition(n int) *expression.Program { return r.rules[n].when }

// Result is the compiled expression that a rule gives an output, or nil where
// it gives a literal or nothing.
func (r *Rulebook) Result(n int, output string) *expression.Program {
	for _, a := range r.rules[n].then {
		if a.output.Name == output {
			return a.program
		}
	}
	return nil
}

type compiler struct {
	book   *book.Book
	report *source.Report
	scope  expression.Scope
}

func (c *compiler) rule(b *book.Rule) rule {
	out := rule{Rule: b}
	if b.If.Text != "" {
		out.when = c.program(b.If, expression.Condition, value.Type{})
	}
	for _, a := range b.Then {
		o := c.book.Output(a.Output)
		if o == nil {
			continue // noted by the reader
		}
		to := assignment{output: o, literal: a.Literal}
		if a.IsExpression {
			to.program = c.program(a.Expression, expression.Value, o.Type)
		}
		out.then = append(out.then, to)
	}
	return out
}

func (c *compiler) program(e book.Expression, profile expression.Profile, want value.Type) *expression.Program {
	p, problems := expression.Compile(expression.Input{Text: e.Text, At: e.TextAt, Scope: c.scope, Profile: profile, Want: want})
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
	for _, o := range c.book.Outputs {
		if !aggregable(c.book.Hit.Aggregate, o.Type.Kind) {
			c.report.Errorf(o.At, speech.Say("%s cannot be made of values of kind %s", "%s lässt sich aus Werten der Art %s nicht bilden", string(c.book.Hit.Aggregate), o.Type.Kind.Label()), speech.Text{})
		}
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
