// SPDX-License-Identifier: EUPL-1.2

// Package rules compiles rulebooks and decides cases by them. A decision says
// which rules applied with their legal bases, what was read, and which dated
// parameters were used; it depends on nothing but the rulebook and the facts
// (there is no clock: the reference day is a fact).
//
// What is missing is never taken for no: a decision that would depend on it is
// refused as a business fault that names it.
//
// The way of a case: its facts are admitted, its day selects what is valid, an
// index holds back the rules that cannot apply, expr confirms each of the
// others, and the hit policy makes one decision of those that do.
package rules

import (
	"sync"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Rulebook is a compiled rulebook, safe for concurrent use.
type Rulebook struct {
	book      *book.Book
	rules     []rule
	otherwise *rule
	hash      string
	names     []string // facts and then parameters, by their places in a frame
	calendar  *calendar
	feeders   []feeder
	inputs    []book.Fact
	known     map[string]bool // the names of inputs and of facts
	desks     sync.Pool       // of *judge
}

type rule struct {
	*book.Rule
	when *expression.Program
	then []assignment
	// fixed are the outputs of a rule that gives nothing but literals.
	fixed map[string]value.Value
}

type assignment struct {
	output  *book.Output
	literal value.Value
	program *expression.Program // nil for a literal
}

// Compile checks every expression of a book and notes what is wrong in
// report. It gives nil where the book cannot be used. A fact that comes from
// another rulebook must be given to a book that is compiled alone.
func Compile(b *book.Book, report *source.Report) *Rulebook {
	if b == nil {
		return nil
	}
	c := &compiler{book: b, report: report, scope: expression.Scope{}}
	r := &Rulebook{book: b, names: c.declare()}
	for i := range b.Rules {
		r.rules = append(r.rules, c.rule(&b.Rules[i]))
	}
	if b.Otherwise != nil {
		r.otherwise = c.otherwise(b.Otherwise)
	}
	c.invariants()
	if report.Failed() {
		return nil
	}
	r.hash = hashOf(r)
	r.calendar = newCalendar(r)
	r.gather()
	return r
}

// Book is the rulebook as it was written. It must not be changed.
func (r *Rulebook) Book() *book.Book { return r.book }

// Hash names the meaning of the rulebook: setting it out differently, its
// comments and its tests do not change it, everything else does.
func (r *Rulebook) Hash() string { return r.hash }

// Condition is the compiled condition of the n-th rule, from 0.
func (r *Rulebook) Condition(n int) *expression.Program { return r.rules[n].when }

// Otherwise is the compiled expression that an output gets where no rule
// applies, or nil where that is a literal or nothing.
func (r *Rulebook) Otherwise(output string) *expression.Program {
	if r.otherwise == nil {
		return nil
	}
	return r.otherwise.program(output)
}

// Result is the compiled expression that a rule gives an output, or nil where
// it gives a literal or nothing.
func (r *Rulebook) Result(n int, output string) *expression.Program {
	return r.rules[n].program(output)
}

func (r *rule) program(output string) *expression.Program {
	for _, a := range r.then {
		if a.output.Name == output {
			return a.program
		}
	}
	return nil
}
