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
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// mostAtoms bounds the normal form of a condition; one that is longer is taken
// as a whole, like a term that nobody can turn back.
const mostAtoms = 5000

// mostJoined bounds the boxes of a rule that are joined where they can be: of
// x == 1 or x == 2 one remains.
const mostJoined = 60

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

// enumerate finds the dimension of every fact; one that no rule reads gets one
// of its own, aside.
func (s *Space) enumerate() {
	seen := map[string]bool{}
	for _, r := range s.books {
		to := s.readerOn(r, value.Value{})
		for _, f := range r.Book().Facts {
			key := to.factKey(f.Name)
			if seen[key] {
				continue
			}
			seen[key] = true
			d := s.byKey[key]
			if d == nil {
				d = to.newFact(&f)
				d.key, d.index = key, -1
				d.seal()
			}
			s.facts = append(s.facts, d)
		}
	}
}

// widen makes dimensions of facts that have limits, as the widest that any of
// the rulebooks allows.
func (s *Space) widen() {
	for _, r := range s.books {
		to := s.readerOn(r, value.Value{})
		for i := range r.Book().Facts {
			f := &r.Book().Facts[i]
			if to.hasDimension(f) {
				to.limit(f)
			}
		}
	}
}

// hasDimension reports facts whose limits matter by themselves; others get a
// dimension when a rule reads them.
func (r *reader) hasDimension(f *book.Fact) bool {
	return f.Name == book.ReferenceDay || !f.Min.IsMissing() || !f.Max.IsMissing() || len(r.space.books) > 1
}

func (r *reader) limit(f *book.Fact) {
	d := r.fact(f.Name)
	d.of.(*fact).widen(f)
	ends := []value.Value{f.Min, f.Max}
	if f.Name == book.ReferenceDay {
		ends = append(ends, r.space.days...)
	}
	for _, v := range ends {
		if n, ok := numberOf(v); ok {
			d.marks = append(d.marks, n)
		}
	}
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

// atoms is the normal form of a condition, or the condition as one atom.
func atoms(p *expression.Program) [][]expression.Atom {
	clauses, ok := p.Clauses(mostAtoms)
	if !ok {
		return [][]expression.Atom{{{Sign: expression.Yes, Left: p.Tree()}}}
	}
	return clauses
}

// box makes the boxes of a rule.
func (s *Space) box(r *Rule) {
	for _, c := range r.clauses {
		holds, may := s.boxes(c)
		if holds != nil {
			r.Holds = append(r.Holds, holds)
		}
		if may != nil {
			r.May = append(r.May, may)
		}
	}
	if len(r.clauses) <= mostJoined {
		r.Holds, r.May = s.Merged(r.Holds), s.Merged(r.May)
	}
}

// boxes are the cases in which a clause holds, and in which it may; nil for
// none.
func (s *Space) boxes(c clause) (holds, may Box) {
	holds, may = s.All(), s.All()
	for _, k := range c.claims {
		yes, perhaps := k.sets()
		holds, may = s.limited(holds, k.dim.index, yes), s.limited(may, k.dim.index, perhaps)
	}
	if c.isDoubtful {
		holds = nil
	}
	return holds, may
}

// limited limits a box further, or gives nil where nothing is left of it.
func (s *Space) limited(b Box, d int, to *set) Box {
	if b == nil {
		return nil
	}
	if to = s.in(b, d).and(to); to.isEmpty() {
		return nil
	}
	b[d] = to
	return s.plain(b)
}

// turns are the days from which something is different, ascending, behind a
// missing one for the time before. Without a reference day there is just that.
func (s *Space) turns() []value.Value {
	var days []value.Value
	for _, r := range s.books {
		for _, p := range r.Book().Parameters {
			for _, period := range p.Periods {
				days = append(days, turnsOf(period.Valid)...)
			}
		}
	}
	slices.SortFunc(days, func(a, b value.Value) int { order, _ := value.Compare(a, b); return order })
	days = slices.CompactFunc(days, value.Equal)
	return append([]value.Value{{}}, days...)
}

func turnsOf(v book.Validity) []value.Value {
	var out []value.Value
	if !v.From.IsMissing() {
		out = append(out, v.From)
	}
	if !v.Until.IsMissing() {
		out = append(out, shifted(v.Until, 1))
	}
	return out
}

// shifted is a day so many days later.
func shifted(day value.Value, days int) value.Value {
	d := day.Day().AddDate(0, 0, days)
	return value.NewDate(d.Year(), d.Month(), d.Day())
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
