// SPDX-License-Identifier: EUPL-1.2

package recorder_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
)

// pages are the fixtures of the browser driver. What they note is heard by the
// server, too, in its order, with the values of fields that were changed.
type pages struct {
	*httptest.Server
	mu    sync.Mutex
	noted []string
}

// heard makes a page's notes heard.
const heard = `
const own = note;
note = (s) => { own(s); const x = new XMLHttpRequest(); x.open('POST', '/noted', false); x.send(s); };
addEventListener('change', (e) => { if (e.target.name) note(e.target.name + '=' + (e.target.type === 'checkbox' ? e.target.checked : e.target.value)); });
`

func fixtures(t *testing.T) *pages {
	t.Helper()
	const folder = "../drivers/browser/testdata"
	script, err := os.ReadFile(folder + "/log.js")
	if err != nil {
		t.Fatal(err)
	}
	p := &pages{}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(folder)))
	mux.HandleFunc("/log.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = w.Write(append(script, heard...))
	})
	mux.HandleFunc("/noted", func(_ http.ResponseWriter, r *http.Request) {
		said, _ := io.ReadAll(r.Body)
		p.mu.Lock()
		defer p.mu.Unlock()
		p.noted = append(p.noted, string(said))
	})
	p.Server = httptest.NewServer(mux)
	t.Cleanup(p.Close)
	return p
}

// since are the notes that came since it was asked the last time.
func (p *pages) since() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := p.noted
	p.noted = nil
	return out
}

// gesture is something that is done on a fixture.
type gesture struct {
	page, at string
	do       act.Action
}

func gestures() []gesture {
	fill := func(s string) act.Action { return act.Action{Verb: act.Fill, Text: s} }
	row := []act.Cell{{Column: "Name", Text: "Schmidt"}, {Column: "Born", Text: "21.06.1978"}}
	drag := act.Action{Verb: act.Drag}
	drag.OntoScreen, drag.Onto = element("text: Done")
	click := act.Action{Verb: act.Click}
	return []gesture{
		{"fill.html", "label: Name", fill("Ada Groß")},
		{"", "label: Text", fill("Sehr geehrt")},
		{"", "label: Shout", fill("LAUT")},
		{"choose.html", "label: Country", act.Action{Verb: act.Press, Text: "ArrowDown"}}, // a person's choice, not a script's
		{"choices.html", "label: Marriage", act.Action{Verb: act.Tick, On: true}},
		{"tick.html", "label: Done", act.Action{Verb: act.Tick}},
		{"", "label: Under", act.Action{Verb: act.Tick, On: true}},
		{"dialogs.html", "name: Save", act.Action{Verb: act.Click, Answer: &act.Answer{Says: "Save changes?", Accept: true}}},
		{"", "name: Quiet", click},
		{"click-shadow.html", "label: Name", fill("Ida")},
		{"", "name: Save", click},
		{"click-closed.html", "label: Name", fill("Uwe")},
		{"", "name: Save", click},
		{"frames.html", "frame=outer; frame=inner; label: Name", fill("Eva")},
		{"", "frame=outer; frame=inner; name: Save", click},
		{"", "frame=written; name: Save", click},
		{"enable.html", "label: Number", fill("0040219")},
		{"", "name: Save", click},
		{"map.html", "name: North", click},
		{"click-scroll.html", "name: Far", click},
		{"table.html", "name: Take", act.Action{Verb: act.Click, Row: row}},
		{"drag.html", "text: Letter", drag},
		{"editor.html", "name: Good", fill("Sehr geehrte Frau")},
		{"popups.html", "name: Search", click},
		{"", "window=Search; label: Name", fill("Kim Groß")},
		{"", "window=Search; name: Take", click},
	}
}

// TestFixturesAreRepeated: what is done on the browser's fixtures is recorded,
// and the draft makes the pages note the same.
//
// Left out: doubts, covers and pages that fool the robot, since a halt is no
// deed; uploads and downloads, whose files belong to the order; choices and
// numbers that a script writes, which no person did; masks that take every key
// away and write by a script, which the recorder does not see yet; entries of
// suggestions, of which the draft asks a person which one is meant. Framesets,
// popups and searches are in TestRegisterIsRepeated.
func TestFixturesAreRepeated(t *testing.T) {
	t.Parallel()
	site := fixtures(t)
	c := watched(t, site.URL+"/click-links-next.html", site.URL)
	for _, g := range gestures() {
		if g.page != "" {
			c.does("", act.Action{Verb: act.Open, Text: "/" + g.page})
		}
		c.does(g.at, g.do)
	}
	r := c.drafted(nil)
	want := site.since()
	results := r.repeated(t, r.plan(t, site.URL, site.URL), nil, r.Case)
	if got := site.since(); !slices.Equal(got, want) || len(want) < 15 {
		t.Errorf("the pages noted\n  %s\nand the clerk's\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
	r.done(t, results)
}
