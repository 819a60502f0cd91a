// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/heinzel-rpa/heinzel/recorder/event"
)

func TestFrames(t *testing.T) {
	t.Parallel()
	s := record(t, "frames.html")
	for _, at := range []string{"iframe:nth-of-type(1) >> button", "iframe:nth-of-type(2) >> button", "iframe:nth-of-type(3) >> button", "iframe[name=benannt] >> button", "#doc >> button"} {
		s.click(s.tab1, at)
	}
	eventually(t, "the foreign frame arrived", func() bool { return s.arrived("Innen") >= 4 })
	x, y := s.where(s.tab1, "#fremd")
	eventually(t, "the foreign frame feels the mouse: it is drawn by then", func() bool {
		var felt bool
		s.mouse(s.tab1, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: x - 100, Y: y - 20})
		return s.ask(s.tab1, "self.felt === true", &felt) == nil && felt
	})
	s.press(s.tab1, x-100, y-20, "left", 1)
	s.expect(`click /inner.html#1 button "Innen"`, `click /inner.html#2 button "Innen"`, `click /other.html button "Andere"`, `click benannt button "Innen"`,
		`click doc button "Im Dokument"`, `click fremd button "Innen"`)
}

// arrived counts the documents of a title that came.
func (s *stage) arrived(title string) (n int) {
	for _, e := range s.events() {
		if e.Kind == event.Arrive && e.Page.Title == title {
			n++
		}
	}
	return n
}

func TestFrameset(t *testing.T) {
	t.Parallel()
	s := record(t, "frameset.html")
	s.click(s.tab1, "[name=menue] >> a")
	eventually(t, "the frame shows the next page", func() bool { return s.arrived("Weiter") == 1 })
	s.click(s.tab1, "[name=maske] >> a")
	s.expect(`click menue link "Suche"`, `click maske link "Zurück zum Antrag"`)
}

func TestShadowRoots(t *testing.T) {
	t.Parallel()
	s := record(t, "shadow.html")
	eventually(t, "the page arrived", func() bool { return s.arrived("Schatten 0 true attachShadow") == 1 })
	s.click(s.tab1, "^#offen")
	s.type_(s.tab1, "a"+kb.Enter)
	s.click(s.tab1, "^#zu")
	s.type_(s.tab1, "b")
	s.click(s.tab1, "#erklaert")
	s.expect(`click textbox "Offen"`, `fill textbox "Offen" = a`, `press textbox "Offen" Enter`, `click made button "Los"`, `submit button "Los"`,
		`click textbox "Geschlossen"`, `fill textbox "Geschlossen" = b`, `click button "Erklärt"`)
}

func TestPopups(t *testing.T) {
	t.Parallel()
	s := record(t, "popups.html")
	s.click(s.tab1, "#auf")
	s.click(s.tab(2), "button")
	s.click(s.tab1, "#weg")
	s.expect(`click button "Auf"`, `window in 2`, `click in 2 button "Übernehmen"`, `gone in 2`, `click button "Beim Drücken"`, `window in 3`)
	s.shut(s.tab(3))
	s.click(s.tab1, "#auf")
	s.click(s.tab1, "#zu")
	s.expect(`click button "Auf"`, `window in 2`, `click in 2 button "Übernehmen"`, `gone in 2`, `click button "Beim Drücken"`, `window in 3`,
		`close in 3`, `click button "Auf"`, `window in 4`, `click button "Zu"`, `gone in 4`)
}

func TestLeaving(t *testing.T) {
	t.Parallel()
	for id, want := range map[string][]string{
		"link": {`click link "Verweis"`}, "js": {`click link "Skript"`}, "onclick": {`click button "Ereignis"`}, "site": {`click link "Anderswo"`},
		"down": {`click button "Drücken"`}, "point": {`click text "Zeigen"`}, "absenden": {`click button "Absenden"`, `submit button "Absenden"`},
		"script": {`click button "Skript sendet"`, `submit`}, "zurueck": {`click button "Zurück"`}, "vorschlag": {`click text "Vorschlag"`},
	} {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			s := record(t, "next.html")
			eventually(t, "the first page", func() bool { return s.arrived("Weiter") == 1 })
			s.open(s.tab1, s.server.URL+"/leave.html")
			s.click(s.tab1, "#"+id)
			if id != "vorschlag" {
				eventually(t, "the next page", func() bool { return s.arrived("Weiter") == 2 })
			}
			s.expect(want...)
			if opens := len(s.events()) - len(s.events(event.Open)); opens != 2 {
				t.Errorf("%d addresses are said to have been typed, and 2 were", opens)
			}
		})
	}
}

