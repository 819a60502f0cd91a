// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Decision is what was decided and why. Written as JSON it is the same for
// the same rulebook and facts, letter by letter. Facts carry their privacy
// class, so that whoever writes it down can seal them.
type Decision struct {
	Title      speech.Text            `json:"title"`
	Hash       string                 `json:"hash"`
	Hit        string                 `json:"hit"`
	Outputs    map[string]value.Value `json:"outputs"`
	Fired      []Fired                `json:"fired"`
	Facts      []Read                 `json:"facts"`
	Missing    []string               `json:"missing,omitempty"`
	Parameters []Used                 `json:"parameters,omitempty"`
	// Asks are the rules whose decision is left to a person: the outputs are
	// what they propose.
	Asks []string `json:"asks,omitempty"`
	// Derived are the decisions of other rulebooks that facts come from.
	Derived []Decision `json:"derived,omitempty"`
}

// Record is the outputs as one value, of the type that Book.Result declares.
func (d Decision) Record() value.Value { return value.NewRecord(d.Outputs) }

// Fired is a rule that applied.
type Fired struct {
	Rule    string                 `json:"rule"`
	Basis   string                 `json:"basis"`
	Outputs map[string]value.Value `json:"outputs"`
}

// Read is a fact that was looked at.
type Read struct {
	Name  string      `json:"name"`
	Label speech.Text `json:"label"`
	Class value.Class `json:"class"`
	Value value.Value `json:"value"`
}

// Used is a parameter that was looked at, with the period it was taken from.
type Used struct {
	Name   string      `json:"name"`
	Value  value.Value `json:"value"`
	From   value.Value `json:"from"`
	Until  value.Value `json:"until"`
	Basis  string      `json:"basis"`
	Source string      `json:"source,omitempty"`
}

// read notes what the rules that are valid on the day ask for, in the order
// of the book.
func (j *judge) read() {
	for i, f := range j.book.Facts {
		v := j.frame.Value(i)
		switch {
		case !j.span.reads[i] && f.Name != book.ReferenceDay: // that one selects what is valid
		case v.IsMissing():
			j.decision.Missing = append(j.decision.Missing, f.Name)
		default:
			j.decision.Facts = append(j.decision.Facts, Read{Name: f.Name, Label: j.book.LabelOf(f.Name), Class: f.Type.Class, Value: v})
		}
	}
	for i, period := range j.span.parameters {
		if p := &j.book.Parameters[i]; j.span.reads[len(j.book.Facts)+i] && period != nil {
			j.decision.Parameters = append(j.decision.Parameters, Used{Name: p.Name, Value: period.Value, From: period.Valid.From, Until: period.Valid.Until, Basis: period.Basis, Source: period.Source})
		}
	}
}
