// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	protocol "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/heinzel-rpa/heinzel/recorder/browser"
	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// What is written down of secrets, of numbers of cards, and of what was typed,
// is nothing.
func TestNothingSecretIsWritten(t *testing.T) {
	t.Parallel()
	s := record(t, "secret.html")
	for _, typed := range [][2]string{{"#user", "anna.muster"}, {"#pw", "sesam-öffne"}, {"#otp", "493817"}, {"#karte", "4111 1111 1111 1111"}, {"#tan", "771133"}} {
		s.click(s.tab1, typed[0])
		s.type_(s.tab1, typed[1])
	}
	s.click(s.tab1, "#zeigen")
	s.click(s.tab1, "#pw")
	s.type_(s.tab1, "!")
	eventually(t, "the last letter", func() bool {
		all := s.events(quiet...)
		return len(all) > 0 && all[len(all)-1].Kind == event.Fill && all[len(all)-1].Target.Name == "Schlüssel" && all[len(all)-2].Kind == event.Click
	})
	for _, e := range s.events() {
		text, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{"sesam", "49381", "4111 1111 1111 1", "7711", "anna.muster"} {
			if strings.Contains(string(text), secret) || (secret != "anna.muster" && strings.Contains(e.Text.Text, secret)) {
				t.Errorf("%q is in %s (%s)", secret, text, e.Text.Text)
			}
		}
		if e.Kind == event.Fill && e.Target.Name != "Kennung" && e.Target.Name != "Karte" && (!e.Target.Secret || e.Text.Token != "") {
			t.Errorf("%s is not known as a secret", say(e))
		}
	}
}

func TestRowsOfTables(t *testing.T) {
	t.Parallel()
	s := record(t, "rows.html")
	s.click(s.tab1, "#zwei")
	s.expect(`click button "Auswählen"`)
	e := s.events(quiet...)[0]
	row := e.Target.Row
	if len(row) != 2 || row[0].Column != "Name" || row[0].Shows.Text != "Meier, Bert" || !row[0].Unique || row[1].Unique || row[1].Shows.Type != "date" {
		t.Errorf("the row is %+v", row)
	}
	eventually(t, "the words of the screen", func() bool { return s.shown("2 Treffer gefunden") })
	text, _ := json.Marshal(s.events())
	if strings.Contains(string(text), "Meier") || strings.Contains(string(text), "1980") {
		t.Errorf("a person of the table is written down: %s", text)
	}
}

// shown reports whether a text was told as one of the screen.
func (s *stage) shown(text string) bool {
	for _, e := range s.events() {
		if slices.Contains(e.Texts, text) {
			return true
		}
	}
	return false
}

func TestScrolling(t *testing.T) {
	t.Parallel()
	s := record(t, "more.html")
	for _, at := range []string{"#stelle", "#liste"} {
		x, y := s.where(s.tab1, at)
		s.mouse(s.tab1, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: x, Y: y, DeltaX: 1, DeltaY: 200})
		s.pause()
	}
	s.expect(`scroll text "Anfang Nachgeladen"`)
}

func TestReloadAndBack(t *testing.T) {
	t.Parallel()
	s := record(t, "form.html")
	s.click(s.tab1, "#nichts")
	if _, err := cdp.Call(s.tab1, session(s.tab1), page.Reload, page.ReloadParams{}); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the page came again", func() bool { return s.arrived("Formular") == 2 })
	s.click(s.tab1, "[name=famname]")
	s.open(s.tab1, s.server.URL+"/next.html")
	eventually(t, "the next page", func() bool { return s.arrived("Weiter") == 1 })
	history, err := cdp.Call(s.tab1, session(s.tab1), page.GetNavigationHistory, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	back := history.Entries[history.CurrentIndex-1].ID
	if _, err := cdp.Call(s.tab1, session(s.tab1), page.NavigateToHistoryEntry, page.NavigateToHistoryEntryParams{EntryID: back}); err != nil {
		t.Fatal(err)
	}
	s.expect(`click button "Nichts"`, `click textbox "Familienname"`, `back`)
}

func TestCrash(t *testing.T) {
	t.Parallel()
	s := record(t, "form.html")
	s.click(s.tab1, "#nichts")
	soon, cancel := context.WithTimeout(s.tab1, time.Second)
	defer cancel()
	_, _ = cdp.Call(soon, session(s.tab1), page.Crash, cdp.Empty{}) // never answers
	s.expect(`click button "Nichts"`, `gone`)
}

func TestLostBrowser(t *testing.T) {
	t.Parallel()
	s := record(t, "form.html")
	s.click(s.tab1, "#nichts")
	s.expect(`click button "Nichts"`)
	soon, cancel := context.WithTimeout(s.root, time.Second)
	defer cancel()
	_, _ = cdp.Call(soon, chromedp.FromContext(s.root).Browser, protocol.Crash, cdp.Empty{}) // never answers
	<-s.done
	if all := s.events(quiet...); say(all[0]) != `click button "Nichts"` {
		t.Errorf("what was seen is lost: %v", all)
	}
}

func TestAllWindowsClosed(t *testing.T) {
	t.Parallel()
	s := record(t, "form.html")
	s.click(s.tab1, "#nichts")
	s.expect(`click button "Nichts"`)
	s.shut(s.tab1)
	<-s.done
}

// TestAttached watches a browser that somebody else has started and works, and
// leaves it as it is.
func TestAttached(t *testing.T) {
	t.Parallel()
	s := record(t, "form.html")
	o := browser.Options{Attach: "http://127.0.0.1:" + strconv.Itoa(s.port), Port: s.port, Headless: os.Getenv("HEINZEL_HEADFUL") == ""}
	eventually(t, "the page", func() bool { return s.arrived("Formular") == 1 })
	other := watch(t, o, s.server)
	s.click(s.tab1, "#nichts")
	s.expect(`click button "Nichts"`)
	other.expect(`click button "Nichts"`)
	other.session.Close()
	<-other.done
	s.click(s.tab1, "#nichts")
	s.expect(`click button "Nichts"`, `click button "Nichts"`)
}
