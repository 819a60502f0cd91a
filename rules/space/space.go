// SPDX-License-Identifier: EUPL-1.2

// Package space cuts the cases that a rulebook can meet into regions in which
// every comparison of every rule gives the same answer, and turns rules into
// boxes of such regions. Questions about all cases at once (is there one that
// no rule covers, that two rules cover?) become questions about few boxes.
//
// It is exact for comparisons of one fact, and of sums of multiples of facts,
// with constants: numbers, amounts, days, choices, texts, yes and no, and
// whether a fact is given. A term that it cannot turn back into facts is taken
// as if it could have any value, so that nothing is taken for impossible that
// is not; whether there is such a case is found out by looking for one.
// Amounts are supposed to be in the currency they are compared in, and numbers
// short enough for exact arithmetic (value.MaxDigits).
package space

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Space is the cases of one rulebook, or of several with the same facts.
type Space struct {
	dims  []*dimension
	facts []*dimension // of every fact, in the order of the books
	byKey map[string]*dimension
	books []*rules.Rulebook
	rules [][]Rule
	days  []value.Value // on which something begins or has ended; the first is missing
}

// Rule is a rule as boxes.
type Rule struct {
	*book.Rule
	// Holds are the cases in which the condition is true, May those in which
	// it is not false: there it is true, or nobody can tell since something is
	// missing.
	Holds, May []Box
	clauses    []clause
}

// New takes rulebooks, whose facts of the same name and kind are the same.
func New(books ...*rules.Rulebook) *Space {
	s := &Space{byKey: map[string]*dimension{}, books: books}
	s.days = s.turns()
	s.widen()
	for _, r := range books {
		s.rules = append(s.rules, s.read(r))
	}
	for i, d := range s.dims {
		d.index = i
		d.seal()
	}
	s.enumerate()
	for _, list := range s.rules {
		for i := range list {
			s.box(&list[i])
		}
	}
	return s
}

// Rules are the rules of the n-th rulebook, in the order of the text.
func (s *Space) Rules(n int) []Rule { return s.rules[n] }

// All is the box of all cases.
func (s *Space) All() Box { return make(Box, len(s.dims)) }

func (s *Space) dimension(key string, create func() *dimension) *dimension {
	if d := s.byKey[key]; d != nil {
		return d
	}
	d := create()
	d.key = key
	s.byKey[key] = d
	s.dims = append(s.dims, d)
	return d
}

// read turns the rules into claims, and makes the dimensions know them.
func (s *Space) read(r *rules.Rulebook) []Rule {
	list := make([]Rule, len(r.Book().Rules))
	readers := make([]*reader, len(s.days))
	for i, day := range s.days {
		readers[i] = s.readerOn(r, day)
	}
	for n := range list {
		list[n].Rule = &r.Book().Rules[n]
		list[n].clauses = s.clauses(readers, r.Condition(n), list[n].Valid)
	}
	return list
}

// Terms are what the space does not take apart, as conditions write it.
func (s *Space) Terms() []string {
	var out []string
	for _, d := range s.dims {
		_, isFact := d.of.(*fact)
		of, isSum := d.of.(*sum)
		if isFact || isSum && !slices.ContainsFunc(of.parts, func(p part) bool { return !p.isFact() }) || slices.Contains(out, d.of.text()) {
			continue
		}
		out = append(out, d.of.text())
	}
	slices.Sort(out)
	return out
}
