// SPDX-License-Identifier: EUPL-1.2

package act

import (
	"fmt"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Doubt is the error of an action whose element is not beyond doubt: none was
// found, or more than one could be meant. It halts the case.
type Doubt struct {
	Target string
	// Looked are the ways that were tried, in words.
	Looked []string
	// Ways are the same with the elements that each of them found.
	Ways []Clue
	// Rivals are the best candidates, best first.
	Rivals []Rival
	// Near are elements that are not meant, but are most alike to what was looked
	// for in vain.
	Near []Rival
	// Rows are the table rows that could be meant, where rows were asked for.
	Rows []string
	// ByRow is set where a row was looked for by its keys.
	ByRow bool
	// Likely is what the element has become in all likelihood.
	Likely *Proposal
}

// NewDoubt orders the rivals, best first, and keeps the best five.
func NewDoubt(target string, b Ballot, rivals []Rival) *Doubt {
	d := &Doubt{Target: target, Rivals: slices.Clone(rivals)}
	for _, way := range b.Ways {
		d.Looked = append(d.Looked, fmt.Sprintf("%s: %s (%d)", way.By, way.What, len(way.Matches)))
		d.Ways = append(d.Ways, b.clue(way))
	}
	slices.SortStableFunc(d.Rivals, func(a, b Rival) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	d.Rivals = d.Rivals[:min(len(d.Rivals), 5)]
	return d
}

// Error is the doubt in English.
func (d *Doubt) Error() string { return d.Text().EN }

// Text says what was looked for and what could be meant.
func (d *Doubt) Text() speech.Text {
	switch {
	case d.ByRow && len(d.Rows) == 0:
		return speech.Say("%s: no table row shows these values", "%s: keine Tabellenzeile zeigt diese Werte", d.Target)
	case d.ByRow:
		return speech.Say("%s: %d table rows could be meant: %s", "%s: %d Tabellenzeilen könnten gemeint sein: %s", d.Target, len(d.Rows), strings.Join(d.Rows, " | "))
	case d.Likely != nil:
		return speech.Say("%s has changed: it has probably become %s (trust %.0f %%; %s)", "%s hat sich geändert: wahrscheinlich ist es jetzt %s (Vertrauen %.0f %%; %s)",
			d.Target, d.Likely.New.Name, 100*d.Likely.Trust, d.Likely.Because)
	case len(d.Rivals) == 0 && len(d.Near) > 0:
		return speech.Say("%s was not found; looked for %s; most alike: %s", "%s wurde nicht gefunden; gesucht wurde %s; am ähnlichsten: %s",
			d.Target, strings.Join(d.Looked, ", "), scores(d.Near))
	case len(d.Rivals) == 0:
		return speech.Say("%s was not found; looked for %s", "%s wurde nicht gefunden; gesucht wurde %s", d.Target, strings.Join(d.Looked, ", "))
	}
	return speech.Say("%s is not beyond doubt; looked for %s; could be: %s", "%s ist nicht zweifelsfrei; gesucht wurde %s; in Frage kommt: %s",
		d.Target, strings.Join(d.Looked, ", "), scores(d.Rivals))
}

// scores names rivals with their scores.
func scores(rivals []Rival) string {
	var words []string
	for _, r := range rivals {
		words = append(words, fmt.Sprintf("%s (%.0f %%)", r.Describe, 100*r.Score))
	}
	return strings.Join(words, ", ")
}
