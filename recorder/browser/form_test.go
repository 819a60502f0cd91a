// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

func TestForm(t *testing.T) {
	t.Parallel()
	s := record(t, "form.html")
	s.click(s.tab1, "[name=famname]")
	s.type_(s.tab1, "Ma"+kb.Tab)
	s.click(s.tab1, "[name=eil]")
	s.click(s.tab1, "#nichts")
	s.double(s.tab1, "#wort")
	s.right(s.tab1, "#nichts")
	s.click(s.tab1, "[name=ort]")
	s.type_(s.tab1, "X"+kb.Enter)
	s.expect(
		`click textbox "Familienname"`, `fill textbox "Familienname" = M`, `fill textbox "Familienname" = Ma`, `press textbox "Familienname" Tab`,
		`click checkbox "eilig"`, `tick checkbox "eilig" true`, `click button "Nichts"`, `click text "Ein Wort"`, `click text "Ein Wort"`, `double click text "Ein Wort"`,
		`right click button "Nichts"`, `click textbox "Ort"`, `fill textbox "Ort" = X`, `press textbox "Ort" Enter`, `click made button "Speichern"`, `submit button "Speichern"`,
	)
}
