// SPDX-License-Identifier: EUPL-1.2

package sentences

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// element names an element in quotes, with its row and, where the reader
// could not know it, its screen.
func (w *writer) element(t scenarios.Target) string {
	return w.placed(w.quote(t.Element), t)
}

// field names an element that is written into.
func (w *writer) field(t scenarios.Target) string {
	return w.placed(w.say("the field “%s”", "das Feld „%s“", t.Element), t)
}

func (w *writer) placed(noun string, t scenarios.Target) string {
	var rows []string
	for _, key := range t.Row {
		rows = append(rows, w.say("“%s” = %s", "„%s“ = %s", key.Column, w.value(key.Value)))
	}
	if len(rows) > 0 {
		noun += w.say(" in the row with %s", " in der Zeile mit %s", strings.Join(rows, w.say(" and ", " und ")))
	}
	if t.Screen != w.screen {
		w.screen = t.Screen
		noun += w.say(" (screen %s)", " (Maske %s)", capital(t.Screen))
	}
	return noun
}

// capital lets a screen's name stand in a sentence as the noun that it is.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// pointed is a sentence about an element, with its picture.
func (w *writer) pointed(t scenarios.Target, text string) Sentence {
	out := Sentence{Text: text, Element: t.String()}
	if _, e := w.Checked.Scenario.Elements[w.system].Find(t); e != nil {
		out.Picture = e.Picture
	}
	return out
}
