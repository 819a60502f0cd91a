// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Outcome is what a version of a rulebook makes of all cases of an area.
type Outcome struct {
	Says  speech.Text `json:"says"`
	Rules []string    `json:"rules,omitempty"`
	// key is equal only for outcomes that are the same in every case.
	key        string
	isConstant bool // the same values in every case
}

// outcome is what a version makes of an area that every piece in play holds.
func (d *differ) outcome(n int, b space.Box, list []*piece) Outcome {
	s := d.sides[n]
	hits, unknown := applying(list)
	switch policy := s.book.Hit.Policy; {
	case policy == book.Unique && len(hits) > 1:
		return s.fault(speech.Say("refused: several rules apply", "abgelehnt: mehrere Regeln treffen zu"), "several", hits)
	case policy == book.First && len(unknown) > 0 && (len(hits) == 0 || unknown[0] < hits[0]):
		return s.fault(undecided(), "undecided", unknown[:1])
	case policy == book.First && len(hits) > 0:
		return d.given(s, b, hits[:1])
	case len(unknown) > 0:
		return s.fault(undecided(), "undecided", unknown)
	case len(hits) > 0:
		return d.given(s, b, hits)
	case s.otherwise != nil:
		key, constant := d.resultKey(s, b, *s.otherwise)
		return Outcome{Says: speech.Say("what holds otherwise", "was sonst gilt"), key: "result " + s.gathers(1) + key, isConstant: constant}
	case s.book.Hit.IsMany():
		return Outcome{Says: speech.Say("no rule gives anything", "keine Regel ergibt etwas"), key: "nothing " + s.gathers(0), isConstant: true}
	}
	return s.fault(speech.Say("refused: no rule applies", "abgelehnt: keine Regel trifft zu"), "gap", nil)
}

func undecided() speech.Text {
	return speech.Say("refused: it cannot be told whether a rule applies", "abgelehnt: ob eine Regel zutrifft, lässt sich nicht sagen")
}

// applying are the rules that hold in an area, and those that may.
func applying(list []*piece) (hits, unknown []int) {
	certain := map[int]bool{}
	for _, p := range list {
		certain[p.rule] = certain[p.rule] || p.certain
	}
	for _, n := range slices.Sorted(maps.Keys(certain)) {
		if certain[n] {
			hits = append(hits, n)
		} else {
			unknown = append(unknown, n)
		}
	}
	return hits, unknown
}

func (s *side) fault(says speech.Text, key string, numbers []int) Outcome {
	return Outcome{Says: says, Rules: s.ids(numbers), key: key, isConstant: true}
}

func (s *side) ids(numbers []int) []string {
	var out []string
	for _, n := range numbers {
		out = append(out, s.book.Rules[n].ID)
	}
	return out
}

// verdict is what a version decides in a case, as far as it matters.
func (d *differ) verdict(n int, facts map[string]value.Value) string {
	s := d.sides[n]
	own := d.space.Known(n, facts)
	decision, err := s.rulebook.Decide(own)
	switch {
	case err == nil:
		return "decided " + d.shape(n).EN + decision.Record().String()
	case fault.KindOf(err) == fault.Halted:
		return "asks " + d.shape(n).EN + decision.Record().String()
	}
	hits, unknown, refused := s.rulebook.Hits(own)
	switch {
	case refused != nil:
		return "refused"
	case s.book.Hit.Policy == book.Unique && len(hits) > 1:
		return "several"
	case len(unknown) > 0:
		return "undecided"
	case len(hits) == 0:
		return "gap"
	}
	return "trouble"
}

// decided says what a version decides in a case.
func (d *differ) decided(n int, facts map[string]value.Value) speech.Text {
	decision, err := d.sides[n].rulebook.Decide(d.space.Known(n, facts))
	switch {
	case err == nil:
		return speech.Say("%s%s", "%s%s", d.shape(n), said(decision.Record()))
	case fault.KindOf(err) == fault.Halted:
		return speech.Say("%s%s, as a proposal: a person decides", "%s%s, als Vorschlag: ein Mensch entscheidet", d.shape(n), said(decision.Record()))
	}
	return speech.Text{EN: fault.Describe(err, speech.English), DE: fault.Describe(err, speech.German)}
}

// shape says that a version gives lists where the other does not: lists of one
// read like what stands in them.
func (d *differ) shape(n int) speech.Text {
	if !d.sides[n].book.Hit.IsList() || d.sides[1-n].book.Hit.IsList() {
		return speech.Text{}
	}
	return speech.Say("lists: ", "Listen: ")
}
