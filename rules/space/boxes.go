// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"github.com/heinzel-rpa/heinzel/rules/expression"
)

// mostAtoms bounds the normal form of a condition; one that is longer is taken
// as a whole, like a term that nobody can turn back.
const mostAtoms = 5000

// mostJoined bounds the boxes of a rule that are joined where they can be: of
// x == 1 or x == 2 one remains.
const mostJoined = 60

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
