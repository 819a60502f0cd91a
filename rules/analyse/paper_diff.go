// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"fmt"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/paper"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Paper sets the comparison out for people.
func (c Comparison) Paper(lang speech.Lang) *paper.Document {
	d := paper.New(lang, speech.Say("What changed: %s", "Was sich geändert hat: %s", c.New.Title).In(lang))
	d.Say(c.headline().In(lang))
	for i, change := range c.Changes {
		d.Heading(fmt.Sprintf("%d. %s → %s", i+1, change.Old.told(lang), change.New.told(lang)))
		if change.Areas > len(change.Cases) {
			d.Say(speech.Say("in %d areas, of which %d are shown", "in %d Bereichen, davon gezeigt: %d", change.Areas, len(change.Cases)).In(lang))
		}
		d.Table(heads(lang), change.rows(lang))
	}
	section(d, speech.Say("Facts, outputs, hit policy", "Sachverhalte, Ergebnisse, Trefferregel"), c.Terms)
	section(d, speech.Say("Only the wording", "Nur der Wortlaut"), c.Wording)
	var limits []speech.Text
	for _, l := range c.Limits {
		limits = append(limits, l.What)
	}
	section(d, speech.Say("What was not compared", "Was nicht verglichen wurde"), limits)
	return d
}

func (c Comparison) headline() speech.Text {
	out := speech.Say("%d changes.", "%d Änderungen.", len(c.Changes))
	switch {
	case c.IsSame():
		return speech.Say("Nothing changed in meaning: both versions decide every case alike.", "In der Sache hat sich nichts geändert: beide Fassungen entscheiden jeden Fall gleich.")
	case len(c.Changes) == 0 && c.Unproven == 0:
		out = speech.Say("No change was found.", "Keine Änderung gefunden.")
	}
	if c.Unproven > 0 {
		out = speech.Say("%s In %d areas the results are written differently; no case was found in which they differ.", "%s In %d Bereichen sind die Ergebnisse verschieden geschrieben; es fand sich kein Fall, in dem sie sich unterscheiden.", out, c.Unproven)
	}
	if c.Unfinished {
		out = speech.Say("%s There are more: the search was stopped.", "%s Es gibt mehr: die Suche wurde abgebrochen.", out)
	}
	return out
}

// told is an outcome with the rules that it comes from.
func (o Outcome) told(lang speech.Lang) string {
	if len(o.Rules) == 0 {
		return o.Says.In(lang)
	}
	return o.Says.In(lang) + " (" + strings.Join(o.Rules, ", ") + ")"
}

func heads(lang speech.Lang) []string {
	return []string{
		speech.Say("in the cases", "in den Fällen").In(lang), speech.Say("for example", "zum Beispiel").In(lang),
		speech.Say("old", "alt").In(lang), speech.Say("new", "neu").In(lang),
	}
}

func (c Change) rows(lang speech.Lang) [][]string {
	var out [][]string
	for _, k := range c.Cases {
		out = append(out, []string{k.Area, k.Witness.Text(lang), k.Old.In(lang), k.New.In(lang)})
	}
	return out
}

func section(d *paper.Document, heading speech.Text, list []speech.Text) {
	if len(list) == 0 {
		return
	}
	d.Heading(heading.In(d.Lang))
	for _, t := range list {
		d.List(t.In(d.Lang))
	}
}
