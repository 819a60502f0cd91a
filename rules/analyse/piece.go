// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"fmt"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/space"
)

// piece is one box of a rule.
type piece struct {
	rule    int
	box     space.Box
	certain bool // the rule holds there; else nobody can tell
	// changed says that the other version has no such piece, or has it at
	// another place where the order counts.
	changed bool
	key     string
}

// side is one version of the rulebook in a comparison.
type side struct {
	number    int
	rulebook  *rules.Rulebook
	book      *book.Book
	results   []result
	otherwise *result
	pieces    []*piece
}

func (d *differ) side(n int, r *rules.Rulebook) *side {
	s := &side{number: n, rulebook: r, book: r.Book(), results: resultsOf(r)}
	if o := s.book.Otherwise; o != nil {
		plain := resultOf(r, o.Then, r.Otherwise)
		s.otherwise = &plain
	}
	for i, rule := range d.space.Rules(n) {
		s.pieces = append(s.pieces, d.pieces(s, i, rule)...)
	}
	return s
}

// pieces are the boxes of one rule. Their key names the whole rule, since it
// matters to which rule a box belongs: two boxes of one rule are no overlap.
func (d *differ) pieces(s *side, i int, rule space.Rule) []*piece {
	var out []*piece
	for _, b := range rule.May {
		out = append(out, &piece{rule: i, box: b, certain: slices.ContainsFunc(rule.Holds, b.Equals)})
	}
	for _, b := range rule.Holds {
		if !slices.ContainsFunc(rule.May, b.Equals) {
			out = append(out, &piece{rule: i, box: b, certain: true})
		}
	}
	keys := make([]string, len(out))
	for n, p := range out {
		keys[n] = fmt.Sprint(d.space.Key(p.box), p.certain)
	}
	slices.Sort(keys)
	all := fmt.Sprint(keys, s.results[i].asks, s.results[i].key, s.constants(i))
	for n, p := range out {
		p.key = fmt.Sprint(n, all)
	}
	return out
}

// constants are the parameters that a result reads, with all their periods.
func (s *side) constants(rule int) string {
	var b strings.Builder
	for _, p := range s.results[rule].programs {
		if p == nil {
			continue
		}
		for _, name := range p.Reads() {
			if parameter := s.book.Parameter(name); parameter != nil {
				for _, period := range parameter.Periods {
					fmt.Fprintf(&b, "%s %s %s %s,", name, period.Valid.From, period.Valid.Until, period.Value)
				}
			}
		}
	}
	return b.String()
}
