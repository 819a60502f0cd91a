// SPDX-License-Identifier: EUPL-1.2

package analyse

import "github.com/heinzel-rpa/heinzel/scenarios/speech"

// Label is the headline of a kind.
func (k Kind) Label() speech.Text {
	switch k {
	case Gap:
		return speech.Say("gaps: no rule applies", "Lücken: keine Regel trifft zu")
	case Overlap:
		return speech.Say("overlaps: two rules apply, with the same result", "Überschneidungen: zwei Regeln treffen zu, mit demselben Ergebnis")
	case Contradiction:
		return speech.Say("contradictions: two rules apply, with different results", "Widersprüche: zwei Regeln treffen zu, mit verschiedenen Ergebnissen")
	case Undecided:
		return speech.Say("undecided: nobody can tell whether a rule applies", "Unentscheidbares: niemand kann sagen, ob eine Regel zutrifft")
	case Unreachable:
		return speech.Say("unreachable rules: they never decide", "unerreichbare Regeln: sie entscheiden nie")
	case Redundant:
		return speech.Say("redundant rules: without them all is the same", "überflüssige Regeln: ohne sie bleibt alles gleich")
	}
	return speech.Say("periods without a rule or a value", "Zeiträume ohne Regel oder ohne Wert")
}
