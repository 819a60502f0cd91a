// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"fmt"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// given is what rules give that apply together. The results of rules that
// agree are one.
func (d *differ) given(s *side, b space.Box, hits []int) Outcome {
	if s.book.Hit.Policy == book.Priority {
		hits = s.best(hits)
	}
	out := Outcome{Says: speech.Say("decided", "entschieden"), Rules: s.ids(hits), isConstant: true}
	if key, ok := s.extreme(hits); ok {
		out.key = "extreme " + key
		return out
	}
	var keys []string
	for _, n := range hits {
		key, constant := d.resultKey(s, b, s.results[n])
		out.isConstant = out.isConstant && constant
		keys = append(keys, key)
	}
	if s.book.Hit.Policy == book.Any || s.book.Hit.Aggregate != book.AsList {
		slices.Sort(keys)
	}
	if s.book.Hit.Policy == book.Any {
		keys = slices.Compact(keys)
	}
	out.key = "result " + s.gathers(len(hits)) + strings.Join(keys, "; ")
	return out
}

// gathers says what the hit policy makes of so many results, so that the same
// results come to the same only where both versions make the same of them.
func (s *side) gathers(results int) string {
	hit := s.book.Hit
	switch {
	case hit.IsRanked() && results > 1:
		out := hit.String()
		for _, o := range s.book.Outputs {
			out += fmt.Sprintf(" %q", o.Type.Choices)
		}
		return out + ": "
	case hit.IsList():
		return "list: "
	case hit.IsMany():
		return hit.String() + ": "
	}
	return ""
}

// best is the rule that outranks the others, where their words tell which.
func (s *side) best(hits []int) []int {
	for _, n := range hits {
		if !slices.ContainsFunc(hits, func(i int) bool { return i != n && !outranks(s.book, s.results, n, i) }) {
			return []int{n}
		}
	}
	return hits
}

// extreme is the least or the greatest of values, where they are the same in
// every case and only that counts.
func (s *side) extreme(hits []int) (key string, ok bool) {
	sign := map[book.Aggregate]int{book.Min: -1, book.Max: 1}[s.book.Hit.Aggregate]
	for o := range s.book.Outputs {
		var best value.Value
		for _, n := range hits {
			v := s.results[n].values[o]
			order, comparable := value.Compare(v, best)
			switch {
			case sign == 0 || v.IsMissing() || s.results[n].asks:
				return "", false
			case best.IsMissing():
				best = v
			case !comparable:
				return "", false
			case order == sign:
				best = v
			}
		}
		key += s.book.Outputs[o].Name + " " + space.LiteralKey(best) + ", "
	}
	return key, len(hits) > 0
}

// resultKey names a result on the days of an area.
func (d *differ) resultKey(s *side, b space.Box, r result) (key string, isConstant bool) {
	isConstant = true
	parts := []string{fmt.Sprint(r.asks)}
	for i, o := range s.book.Outputs {
		text := "open"
		switch {
		case r.programs[i] != nil:
			text = d.space.ValueKey(s.number, d.space.Day(b), r.programs[i])
			isConstant = isConstant && !s.readsFact(r.programs[i])
		case !r.values[i].IsMissing():
			text = space.LiteralKey(r.values[i])
		}
		parts = append(parts, o.Name+" "+text)
	}
	return strings.Join(parts, ", "), isConstant
}

func (s *side) readsFact(p *expression.Program) bool {
	return slices.ContainsFunc(p.Reads(), func(name string) bool { return s.book.Fact(name) != nil })
}
