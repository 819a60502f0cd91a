// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// TestStorm does things at random, with real input, and expects exactly these to
// have been recorded, in this order: 0 missing, 0 invented. A long run does it
// 5,000 times: HEINZEL_STORM=5000.
func TestStorm(t *testing.T) {
	t.Parallel()
	actions := 150
	if n, err := strconv.Atoi(os.Getenv("HEINZEL_STORM")); err == nil {
		actions = n
	}
	s := record(t, "storm.html")
	w := &weather{stage: s, dice: rand.New(rand.NewPCG(20261123, 7)), window: 1, texts: map[string]string{}}
	for w.done < actions {
		w.act()
	}
	s.settled(len(w.want))
	w.compare()
}

// weather acts at random, and keeps what must have been recorded.
type weather struct {
	*stage
	dice   *rand.Rand
	done   int
	window int // the last that opened
	texts  map[string]string
	ticked bool
	choice int
	want   []string
}

func (w *weather) act() {
	w.done++
	switch n := w.dice.IntN(100); {
	case n < 25:
		w.letter()
	case n < 35:
		w.does("#tu", `click button "Tu etwas"`)
	case n < 45:
		w.ticked = !w.ticked
		w.does("#eilig", `click checkbox "eilig"`, `tick checkbox "eilig" `+strconv.FormatBool(w.ticked))
	case n < 52:
		w.chooses()
	case n < 60:
		w.does("[name=innen] >> button", `click innen button "Innen"`)
	case n < 68:
		w.does("^#schatten", `click button "Im Schatten"`)
	case n < 72:
		w.double(w.tab1, "#wort")
		w.want = append(w.want, `click text "Wort"`, `click text "Wort"`, `double click text "Wort"`)
	case n < 76:
		w.right(w.tab1, "#tu")
		w.want = append(w.want, `right click button "Tu etwas"`)
	case n < 94:
		w.leaves(n)
	case n < 96:
		w.does("#frage", `click button "Frage"`)
		w.answer(w.tab1, n == 94, "")
		w.want = append(w.want, `answer confirm "Ja?" `+strconv.FormatBool(n == 94))
	default:
		w.popup()
	}
}

func (w *weather) does(selector string, want ...string) {
	w.click(w.tab1, selector)
	w.want = append(w.want, want...)
}

// letter types one letter into a field that it clicks first.
func (w *weather) letter() {
	id, name := "#name", "Name"
	if w.dice.IntN(2) == 0 {
		id, name = "#ort", "Ort"
	}
	w.does(id, `click textbox "`+name+`"`)
	letter := string(rune('a' + w.dice.IntN(26)))
	w.type_(w.tab1, kb.End+letter)
	w.texts[name] += letter
	w.want = append(w.want, `fill textbox "`+name+`" = `+w.texts[name])
}

func (w *weather) chooses() {
	entries := []string{"Umzug", "Heirat", "Scheidung", "Tod"}
	w.focus(w.tab1, "#art")
	if w.choice == len(entries)-1 {
		w.type_(w.tab1, kb.Home)
		w.choice = 0
	} else {
		w.type_(w.tab1, kb.ArrowDown)
		w.choice++
	}
	w.want = append(w.want, `choose combobox "Art" = `+entries[w.choice])
}

// leaves leads to the same page anew.
func (w *weather) leaves(n int) {
	var old string
	mark := strconv.Itoa(w.done)
	if err := w.ask(w.tab1, "window.mark = '"+mark+"'", &old); err != nil {
		w.Fatal(err)
	}
	switch n % 4 {
	case 0:
		w.does("#neu", `click button "Neu"`)
	case 1:
		w.does("#link", `click link "Verweis"`)
	case 2:
		w.does("#druck", `click button "Drücken"`)
	default:
		w.does("#ort", `click textbox "Ort"`)
		w.type_(w.tab1, kb.Enter)
		w.want = append(w.want, `press textbox "Ort" Enter`, `click made button "Los"`, `submit button "Los"`)
	}
	eventually(w.T, "the page is another", func() bool {
		var ready bool
		return w.ask(w.tab1, "window.mark !== '"+mark+"' && document.readyState === 'complete' && frames[0].document.readyState === 'complete'", &ready) == nil && ready
	})
	w.texts, w.ticked, w.choice = map[string]string{}, false, 0
}

// popup opens a window, whose button closes it.
func (w *weather) popup() {
	w.does("#auf", `click button "Auf"`)
	w.window++
	n := strconv.Itoa(w.window)
	w.click(w.tab(w.window), "button")
	w.want = append(w.want, "window in "+n, "click in "+n+` button "Übernehmen"`, "gone in "+n)
	if w.window%3 == 0 { // a person who closes a window does so after a while
		w.pause()
	}
	w.settled(len(w.want))
	if w.count(event.Gone) != w.window-1 {
		w.compare()
	}
}

func (s *stage) count(kind event.Kind) (n int) {
	for _, e := range s.events() {
		if e.Kind == kind {
			n++
		}
	}
	return n
}

// settled waits for so many events.
func (s *stage) settled(n int) {
	for range 300 {
		if len(s.events(quiet...)) >= n {
			return
		}
		s.pause()
	}
}

func (w *weather) compare() {
	w.Helper()
	var got []string
	for _, e := range w.events(quiet...) {
		got = append(got, say(e))
	}
	w.Logf("%d actions, %d events expected, %d recorded", w.done, len(w.want), len(got))
	if slices.Equal(got, w.want) {
		return
	}
	for i := range min(len(got), len(w.want)) {
		if got[i] != w.want[i] {
			w.Fatalf("event %d is %q and must be %q; before: %q, after: %q", i+1, got[i], w.want[i], w.want[max(0, i-4):i], got[i:min(len(got), i+5)])
		}
	}
	w.Fatalf("recorded %d events instead of %d", len(got), len(w.want))
}
