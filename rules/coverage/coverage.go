// SPDX-License-Identifier: EUPL-1.2

// Package coverage tells how far the tests inside a rulebook go: which rules
// they make decide, which thresholds they stand on and beside, and which small
// mistakes they would notice. It proposes the cases that are missing; what is
// right in them is for a person to say.
package coverage

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Report is how far the tests of a rulebook go.
type Report struct {
	Rules      []Rule     `json:"rules"`
	Boundaries []Boundary `json:"boundaries"`
}

// Rule is a rule with the tests in which it decides.
type Rule struct {
	ID    string   `json:"id"`
	Tests []string `json:"tests"`
}

// Boundary is a value on a threshold of a rule, or beside it, with the tests
// in which it makes the difference: all else that the rule asks for holds.
type Boundary struct {
	Rule      string     `json:"rule"`
	Term      string     `json:"term"`
	Threshold string     `json:"threshold"`
	Side      space.Side `json:"side"`
	Value     string     `json:"value"`
	Tests     []string   `json:"tests"`
}

// Of measures the tests of a rulebook.
func Of(r *rules.Rulebook) Report {
	s := space.New(r)
	out := Report{Rules: fired(r), Boundaries: []Boundary{}}
	for _, rule := range s.Rules(0) {
		for _, b := range s.Boundaries(rule) {
			out.Boundaries = append(out.Boundaries, Boundary{Rule: rule.ID, Term: b.Term, Threshold: b.Value, Side: b.Side, Value: b.Point, Tests: on(s, r, b)})
		}
	}
	return out
}

func fired(r *rules.Rulebook) []Rule {
	results := rules.Test(r)
	var out []Rule
	for _, rule := range r.Book().Rules {
		covered := Rule{ID: rule.ID, Tests: []string{}}
		for _, t := range results {
			if slices.Contains(t.Fired, rule.ID) {
				covered.Tests = append(covered.Tests, t.Name)
			}
		}
		out = append(out, covered)
	}
	return out
}

// on names the tests that stand on a boundary.
func on(s *space.Space, r *rules.Rulebook, b space.Boundary) []string {
	names := []string{}
	for _, t := range r.Book().Tests {
		if s.Tests(b, t.Given) {
			names = append(names, t.Name)
		}
	}
	return names
}

// Counted are how many rules and boundaries the tests reach, and how many
// there are.
func (r Report) Counted() (rules, ofRules, boundaries, ofBoundaries int) {
	for _, rule := range r.Rules {
		if len(rule.Tests) > 0 {
			rules++
		}
	}
	for _, b := range r.Boundaries {
		if len(b.Tests) > 0 {
			boundaries++
		}
	}
	return rules, len(r.Rules), boundaries, len(r.Boundaries)
}

// decides reports whether a case comes to a decision in which a rule has its
// part.
func decides(r *rules.Rulebook, id string, facts map[string]value.Value) bool {
	d, _ := r.Decide(facts)
	return slices.ContainsFunc(d.Fired, func(f rules.Fired) bool { return f.Rule == id })
}
