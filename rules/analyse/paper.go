// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/paper"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Paper sets the report out for people.
func (r Report) Paper(lang speech.Lang) *paper.Document {
	d := paper.New(lang, speech.Say("Analysis: %s", "Untersuchung: %s", r.Title).In(lang))
	d.Say(r.headline().In(lang))
	for _, g := range r.Groups {
		d.Heading(g.Kind.Label().In(lang) + ": " + g.counted().In(lang))
		for i, f := range g.Findings {
			d.Say(fmt.Sprintf("%d. %s", i+1, f.Says.In(lang)))
			f.set(d)
		}
	}
	if len(r.Limits) > 0 {
		d.Heading(speech.Say("What was not, or not exactly, analysed", "Was nicht oder nicht genau untersucht wurde").In(lang))
	}
	for _, l := range r.Limits {
		d.List(l.What.In(lang))
	}
	return d
}

func (r Report) headline() speech.Text {
	if r.Found() == 0 {
		return speech.Say("%d rules (%s): nothing was found.", "%d Regeln (%s): nichts gefunden.", r.Rules, r.Policy)
	}
	return speech.Say("%d rules (%s): findings: %d.", "%d Regeln (%s): Befunde: %d.", r.Rules, r.Policy, r.Found())
}

// counted says how many findings there are, how many of them are shown, and
// how many may be.
func (g Group) counted() speech.Text {
	out := speech.Same(fmt.Sprint(g.Count))
	if g.AtLeast {
		out = speech.Say("at least %d", "mindestens %d", g.Count)
	}
	if g.Count > len(g.Findings) {
		out = speech.Say("%s, the first %d are shown", "%s, gezeigt werden die ersten %d", out, len(g.Findings))
	}
	if g.Unproven > 0 {
		out = speech.Say("%s; not proven, and no case found: %d", "%s; nicht bewiesen und kein Fall gefunden: %d", out, g.Unproven)
	}
	return out
}

// set puts below a finding where it is, its cases, and the rule that would
// help.
func (f Finding) set(d *paper.Document) {
	var lines []string
	for _, at := range f.At {
		lines = append(lines, at.String())
	}
	if f.Area != "" {
		lines = append(lines, speech.Say("in the cases: %s", "in den Fällen: %s", f.Area).In(d.Lang))
	}
	if f.Witness != nil {
		lines = append(lines, speech.Say("for example: %s", "zum Beispiel: %s", f.Witness.Text(d.Lang)).In(d.Lang))
	}
	if f.Row != "" {
		lines = append(lines, speech.Say("a rule that would close it; what it gives and why is yours to say:", "eine Regel, die sie schlösse; was sie ergibt und warum, sagen Sie:").In(d.Lang))
	}
	if len(lines) > 0 {
		d.List(lines...)
	}
	if f.Row != "" {
		d.Code(f.Row)
	}
}

// Text lists the facts of a case by their names.
func (w Witness) Text(lang speech.Lang) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(w)) {
		text := w[name].In(lang)
		if w[name].Kind().IsText() || text == "" {
			text = speech.Say("“%s”", "„%s“", text).In(lang)
		}
		parts = append(parts, name+": "+text)
	}
	return strings.Join(parts, ", ")
}
