// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"cmp"
	"slices"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// agree refuses rules that apply together and give different results.
func (j *judge) agree() error {
	first := j.decision.Fired[0].Outputs
	for _, f := range j.decision.Fired[1:] {
		if !value.Equal(value.NewRecord(first), value.NewRecord(f.Outputs)) {
			return business(speech.Say("rules apply that give different results: %s", "es treffen Regeln zu, die Verschiedenes ergeben: %s", cited(j.hits))).
				WithHint(speech.Say("the rulebook allows several only where they agree; it must be corrected", "das Regelwerk erlaubt mehrere nur, wo sie übereinstimmen; es muss berichtigt werden"))
		}
	}
	return nil
}

// rank puts the rules that apply in the order of their outputs' choices,
// output by output; rules of one rank stay in the order of the text.
func (j *judge) rank() {
	order := make([]int, len(j.hits))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		for _, o := range j.book.Outputs {
			if d := cmp.Compare(rankOf(o.Type, j.decision.Fired[a].Outputs[o.Name]), rankOf(o.Type, j.decision.Fired[b].Outputs[o.Name])); d != 0 {
				return d
			}
		}
		return 0
	})
	hits, fired := make([]*rule, len(order)), make([]Fired, len(order))
	for to, from := range order {
		hits[to], fired[to] = j.hits[from], j.decision.Fired[from]
	}
	j.hits, j.decision.Fired = hits, fired
}

// rankOf is where a word stands among its choices; an open output stands last.
func rankOf(t value.Type, v value.Value) int {
	if t.Kind != value.Choice {
		return 0
	}
	if i := slices.Index(t.Choices, v.String()); i >= 0 {
		return i
	}
	return len(t.Choices)
}

// ask halts a decision that the law leaves to a person (§ 35a VwVfG).
func (j *judge) ask() error {
	var asking []*rule
	for _, r := range j.hits {
		if r.Discretion {
			asking = append(asking, r)
			j.decision.Asks = append(j.decision.Asks, r.ID)
		}
	}
	if len(asking) == 0 {
		return nil
	}
	return fault.New(fault.Halted, "rules.decide", speech.Say("a person decides here: the rule %s leaves discretion", "hier entscheidet ein Mensch: die Regel %s lässt Ermessen", cited(asking))).
		WithHint(speech.Say("the outputs are a proposal; decide the case yourself (§ 35a VwVfG)", "die Ergebnisse sind ein Vorschlag; entscheiden Sie den Vorgang selbst (§ 35a VwVfG)"))
}

// cited names rules with their legal bases.
func cited(hits []*rule) speech.Text {
	var words []speech.Text
	for _, r := range hits {
		words = append(words, withBasis(speech.Same(r.ID), r.Basis))
	}
	return list(words)
}

// quoted names one rule with its legal basis.
func quoted(r *rule) speech.Text {
	return withBasis(speech.Say("%q", "„%s“", r.ID), r.Basis)
}

func withBasis(name speech.Text, basis string) speech.Text {
	if basis == "" {
		return name
	}
	return speech.Say("%s (%s)", "%s (%s)", name, basis)
}
