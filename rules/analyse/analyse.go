// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// What bounds the work on one question.
const (
	steps    = 200_000 // pieces that an area is cut into
	tries    = 400     // cases tried as a witness
	mostGaps = 200     // areas counted
)

// Analyse examines a rulebook. What is a finding depends on its hit policy:
// where all rules that apply count, neither gaps nor overlaps are.
func Analyse(r *rules.Rulebook) Report {
	e := &examiner{rulebook: r, book: r.Book(), space: space.New(r), results: resultsOf(r), budget: 20_000}
	e.list = e.space.Rules(0)
	e.report = Report{Title: e.book.Title, Hash: r.Hash(), Hit: e.book.Hit, Policy: e.book.Hit.String(), Rules: len(e.list)}
	for _, k := range kinds() {
		e.report.Groups = append(e.report.Groups, Group{Kind: k, Findings: []Finding{}})
	}
	e.periods()
	e.gaps()
	e.overlaps()
	e.undecided()
	e.unreachable()
	e.redundant()
	e.terms()
	e.open()
	return e.report.arranged()
}

// examiner is the analysis of one rulebook.
type examiner struct {
	rulebook *rules.Rulebook
	book     *book.Book
	space    *space.Space
	list     []space.Rule
	results  []result
	report   Report
	idle     []space.Box // days on which no rule is valid
	lacking  []space.Box // days on which a parameter has no value
	budget   int         // cases that may be tried where a term must be realised
}

// witness looks for a case of a box that shows what is claimed. In a box of
// facts alone there always is one, unless the claim itself is wrong.
func (e *examiner) witness(b space.Box, shows func(facts map[string]value.Value) bool) (Witness, bool) {
	n := tries
	if !e.space.IsExact(b) {
		n = min(n, e.budget)
		e.budget -= n / 8
	}
	facts, ok := e.space.Witness(b, n, shows)
	return facts, ok
}

// hits asks the runtime which rules apply in a case, and of which it cannot
// tell.
func (e *examiner) hits(facts map[string]value.Value) (hits, unknown []int, ok bool) {
	hits, unknown, err := e.rulebook.Hits(facts)
	return hits, unknown, err == nil
}

// boxes are those of some rules, in which they may apply.
func boxes(list []space.Rule) []space.Box {
	var out []space.Box
	for _, r := range list {
		out = append(out, r.May...)
	}
	return out
}

func (e *examiner) finding(says speech.Text, numbers ...int) Finding {
	f := Finding{Says: says}
	for _, n := range numbers {
		f.Rules, f.At = append(f.Rules, e.list[n].ID), append(f.At, e.list[n].At)
	}
	return f
}

// limit notes what was not analysed.
func (e *examiner) limit(term, en, de string, args ...any) {
	e.report.Limits = append(e.report.Limits, Limit{What: speech.Say(en, de, args...), Term: term})
}
