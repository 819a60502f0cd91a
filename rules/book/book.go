// SPDX-License-Identifier: EUPL-1.2

// Package book is a rulebook as plain values: facts, outputs, dated
// parameters, rules with their legal bases, and the examples that test them.
// Every part knows the place it was written at. Nothing is compiled here.
package book

import (
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// ReferenceDay is the fact that selects what is valid: of type date.
const ReferenceDay = "stichtag"

// Book is one rulebook.
type Book struct {
	Title speech.Text
	// KnownAs is the name of the decision in the model it was imported from:
	// its outputs are then one value of this name.
	KnownAs    string
	Facts      []Fact
	Outputs    []Output
	Hit        Hit
	Parameters []Parameter
	Rules      []Rule
	// Columns are set where the rules were written as a decision table.
	Columns   []Column
	Otherwise *Otherwise // nil: a case to which no rule applies is a fault
	Waivers   []Waiver
	Tests     []Test
	At        source.Place
}

// Fact is something the rules may ask about a case.
type Fact struct {
	Name     string
	KnownAs  string // its name in the model it was imported from
	Label    speech.Text
	Unit     speech.Text // what is counted: hours per week
	Source   speech.Text // where it is taken from: a form, a register
	Type     value.Type
	Min, Max value.Value // missing where there is no limit
	Optional bool
	From     *Origin // nil: given with the case
	At       source.Place
}

// Origin is the output of another rulebook that a fact is derived from.
type Origin struct {
	Book, Output string
	At           source.Place
}

// Output is something the rules decide.
type Output struct {
	Name     string
	KnownAs  string // its name in the model it was imported from
	Label    speech.Text
	Unit     speech.Text
	Type     value.Type
	Optional bool // a rule may leave it open
	At       source.Place
}

// Parameter is a value that the law sets and changes with time.
type Parameter struct {
	Name    string
	Label   speech.Text
	Type    value.Type
	Periods []Period // in the order of their days, without overlap
	At      source.Place
}

// Period is the value of a parameter for some time, with its source.
type Period struct {
	Valid  Validity
	Value  value.Value
	Basis  string
	Source string
	At     source.Place
}

// Rule is one if-then sentence.
type Rule struct {
	ID    string
	Title speech.Text
	If    Expression
	Then  []Assignment
	Basis string
	Valid Validity
	// Discretion leaves the decision to a person; what the rule sets is only
	// proposed (§ 35a VwVfG).
	Discretion bool
	At         source.Place
}

// OtherwiseID stands in decisions for what holds where no rule applies.
const OtherwiseID = "otherwise"

// Otherwise is what holds where no rule applies: a result, or nothing where
// the outputs stay open.
type Otherwise struct {
	Then  []Assignment
	Basis string
	At    source.Place
}

// Column is a column of a decision table: a condition on a term, or an output.
type Column struct {
	If    string // the term, as an expression
	Given bool   // where the term was not given, no test of the column holds
	Then  string // the output
}

// Waiver switches a remark of the linter off, with a reason.
type Waiver struct {
	Finding string
	Reason  string
	At      source.Place
}

// Expression is the text of a condition or of a value behind "=".
type Expression struct {
	Text string
	At   source.Place
	// TextAt gives the place of a letter of Text.
	TextAt func(letter int) source.Place
}

// Assignment gives an output its value: a literal, or an expression.
type Assignment struct {
	Output       string
	IsExpression bool
	Expression   Expression
	Literal      value.Value
	At           source.Place
}

// Test is an example with the outcome that is expected.
type Test struct {
	Name   string
	Given  map[string]value.Value
	Expect map[string]value.Value
	Asks   bool // a person is asked; what is expected is the proposal
	At     source.Place
}

// Fact gives a fact by name, or nil.
func (b *Book) Fact(name string) *Fact {
	for i := range b.Facts {
		if b.Facts[i].Name == name {
			return &b.Facts[i]
		}
	}
	return nil
}

// Output gives an output by name, or nil.
func (b *Book) Output(name string) *Output {
	for i := range b.Outputs {
		if b.Outputs[i].Name == name {
			return &b.Outputs[i]
		}
	}
	return nil
}

// Parameter gives a parameter by name, or nil.
func (b *Book) Parameter(name string) *Parameter {
	for i := range b.Parameters {
		if b.Parameters[i].Name == name {
			return &b.Parameters[i]
		}
	}
	return nil
}

// LabelOf is how people call a fact, parameter or output; its name where
// nothing better was written.
func (b *Book) LabelOf(name string) speech.Text {
	var label speech.Text
	if f := b.Fact(name); f != nil {
		label = f.Label
	} else if p := b.Parameter(name); p != nil {
		label = p.Label
	} else if o := b.Output(name); o != nil {
		label = o.Label
	}
	if label.IsZero() {
		return speech.Same(name)
	}
	return label
}

// Result is the type of a decision as a whole: a record of the outputs.
func (b *Book) Result() value.Type {
	fields := make(map[string]value.Type, len(b.Outputs))
	for _, o := range b.Outputs {
		fields[o.Name] = b.Hit.Gives(o.Type)
	}
	return value.RecordOf(fields)
}
