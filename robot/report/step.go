// SPDX-License-Identifier: EUPL-1.2

package report

import "time"

// Step is one thing that a case did, or that happened to it. Its words are in
// the report's language.
type Step struct {
	At time.Time
	// Number is the step's number in the scenario, Text its sentence; both are
	// empty where the case as a whole is meant.
	Number, Text string
	// What says what happened.
	What string
	// Values were read, worked out or quoted; they are shown where values may
	// be seen.
	Values []Fact
	// Marked lets the step stand out: something irreversible, or trouble.
	Marked bool
}

// Fact is a value with what people call it.
type Fact struct{ Label, Value string }

// Decision is what rules decided in a case, and why.
type Decision struct {
	At time.Time
	// Rulebook is its title, or its name where the title is not known.
	Rulebook string
	// Rules are those that fired.
	Rules []Rule
	// Outputs were decided, on these Facts; both are shown where values may be
	// seen.
	Outputs, Facts []Fact
}

// Rule is a rule that fired: its id and, where the rulebook is at hand, its
// sentence and its legal basis.
type Rule struct{ ID, If, Then, Basis string }

// atLength is up to how many cases a report has the steps of every case. Beyond,
// nobody reads them all, and the page would no longer open at once.
const atLength = 200

// Shortened reports whether steps are shown only of cases that need a person.
func (r Report) Shortened() bool { return len(r.Cases) > atLength }

// Detailed are the cases whose steps are shown, in their order.
func (r Report) Detailed() []Case {
	var out []Case
	for _, c := range r.Cases {
		if r.detailed(c) {
			out = append(out, c)
		}
	}
	return out
}

func (r Report) detailed(c Case) bool {
	settled := c.Outcome == Done || c.Outcome == Unchanged
	return len(c.Steps) > 0 && (!r.Shortened() || !settled)
}
