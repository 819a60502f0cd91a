// SPDX-License-Identifier: EUPL-1.2

// Package feel reads the expressions of other rule engines: FEEL, the language
// of DMN, and the dialect of GoRules' zen. It knows the part that decision
// tables need (literals, names, arithmetic, comparisons, unary tests), writes
// it in the words of our own expressions, and refuses everything else by name.
//
// A value that nobody gave is null there: it equals nothing but null, and what
// is compared with it is neither true nor false, so that no rule applies. Ours
// refuse to decide instead. What is written here asks first whether the values
// were given, so that both decide alike.
package feel

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// MaxDepth bounds how deep an expression may be nested.
const MaxDepth = 50

// Dialect is the language an expression is written in.
type Dialect int

// The dialects.
const (
	FEEL Dialect = iota
	Zen
)

// Language is a dialect with the names that may be read: those of the model,
// which may hold blanks and signs, and what they are called in expressions.
type Language struct {
	Dialect Dialect
	Names   map[string]string
}

// Problem is what is wrong with an expression, or not known here.
type Problem struct {
	Letter        int // from 0
	Problem, Hint speech.Text
}

// Expression is a text that was read.
type Expression struct{ root *node }

// Read reads an expression.
func (l Language) Read(text string) (*Expression, *Problem) {
	p := newParser(l, text)
	n := p.expression()
	if p.end(); p.problem == nil && n.has(asked) {
		p.refuse(n.at, speech.Say("there is no input here that ? could ask about", "hier gibt es keine Eingabe, nach der ? fragen könnte"), speech.Text{})
	}
	if p.problem != nil {
		return nil, p.problem
	}
	return &Expression{n}, nil
}

// Literal is the value of an expression that is nothing else.
func (e *Expression) Literal() (v value.Value, ok bool) {
	return e.root.value, e.root.kind == literal
}

// IsNull reports whether the expression is null.
func (e *Expression) IsNull() bool { return e.root.kind == null }

// Name is what an expression that is a name is called in expressions of ours.
func (e *Expression) Name() (name string, ok bool) { return e.root.text, e.root.kind == named }

// Text is the expression in our words; a value that is missing makes it
// missing.
func (e *Expression) Text() string { return e.root.written() }

// Reads lists the names that are read, in the words of expressions.
func (e *Expression) Reads() []string { return e.root.reads() }

// IsLogic reports conditions that are put together, or ask for null: they are
// asked by Holds and Fails, and are no term to compare with.
func (e *Expression) IsLogic() bool {
	return slices.Contains([]kind{both, either, denied, member}, e.root.kind) || e.root.has(null)
}

// Holds is the condition, in our words, that the expression is true: false
// where it is null.
func (e *Expression) Holds() string { return e.root.truth(true).text }

// Fails is the condition that the expression is false.
func (e *Expression) Fails() string { return e.root.truth(false).text }

// Kind is the kind of the expression's value, as far as it can be told from
// literals, signs and the kinds of names.
func (e *Expression) Kind(of func(name string) value.Kind) value.Kind { return e.root.valueKind(of) }

func (n *node) valueKind(of func(name string) value.Kind) value.Kind {
	switch n.kind {
	case literal:
		return n.value.Kind()
	case named:
		return of(n.text)
	case comparison, member, both, either, denied:
		return value.Boolean
	}
	for _, k := range slices.Backward(n.kids) {
		if kind := k.valueKind(of); kind != value.Missing {
			return kind
		}
	}
	return value.Missing
}
