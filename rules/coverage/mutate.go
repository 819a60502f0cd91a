// SPDX-License-Identifier: EUPL-1.2

package coverage

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Mutation is how many small mistakes the tests of a rulebook notice.
type Mutation struct {
	Made    int `json:"made"`
	Noticed int `json:"noticed"`
	// Harmless are proven to decide every case as before, and do not count.
	Harmless int `json:"harmless"`
	// Skipped were not made, since the rulebook is so large: of those that
	// could be, some were taken at even distances.
	Skipped  int        `json:"skipped,omitempty"`
	Survived []Survivor `json:"survived"`
}

// Survivor is a mistake that no test notices.
type Survivor struct {
	Rule string      `json:"rule"`
	What speech.Text `json:"what"`
	// Case is decided differently with the mistake; a test of it would notice.
	// It is missing where none was found, though the contrary is not proven.
	Case analyse.Witness `json:"case,omitempty"`
}

// Score is the share of the mistakes that are noticed, of those that do harm.
func (m Mutation) Score() float64 {
	if m.Made == m.Harmless {
		return 1
	}
	return float64(m.Noticed) / float64(m.Made-m.Harmless)
}

// Mutate makes mistakes in a rulebook, one at a time, and runs its tests.
func Mutate(r *rules.Rulebook) Mutation { return mutate(r, mostRules) }

func mutate(r *rules.Rulebook, most int) Mutation {
	m := &mutator{original: r, out: Mutation{Survived: []Survivor{}}}
	for _, t := range rules.Test(r) {
		m.sound = append(m.sound, t.OK)
	}
	for n := range r.Book().Rules {
		m.conditions(n)
		m.results(n)
	}
	m.run(max(1, most/max(1, len(r.Book().Rules))))
	return m.out
}

// mostRules bounds the rules that are compiled: each mistake takes as many as
// the rulebook has.
const mostRules = 150_000

// run makes the mistakes, or some of them where they are too many.
func (m *mutator) run(most int) {
	stride := max(1, (len(m.list)+most-1)/most)
	for i, mistake := range m.list {
		if i%stride == 0 {
			m.try(mistake)
		} else {
			m.out.Skipped++
		}
	}
}

// mistake is a small change of one rule.
type mistake struct {
	rule   int
	what   speech.Text
	change func(*book.Rule)
}

type mutator struct {
	original *rules.Rulebook
	sound    []bool // the tests that pass without a mistake
	list     []mistake
	out      Mutation
}

// conditions makes mistakes in a condition, and leaves the rule out.
func (m *mutator) conditions(n int) {
	list := append(variants(m.original.Condition(n).Tree()), variant{"false", speech.Say("the rule is left out", "die Regel entfällt")})
	for _, v := range list {
		m.list = append(m.list, mistake{n, v.what, func(r *book.Rule) { r.If = book.Expression{Text: v.text, At: r.At, TextAt: at(r.At)} }})
	}
}

func at(place source.Place) func(int) source.Place {
	return func(int) source.Place { return place }
}

// results gives outputs something else.
func (m *mutator) results(n int) {
	for i, a := range m.original.Book().Rules[n].Then {
		o := m.original.Book().Output(a.Output)
		other, what, ok := changedResult(a, o)
		if !ok {
			continue
		}
		m.list = append(m.list, mistake{n, what, func(r *book.Rule) {
			r.Then = slices.Clone(r.Then)
			r.Then[i] = other
		}})
	}
}

// try makes one mistake. What cannot be compiled is none.
func (m *mutator) try(made mistake) {
	wrong := *m.original.Book()
	wrong.Rules = slices.Clone(wrong.Rules)
	n := made.rule
	made.change(&wrong.Rules[n])
	var report source.Report
	r := rules.Compile(&wrong, &report)
	if r == nil || len(wrong.Rules[n].If.Text) > expression.MaxLetters {
		return
	}
	m.out.Made++
	if m.isNoticed(r) {
		m.out.Noticed++
		return
	}
	c := analyse.Diff(m.original, r)
	if c.IsSame() {
		m.out.Harmless++
		return
	}
	s := Survivor{Rule: wrong.Rules[n].ID, What: made.what}
	if len(c.Changes) > 0 && len(c.Changes[0].Cases) > 0 {
		s.Case = c.Changes[0].Cases[0].Witness
	}
	m.out.Survived = append(m.out.Survived, s)
}

func (m *mutator) isNoticed(r *rules.Rulebook) bool {
	for i, t := range rules.Test(r) {
		if m.sound[i] && !t.OK {
			return true
		}
	}
	return false
}
