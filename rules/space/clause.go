// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// clause is a list of claims that must all hold, on the days on which they are
// the same.
type clause struct {
	claims []*claim
	// isDoubtful says that one more part has no value, whatever the case: the
	// clause is false or unknown, never true.
	isDoubtful bool
}

func (c clause) key() string {
	var b strings.Builder
	for _, k := range c.claims {
		b.WriteString(k.key() + "\n")
	}
	if c.isDoubtful {
		b.WriteString("?")
	}
	return b.String()
}

// clauses are those of a condition, for every stretch of days on which they
// say the same.
func (s *Space) clauses(readers []*reader, p *expression.Program, valid book.Validity) []clause {
	var out []clause
	for _, list := range atoms(p) {
		if !readers[0].isDated(list) {
			out = append(out, readers[0].dated(list, valid, value.Value{}, value.Value{})...)
			continue
		}
		for from := 0; from < len(readers); {
			until := readers[from].same(list, readers[from:]) + from
			begin, end := s.days[from], value.Value{}
			if until < len(s.days) {
				end = shifted(s.days[until], -1)
			}
			out = append(out, readers[from].dated(list, valid, begin, end)...)
			from = until
		}
	}
	return out
}

// isDated reports atoms that read parameters, whose values change.
func (r *reader) isDated(list []expression.Atom) bool {
	for _, a := range list {
		for _, t := range append([]expression.Tree{a.Left}, a.Right...) {
			for _, name := range t.Reads() {
				if r.book.Parameter(name) != nil {
					return true
				}
			}
		}
	}
	return false
}

// same counts the readers, from this on, that read a list of atoms alike.
func (r *reader) same(list []expression.Atom, readers []*reader) int {
	first, ok := r.clause(list)
	for i, other := range readers {
		c, okHere := other.clause(list)
		if ok != okHere || c.key() != first.key() {
			return i
		}
	}
	return len(readers)
}

// clause reads atoms; it is not ok where one of them is false for all cases.
func (r *reader) clause(list []expression.Atom) (clause, bool) {
	var out clause
	for _, a := range list {
		c, answer := r.claim(a)
		switch answer {
		case never:
			return clause{}, false
		case unknown:
			out.isDoubtful = true
		case depends:
			out.claims = append(out.claims, c)
		}
	}
	return out, true
}

// dated is a clause on the days of a rule's validity and of a stretch of days.
func (r *reader) dated(list []expression.Atom, valid book.Validity, from, until value.Value) []clause {
	c, ok := r.clause(list)
	if !ok {
		return nil
	}
	for _, end := range []struct {
		sign expression.Sign
		day  value.Value
	}{{">=", valid.From}, {"<=", valid.Until}, {">=", from}, {"<=", until}} {
		if n, ok := numberOf(end.day); ok && r.book.Fact(book.ReferenceDay) != nil {
			c.claims = append(c.claims, &claim{dim: r.fact(book.ReferenceDay), sign: end.sign, marks: []*big.Rat{n}, isPeriod: true})
		}
	}
	for _, k := range c.claims {
		k.note()
	}
	return []clause{c}
}
