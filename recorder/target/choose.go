// SPDX-License-Identifier: EUPL-1.2

package target

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Choose finds a recorded element on a page, or says that there is doubt. The
// other elements that were recorded on the page tell how it has changed.
func (m *Model) Choose(was *scenarios.Fingerprint, elements, recorded []scenarios.Fingerprint) Choice {
	return m.Judge(NewExample(was, elements, recorded, -1), was, elements)
}

// Judge is Choose for elements that were compared already.
func (m *Model) Judge(e Example, was *scenarios.Fingerprint, elements []scenarios.Fingerprint) Choice {
	c := m.Election.Elect(e, elements)
	if c.Best < 0 {
		return c
	}
	likeness := e.Likeness[c.Best]
	c.Because = because(likeness)
	if gate(was, &elements[c.Best], likeness) {
		c.Trust = m.Trust.shares(TrustExample(e, c, false))[0]
	}
	if c.Trust >= m.Threshold {
		c.Index = c.Best
	}
	return c
}

// TrustExample is the winner of an election as trust learns from it: its
// likeness, and how clearly it won.
func TrustExample(e Example, c Choice, right bool) Example {
	x := append(slices.Clone(e.Likeness[c.Best]), c.Share, max(0, c.Share-c.Rival), 1-c.Rival)
	return Example{Likeness: [][]float64{x}, Right: []bool{right}}
}

// The bounds of what a single strong key may prove: the element changed no
// more than its neighbours did, and stands where they stand.
const (
	steadyEnough   = 0.5
	togetherEnough = 0.5
)

// gate refuses what no strong key supports. What only one supports must be no
// lookalike: its text or name must not have changed, and it must have stayed
// with its neighbours.
func gate(was, is *scenarios.Fingerprint, likeness []float64) bool {
	agree, _ := keys(was, is)
	changed := func(a, b string) bool { return a != "" && a != b }
	switch {
	case agree != 1:
		return agree > 1
	case changed(normal(was.Text), normal(is.Text)) || changed(was.Name, is.Name):
		return false
	}
	return likeness[steadyClass] >= steadyEnough && likeness[together] >= togetherEnough
}

// because names what agrees fully, and what not at all.
func because(likeness []float64) speech.Text {
	var agrees, differs []speech.Text
	for a, x := range likeness {
		switch {
		case x >= 0.99:
			agrees = append(agrees, aspects[a])
		case x <= 0.01:
			differs = append(differs, aspects[a])
		}
	}
	if len(differs) == 0 {
		return speech.Say("alike in %s", "gleich in %s", listed(agrees))
	}
	return speech.Say("alike in %s; unlike in %s", "gleich in %s; ungleich in %s", listed(agrees), listed(differs))
}

func listed(list []speech.Text) speech.Text {
	var en, de []string
	for _, t := range list {
		en, de = append(en, t.EN), append(de, t.DE)
	}
	return speech.Text{EN: strings.Join(en, ", "), DE: strings.Join(de, ", ")}
}
