// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"math/bits"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// index holds back rules that cannot apply to a case. For each fact that
// conditions compare with what is fixed, and for each region of its values, it
// has a set of the rules that the region does not exclude; a case's candidates
// are what all its regions have in common. It may let too many through, and
// the judge confirms each; it never holds one back whose condition is true or
// unknown.
type index struct {
	rules      []int // by position
	dimensions []*dimension
}

// The limits of an index: a book of few rules is faster without, conditions
// whose normal form explodes are always asked, and sets take at most so many
// bytes.
const (
	fewRules  = 16
	maxAtoms  = 128
	maxMemory = 64 << 20
)

func newIndex(r *Rulebook, s *span) *index {
	x := &index{rules: s.rules}
	if len(s.rules) <= fewRules {
		return x
	}
	b := &indexer{rulebook: r, span: s, byPlace: make([]*dimension, len(r.book.Facts)), clauses: make([][]clause, len(s.rules))}
	for at, n := range s.rules {
		b.clauses[at] = b.clausesOf(r.rules[n].when)
	}
	for _, d := range b.byPlace {
		if d != nil {
			x.dimensions = append(x.dimensions, d)
		}
	}
	most := maxMemory / max(1, len(x.dimensions)*len(s.rules)/8)
	for _, d := range x.dimensions {
		d.prepare(len(s.rules), max(64, min(most, 512)))
		for at, clauses := range b.clauses {
			d.admit(at, clauses)
		}
		d.finish()
	}
	return x
}

// candidates are the numbers of the rules that may apply to the case in the
// frame, in the order of the text. The buffers are reused.
func (x *index) candidates(frame *expression.Frame, set []uint64, out []int) ([]uint64, []int) {
	out = out[:0]
	set = x.common(frame, set)
	if set == nil {
		return nil, append(out, x.rules...)
	}
	for i, word := range set {
		for ; word != 0; word &= word - 1 {
			out = append(out, x.rules[i*64+bits.TrailingZeros64(word)])
		}
	}
	return set, out
}

// common is the intersection of what the regions of a case let through; nil
// where nothing is held back.
func (x *index) common(frame *expression.Frame, buffer []uint64) []uint64 {
	var set []uint64
	for _, d := range x.dimensions {
		with := d.lookup(frame.Value(d.place))
		switch {
		case with == nil:
		case set == nil:
			set = append(buffer[:0], with...)
		default:
			for i, word := range with {
				set[i] &= word
			}
		}
	}
	return set
}

// indexer gathers what rules compare with what.
type indexer struct {
	rulebook *Rulebook
	span     *span
	byPlace  []*dimension
	clauses  [][]clause
}

// clause is one way for a rule to apply: what it asks of some places. A nil
// list of clauses asks nothing that an index could answer.
type clause map[int][]constraint

// constraint is an atom about one fact and what is fixed on the day.
type constraint struct {
	sign expression.Sign
	with []value.Value
}

func (b *indexer) clausesOf(p *expression.Program) []clause {
	forms, ok := p.Clauses(maxAtoms)
	if !ok {
		return nil
	}
	out := make([]clause, 0, len(forms))
	for _, atoms := range forms {
		c := clause{}
		for _, a := range atoms {
			if place, to, ok := b.constraint(a); ok {
				c[place] = append(c[place], to)
				b.dimension(place).note(to)
			}
		}
		out = append(out, c)
	}
	return out
}

func (b *indexer) dimension(place int) *dimension {
	if b.byPlace[place] == nil {
		b.byPlace[place] = newDimension(place, b.rulebook.book.Facts[place].Type)
	}
	return b.byPlace[place]
}