func TestMessageBoxes(t *testing.T) {
	t.Parallel()
	s := record(t, "dialogs.html")
	s.click(s.tab1, "#a")
	s.answer(s.tab1, true, "")
	s.click(s.tab1, "#c")
	s.answer(s.tab1, false, "")
	s.click(s.tab1, "#c")
	s.answer(s.tab1, true, "")
	s.click(s.tab1, "#p")
	s.answer(s.tab1, true, "Umzug")
	s.click(s.tab1, "#p")
	s.answer(s.tab1, false, "")
	s.click(s.tab1, "#d")
	s.answer(s.tab1, true, "")
	s.expect(`click button "Melden"`, `answer alert "Gespeichert" true`, `click button "Fragen"`, `answer confirm "Wirklich?" false`, `click button "Fragen"`, `answer confirm "Wirklich?" true`,
		`click button "Eingeben"`, `answer prompt "Grund?" true = Umzug`, `click button "Eingeben"`, `answer prompt "Grund?" false`, `click button "Drücken"`, `answer alert "Schon beim Drücken" true`)
}

// TestMessageBoxesNameNobody: what was typed comes back in a message box, and is
// not told.
func TestMessageBoxesNameNobody(t *testing.T) {
	t.Parallel()
	s := record(t, "dialogs.html")
	s.click(s.tab1, "#n")
	s.type_(s.tab1, "Ada")
	s.click(s.tab1, "#w")
	s.answer(s.tab1, true, "")
	eventually(t, "the answer was told", func() bool { return s.count(event.Answer) == 1 })
	for _, e := range s.events() {
		if e.Kind == event.Answer && e.Says != "Datensatz "+event.Cut+" gespeichert" {
			t.Errorf("told was %q", e.Says)
		}
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	s := record(t, "files.html")
	s.upload(s.tab1, "#f", "a.pdf", "b.pdf")
	s.click(s.tab1, "#d")
	s.expect("upload file \"Anlage\" = a.pdf\nb.pdf", `click link "Liste"`, `download = liste.csv`)
	for _, e := range s.events() {
		if e.Kind == event.Upload && strings.Contains(e.Text.Text, "/") {
			t.Errorf("the folder is told: %s", e.Text.Text)
		}
	}
}

func TestChoosing(t *testing.T) {
	t.Parallel()
	s := record(t, "choose.html")
	s.focus(s.tab1, "#s")
	s.type_(s.tab1, kb.ArrowDown)
	s.click(s.tab1, "#m option:nth-child(3)")
	s.click(s.tab1, "#l")
	s.click(s.tab1, "#r1")
	s.type_(s.tab1, kb.ArrowRight)
	s.click(s.tab1, "#such")
	s.type_(s.tab1, "ab"+kb.Backspace+kb.ArrowDown+kb.Escape)
	s.type_(s.tab1, "s", 2)
	s.click(s.tab1, "#t")
	s.type_(s.tab1, "z"+kb.ArrowLeft)
	s.click(s.tab1, "#e")
	s.type_(s.tab1, "y")
	s.expect(`choose combobox "Art" = Heirat`, `click combobox "Mehrere"`, `choose combobox "Mehrere" = Drei`,
		`click text "eilig"`, `click made checkbox "eilig"`, `tick checkbox "eilig" true`, `click radio "ledig"`, `tick radio "ledig" true`, `click made radio "verheiratet"`, `tick radio "verheiratet" true`,
		`click textbox "Suche"`, `fill textbox "Suche" = a`, `fill textbox "Suche" = ab`, `fill textbox "Suche" = a`, `press textbox "Suche" ArrowDown`, `press textbox "Suche" Escape`, `press textbox "Suche" Control+S`,
		`click textbox "Text"`, `fill textbox "Text" = z`, `click textbox "Notiz"`, `fill textbox "Notiz" = xy`)
}

func TestDragging(t *testing.T) {
	t.Parallel()
	s := record(t, "drag.html")
	s.drag(s.tab1, "#karte", "#korb")
	s.drag(s.tab1, "#maus", "#ziel")
	s.expect(`drag text "Karte" text "Korb"`, `drag text "Maus" text "Ziel"`)
}

func TestClipboard(t *testing.T) {
	t.Parallel()
	s := record(t, "clip.html")
	s.focus(s.tab1, "#von")
	s.edit(s.tab1, "a", "SelectAll")
	s.edit(s.tab1, "c", "Copy")
	s.focus(s.tab1, "#nach")
	s.edit(s.tab1, "v", "Paste")
	s.double(s.tab1, "#text")
	s.edit(s.tab1, "c", "Copy")
	s.focus(s.tab1, "#nach")
	s.edit(s.tab1, "a", "SelectAll")
	s.edit(s.tab1, "v", "Paste")
	s.focus(s.tab1, "#pw")
	s.edit(s.tab1, "v", "Paste")
	s.expect(`copy textbox "Von" = Aktenzeichen 7`, `paste textbox "Nach" = Aktenzeichen 7 from textbox "Von"`, `fill textbox "Nach" = Aktenzeichen 7`,
		`click text "Wort"`, `click text "Wort"`, `double click text "Wort"`, `copy text "Wort" = Wort`, `paste textbox "Nach" = Wort from text "Wort"`, `fill textbox "Nach" = Wort`,
		`paste textbox "Geheim" (secret)`, `fill textbox "Geheim" (secret)`)
}
