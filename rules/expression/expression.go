// SPDX-License-Identifier: EUPL-1.2

// Package expression compiles and evaluates what people write behind if, when
// and holds (conditions) and behind = (values). It is a small checked subset
// of the expr language, and the only room that knows expr.
//
// The way of an expression: scan (only known signs, nothing in between) →
// parse (expr's parser) → check (our own typed tree; every name, type and
// literal is decided here) → emit (calls of exact functions that expr's
// machine runs). So nothing is ever a float, dates are days, and a value that
// nobody gave makes a comparison unknown, never silently false.
package expression

import (
	"unicode/utf8"

	"github.com/expr-lang/expr/vm"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// The limits of one expression.
const (
	MaxLetters = 2000
	MaxNodes   = 500
)

// Profile says what an expression may use.
type Profile int

// Condition gives yes or no and is what rules may use; Value adds joining and
// formatting text, and a choice between two values (a ? b : c).
const (
	Condition Profile = iota
	Value
)

// Scope is the names an expression may read, with their types. Fields of a
// record are read with a dot.
type Scope map[string]value.Type

// Input is an expression as it was written, and what it may be.
type Input struct {
	Text string
	// At gives the place of a letter of Text; nil where there is no file.
	At    func(letter int) source.Place
	Scope Scope
	// Names fixes where values stand in frames, for programs that share one;
	// without it a program has frames of its own.
	Names   []string
	Profile Profile
	// Want is the type a value must have; the zero Type accepts any. A
	// condition is always yes or no.
	Want value.Type
}

// Program is a checked expression, safe for concurrent use.
type Program struct {
	text  string
	at    source.Place
	root  *node
	want  value.Type
	reads []string
	names []string // by their places in a frame
	code  *vm.Program
	lax   bool // a missing operand makes the result missing
}

// Compile checks an expression and prepares it. Every problem is noted at its
// letter; with any problem there is no program.
func Compile(in Input) (*Program, []source.Diagnostic) {
	c := &checker{Input: in}
	root := c.check()
	if len(c.problems) > 0 {
		return nil, c.problems
	}
	p := &Program{text: in.Text, root: root, want: c.wanted(root), reads: readsOf(root), names: in.Names, lax: in.Profile == Value}
	if p.names == nil {
		p.names = p.reads
	}
	code, err := emit(root, p.names)
	if err != nil {
		c.problem(0, speech.Say("this cannot be translated: %v", "das lässt sich nicht übersetzen: %v", err), speech.Text{})
		return nil, c.problems
	}
	p.code = code
	if in.At != nil {
		p.at = in.At(0)
	}
	return p, nil
}

// Text is the expression as it was written.
func (p *Program) Text() string { return p.text }

// Reads lists the names that the expression reads, dotted, sorted, each once.
func (p *Program) Reads() []string { return p.reads }

// Type is the type of the result.
func (p *Program) Type() value.Type { return p.want }

// IsName reports whether a word can be the name of something that expressions
// read: letters, digits and underscores, no word of the language.
func IsName(word string) bool {
	for i, r := range word {
		if !isLetter(r) && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return word != "" && utf8.ValidString(word) && !reserved(word)
}

func (c *checker) place(letter int) source.Place {
	if c.At == nil {
		return source.Place{Line: 1, Column: letter + 1}
	}
	return c.At(letter)
}

func (c *checker) problem(letter int, problem, hint speech.Text) {
	c.problems = append(c.problems, source.Diagnostic{Severity: source.Error, At: c.place(letter), Problem: problem, Hint: hint})
}
