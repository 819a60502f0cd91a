// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/heinzel-rpa/heinzel/recorder/browser"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// lines are the events themselves, for the bar.
func lines(events []event.Event) (out []browser.Line) {
	for _, e := range events {
		if e.Kind != event.Arrive && e.Kind != event.Shows {
			out = append(out, browser.Line{Number: fmt.Sprint(len(out) + 1), Text: say(e), Irreversible: e.Kind == event.Submit})
		}
	}
	return out
}

func TestBar(t *testing.T) {
	t.Parallel()
	server := site(t)
	o := options(t)
	o.Bar = &browser.Bar{Lang: speech.German, Lines: lines}
	s := watch(t, o, server)
	s.open(s.tab1, server.URL+"/form.html")
	press := func(button string) {
		t.Helper()
		if err := s.session.Press(t.Context(), button); err != nil {
			t.Fatal(err)
		}
	}
	s.click(s.tab1, "[name=famname]")
	s.type_(s.tab1, "M"+kb.Tab)
	press("mistake")
	s.expect(`click textbox "Familienname"`, `fill textbox "Familienname" = M`, `press textbox "Familienname" Tab`, `mistake`)
	press("check")
	eventually(t, "what is below the mouse is outlined", func() bool {
		s.click(s.tab1, "h1")
		return s.count(event.Check) == 1
	})
	press("pause")
	eventually(t, "the pause", func() bool { return s.count(event.Pause) == 1 })
	s.click(s.tab1, "#nichts")
	press("pause")
	eventually(t, "the end of the pause", func() bool { return s.count(event.Resume) == 1 })
	s.click(s.tab1, "[name=ort]")
	s.type_(s.tab1, "X")
	eventually(t, "the letter", func() bool { return s.count(event.Fill) == 2 })
	press("differs")
	eventually(t, "the word about it", func() bool { return s.count(event.Differs) == 1 })
	all := s.events(event.Arrive, event.Shows, event.Open, event.Click)
	if last := all[len(all)-1]; say(last) != `differs textbox "Ort"` {
		t.Errorf("the last word is %s", say(last))
	}
	if path := os.Getenv("HEINZEL_PICTURE"); path != "" {
		s.pause()
		png, err := s.session.Picture(t.Context())
		if err == nil {
			err = os.WriteFile(path, png, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	_ = s.session.Press(t.Context(), "finish") // the browser may be closed before it answers
	<-s.done
}
