// SPDX-License-Identifier: EUPL-1.2

package book

import (
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Policy says what happens when several rules apply.
type Policy string

// The policies, as DMN calls them.
const (
	Unique      Policy = "unique"       // at most one rule may apply
	Any         Policy = "any"          // several may apply that agree
	First       Policy = "first"        // the first that applies, in the order of the text
	Priority    Policy = "priority"     // the one whose outputs stand first among their choices
	RuleOrder   Policy = "rule order"   // all that apply, in the order of the text
	OutputOrder Policy = "output order" // all that apply, in the order of their outputs' choices
	Collect     Policy = "collect"      // all that apply
)

// Aggregate says what collect makes of the values of all rules.
type Aggregate string

// The aggregates. Without one, collect gives lists.
const (
	AsList Aggregate = ""
	Sum    Aggregate = "sum"
	Min    Aggregate = "min"
	Max    Aggregate = "max"
	Count  Aggregate = "count"
)

// Hit is the hit policy of a rulebook.
type Hit struct {
	Policy    Policy
	Aggregate Aggregate
	At        source.Place
}

// String is the hit policy as files write it: "collect sum".
func (h Hit) String() string {
	if h.Aggregate == AsList {
		return string(h.Policy)
	}
	return string(h.Policy) + " " + string(h.Aggregate)
}

// Hits lists the hit policies that are known, as files write them.
func Hits() []string {
	return []string{
		string(Unique), string(Any), string(First), string(Priority), string(RuleOrder), string(OutputOrder), string(Collect),
		"collect sum", "collect min", "collect max", "collect count",
	}
}

// IsList reports whether an output is the list of what the rules gave.
func (h Hit) IsList() bool {
	return h.Policy == RuleOrder || h.Policy == OutputOrder || (h.Policy == Collect && h.Aggregate == AsList)
}

// IsMany reports whether all rules that apply count, and none is no fault.
func (h Hit) IsMany() bool { return h.IsList() || h.Policy == Collect }

// IsRanked reports whether the order of an output's choices decides.
func (h Hit) IsRanked() bool { return h.Policy == Priority || h.Policy == OutputOrder }

// Gives is the type that an output of type t has after a decision.
func (h Hit) Gives(t value.Type) value.Type {
	switch {
	case h.IsList():
		return value.Type{Kind: value.List, Class: t.Class, Of: &t}
	case h.Aggregate == Count:
		return value.Type{Kind: value.Integer, Class: t.Class}
	}
	return t
}
