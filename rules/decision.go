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

// read notes the names that programs looked at, in the order of the book.
func (j *judge) read(names map[string]bool) {
	for _, f := range j.book.Facts {
		v := j.env[f.Name]
		switch {
		case !names[f.Name]:
		case v.IsMissing():
			j.decision.Missing = append(j.decision.Missing, f.Name)
		default:
			j.decision.Facts = append(j.decision.Facts, Read{Name: f.Name, Label: j.book.LabelOf(f.Name), Class: f.Type.Class, Value: v})
		}
	}
	for i := range j.book.Parameters {
		p := &j.book.Parameters[i]
		if period := periodOn(p, j.day); names[p.Name] && period != nil {
			j.decision.Parameters = append(j.decision.Parameters, Used{Name: p.Name, Value: period.Value, From: period.Valid.From, Until: period.Valid.Until, Basis: period.Basis, Source: period.Source})
		}
	}
}

// periodOn is the period of a parameter that covers a day, or nil.
func periodOn(p *book.Parameter, day value.Value) *book.Period {
	for i := range p.Periods {
		if p.Periods[i].Valid.Covers(day) {
			return &p.Periods[i]
		}
	}
	return nil
}
