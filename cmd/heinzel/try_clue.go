// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// clueText says a recorded way in words: "by: what".
func clueText(found string, lang speech.Lang) string {
	by, what, ok := strings.Cut(found, ": ")
	if !ok {
		return found
	}
	return clue(scenarios.By(by), what).In(lang)
}

// clue is one recorded way in plain words.
func clue(by scenarios.By, what string) speech.Text {
	word, known := map[scenarios.By]speech.Text{
		scenarios.ByLabel: speech.Say("the label", "die Beschriftung"), scenarios.ByLabelLeft: speech.Say("the text to its left", "den Text links davon"),
		scenarios.ByLabelAbove: speech.Say("the text above it", "den Text darüber"), scenarios.ByName: speech.Say("its name", "seinen Namen"),
		scenarios.ByText: speech.Say("its text", "seinen Text"), scenarios.ByColumn: speech.Say("the column", "die Spalte"),
		scenarios.ByBeside: speech.Say("the text before it", "den Text davor"), scenarios.ByTextLike: speech.Say("a text like", "einen Text wie"),
		scenarios.ByPlaceholder: speech.Say("the hint in the field", "den Hinweis im Feld"), scenarios.ByTitle: speech.Say("its tooltip", "seinen Kurzhinweis"),
		scenarios.ByLink: speech.Say("where it leads", "das Ziel des Links"), scenarios.ByNameAttribute: speech.Say("its internal name", "den internen Namen"),
		scenarios.ByID: speech.Say("its internal id", "die interne Kennung"), scenarios.ByCSS: speech.Say("its selector", "den Selektor"),
		scenarios.ByPath: speech.Say("its place on the page", "den Platz auf der Seite"),
	}[by]
	if !known {
		word = speech.Same(string(by))
	}
	return speech.Say("%s “%s”", "%s „%s“", word, what)
}
