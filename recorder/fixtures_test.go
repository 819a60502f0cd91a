// SPDX-License-Identifier: EUPL-1.2

package recorder_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
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
addEventListener('change', (e) => { if (e.target.name && e.target.autocomplete !== 'off') note(e.target.name + '=' + (e.target.type === 'checkbox' ? e.target.checked : e.target.value)); });
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
		if string(said) != "fresh" { // pages are loaded a second time while one records
			p.noted = append(p.noted, string(said))
		}
	})
	mux.HandleFunc("/file/attached", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Disposition", "attachment; filename=bescheid.txt")
		_, _ = io.WriteString(w, "Bescheid")
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

// gesture is something that is done on a fixture; without a page, on that of
// the gesture before.
type gesture struct {
	page, at string
	do       act.Action
}

var click = act.Action{Verb: act.Click}

func fill(s string) act.Action { return act.Action{Verb: act.Fill, Text: s} }

func press(key string) act.Action { return act.Action{Verb: act.Press, Text: key} }

// gestures are what clerks do, one recording for each name.
func gestures() map[string][]gesture {
	row := func(column, text string, more ...string) []act.Cell {
		cells := []act.Cell{{Column: column, Text: text}}
		for i := 0; i+1 < len(more); i += 2 {
			cells = append(cells, act.Cell{Column: more[i], Text: more[i+1]})
		}
		return cells
	}
	drag := act.Action{Verb: act.Drag}
	drag.OntoScreen, drag.Onto = element("text: Done")
	return map[string][]gesture{
		"fields": {
			{"fill.html", "label: Name", fill("Ada Groß")},
			{"", "label: Text", fill("Sehr geehrt")},
			{"", "label: Shout", fill("LAUT")},
			{"fill-again.html", "label: first", fill("eins")},
			{"", "label: second", fill("zwei")},
			{"masks.html", "label: Date; keys", fill("02.06.2026")},
			{"", "label: Amount; keys", fill("12,50")},
			{"enable.html", "label: Number", fill("0040219")},
			{"", "name: Save", click},
			{"editor.html", "name: Good", fill("Sehr geehrte Frau")},
			{"modal.html", "label: Inside", fill("drinnen")},
			{"", "name: Agree", click},
		},
		"choices": {
			{"choose.html", "label: Country", press("ArrowDown")}, // a person's choice, not a script's
			{"choices.html", "label: Marriage", act.Action{Verb: act.Tick, On: true}},
			{"", "label: Office", press("ArrowDown")},
			{"choose-several.html", "label: Colours", press("Shift+ArrowDown")},
			{"choose-post.html", "label: Kind", press("ArrowDown")},
			{"tick.html", "label: Done", act.Action{Verb: act.Tick}},
			{"", "label: Under", act.Action{Verb: act.Tick, On: true}},
			{"suggest.html", "label: Place", fill("Köl")},
			{"", "text: Köln-Deutz", click},
			{"suggest.html?", "label: Place", fill("Köt")},
			{"", "text: Köthen", act.Action{Verb: act.Read}}, // the list is there
			{"", "label: Place", press("ArrowDown")},
			{"", "label: Place", press("Enter")},
			{"suggest-only.html", "label: Place", fill("Bonn")},
		},
		"boxes and frames": {
			{"dialogs.html", "name: Save", act.Action{Verb: act.Click, Answer: &act.Answer{Says: "Save changes?", Accept: true}}},
			{"", "name: Save", act.Action{Verb: act.Click, Answer: &act.Answer{Says: "Save changes?"}}},
			{"", "name: Alert", act.Action{Verb: act.Click, Answer: &act.Answer{Says: "Locked by another clerk", Accept: true}}},
			{"", "name: Ask", act.Action{Verb: act.Click, Answer: &act.Answer{Says: "Your name?", Accept: true, Prompt: "Kim Groß"}}},
			{"", "name: Quiet", click},
			{"click-shadow.html", "label: Name", fill("Ida")},
			{"", "name: Save", click},
			{"click-closed.html", "label: Name", fill("Uwe")},
			{"", "name: Save", click},
			{"frames.html", "frame=outer; frame=inner; label: Name", fill("Eva")},
			{"", "frame=outer; frame=inner; name: Save", click},
			{"", "frame=written; name: Save", click},
			{"popups.html", "name: Search", click},
			{"", "window=Search; label: Name", fill("Kim Groß")},
			{"", "window=Search; name: Take", click},
		},
		"places": {
			{"map.html", "name: North", click},
			{"click-scroll.html", "name: Far", click},
			{"table.html", "name: Take", act.Action{Verb: act.Click, Row: row("Name", "Schmidt", "Born", "21.06.1978")}},
			{"drag.html", "text: Letter", drag},
			{"hidden.html", "text: More", click},
			{"", "label: Remark", fill("dazu")},
			{"", "name: Address", click},
			{"", "label: Name", fill("Lea Groß")},
			{"", "name: Save", click},
			{"", "name: Nested", click},
			{"shapes.html", "name: Zoomed", click},
			{"", "name: Small", click},
			{"", "name: Rotated", click},
			{"", "name: Turned", click},
			{"", "label: Field", fill("schräg")},
			{"", "frame=scaled; name: Framed", click},
			{"", "name: Vertical", click},
			{"", "name: Clipped", click},
			{"spinner.html", "name: Load", click},
			{"", "name: Save", click},
			{"shared.html", "name: Remember", click},
			{"", "name: Recall", click},
			{"journeys.html", "name: Send once", click},
			{"double.html", "text: Akte 7", act.Action{Verb: act.Click, Double: true}},
		},
		"files": {
			{"upload.html", "label: Seen", act.Action{Verb: act.Upload}},
			{"", "name: Attach", act.Action{Verb: act.Upload}},
			{"download.html", "name: Attached", click},
			{"", "name: Blob", click},
			{"", "name: Nothing", click},
		},
	}
}

// TestFixturesAreRepeated: what is done on the browser's fixtures is recorded,
// and the draft makes the pages note the same.
//
// Left out: doubts, covers and pages that fool the robot, since a halt is no
// deed, nor is a click that the clerk's own hand stops on a page that is redrawn; choices and numbers that a script writes, which no person did; entries of
// suggestions that are clicked, of which the draft asks a person which one is
// meant. Framesets and searches are in TestRegisterIsRepeated.
func TestFixturesAreRepeated(t *testing.T) {
	t.Parallel()
	for name, play := range gestures() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			repeats(t, play)
		})
	}
}

func repeats(t *testing.T, play []gesture) {
	t.Helper()
	site, folder := fixtures(t), t.TempDir()
	letter := filepath.Join(folder, "brief.pdf")
	if err := os.WriteFile(letter, []byte("%PDF-1.4 ein Brief"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := watched(t, site.URL+"/click-links-next.html", site.URL)
	for _, g := range play {
		if g.page != "" {
			c.does("", act.Action{Verb: act.Open, Text: "/" + g.page})
		}
		if g.do.Verb == act.Upload {
			g.do.Files = []string{letter}
		}
		c.does(g.at, g.do)
	}
	r := c.drafted(nil)
	r.cases = folder
	want := site.since()
	results := r.repeated(t, r.plan(t, site.URL, site.URL), nil, r.Case)
	if got := site.since(); !slices.Equal(got, want) || len(want) < 4 {
		t.Errorf("the pages noted\n  %s\nand the clerk's\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
	r.done(t, results)
}
