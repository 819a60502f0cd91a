// SPDX-License-Identifier: EUPL-1.2

// Package analyse reasons about all cases that a rulebook can meet: which of
// them no rule covers, where rules overlap or contradict each other, which
// rules can never decide or change nothing, on which days something is not
// laid down. Every finding is shown with a case, and every such case has been
// decided by the rulebook itself before it is shown; what cannot be proven is
// not claimed, but named.
package analyse

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Kind is a sort of finding.
type Kind string

// The kinds, in the order of a report.
const (
	Gap           Kind = "gap"           // no rule applies
	Overlap       Kind = "overlap"       // several rules apply, where one may
	Contradiction Kind = "contradiction" // they give different results, too
	Undecided     Kind = "undecided"     // nobody can tell, since something is missing
	Unreachable   Kind = "unreachable"   // a rule that never decides
	Redundant     Kind = "redundant"     // a rule without which all is the same
	Period        Kind = "period"        // days for which something is not laid down
)

// Most is how many findings of a kind are shown; they are all counted.
const Most = 20

// Report is what was found out about a rulebook.
type Report struct {
	Title  speech.Text `json:"title"`
	Hash   string      `json:"hash"`
	Hit    book.Hit    `json:"-"`
	Policy string      `json:"hit"`
	Rules  int         `json:"rules"`
	Groups []Group     `json:"groups"`
	// Limits are what the analysis could not see through.
	Limits []Limit `json:"limits,omitempty"`
}

// Group is the findings of one kind.
type Group struct {
	Kind  Kind `json:"kind"`
	Count int  `json:"count"`
	// AtLeast says that the count was stopped before its end.
	AtLeast  bool      `json:"at_least,omitempty"`
	Findings []Finding `json:"findings"`
	// Unproven counts what may be so, though no case was found that shows it.
	Unproven int `json:"unproven,omitempty"`
}

// Finding is one thing that was found, with a case that shows it.
type Finding struct {
	Says  speech.Text    `json:"says"`
	Rules []string       `json:"rules,omitempty"`
	At    []source.Place `json:"at,omitempty"`
	// Area is the condition of all cases of this finding.
	Area    string  `json:"area,omitempty"`
	Witness Witness `json:"witness,omitempty"`
	// Row is a rule that would close a gap; what it gives is left open.
	Row string `json:"row,omitempty"`
}

// Witness is a case: facts that Decide accepts.
type Witness map[string]value.Value

// Limit is something that was not analysed, or not to its end.
type Limit struct {
	What speech.Text `json:"what"`
	Term string      `json:"term,omitempty"`
}

// Found counts what was proven.
func (r Report) Found() int {
	n := 0
	for _, g := range r.Groups {
		n += g.Count
	}
	return n
}

// kinds lists the kinds, in the order of a report.
func kinds() []Kind {
	return []Kind{Gap, Overlap, Contradiction, Undecided, Unreachable, Redundant, Period}
}

// group is the group of a kind in a report that is being made.
func (r *Report) group(k Kind) *Group { return &r.Groups[slices.Index(kinds(), k)] }

// arranged leaves out the groups without anything to say.
func (r Report) arranged() Report {
	r.Groups = slices.DeleteFunc(r.Groups, func(g Group) bool { return g.Count+g.Unproven == 0 })
	return r
}

// note counts a finding, and keeps it while there is room.
func (g *Group) note(f func() Finding) {
	if g.Count++; len(g.Findings) < Most {
		g.Findings = append(g.Findings, f())
	}
}

// doubt counts what may be so, unless it is known not to be.
func (g *Group) doubt(isEmpty bool) {
	if !isEmpty {
		g.Unproven++
	}
}
