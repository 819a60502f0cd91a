// SPDX-License-Identifier: EUPL-1.2

package revision_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/recorder/revision"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
)

var update = flag.Bool("update", false, "write the golden files anew")

// clerk is watched.
type clerk struct {
	events []event.Event
	page   event.Page
}

func (c *clerk) does(e event.Event) *clerk {
	e.N, e.Window, e.Page = len(c.events)+1, 1, c.page
	c.events = append(c.events, e)
	return c
}

func (c *clerk) sees(path, heading string) *clerk {
	c.page = event.Page{Address: "https://amt.example/" + path, Title: "Amt", Headings: []string{heading}}
	return c.does(event.Event{Kind: event.Arrive})
}

// thing is an element that is called so now; attribute is what its page calls
// it at all times.
func thing(role, name, attribute string) *event.Thing {
	return &event.Thing{
		Key: attribute, Role: role, Name: name, Ways: []scenarios.Candidate{{By: scenarios.ByName, What: name, Matched: 1}, {By: scenarios.ByNameAttribute, What: attribute, Matched: 1}},
		Fingerprint: scenarios.Fingerprint{Tag: "input", Name: attribute, Label: name, Path: "form/input/" + attribute},
	}
}

func (c *clerk) clicks(name, attribute string) *clerk {
	return c.does(event.Event{Kind: event.Click, Target: thing("button", name, attribute)})
}

func (c *clerk) types(name, attribute, text string) *clerk {
	return c.does(event.Event{Kind: event.Fill, Target: thing("textbox", name, attribute), Text: event.Value{Text: text, Token: text, Type: "text"}})
}

// before is the task as it was recorded first.
func before() *clerk {
	c := (&clerk{}).does(event.Event{Kind: event.Open}).sees("suche", "Suche")
	c.types("Nummer", "nr", "4711").clicks("Anzeigen", "go").sees("person", "Person")
	return c.types("Nachname", "nn", "Weber").clicks("Speichern", "ok").sees("danke", "Gespeichert")
}

// now is the same on pages that have changed, with a field more.
func now() *clerk {
	c := (&clerk{}).does(event.Event{Kind: event.Open}).sees("suche", "Suche")
	c.types("Nr.", "nr", "4711").clicks("Anzeigen", "go").sees("person", "Person")
	c.types("Familienname", "nn", "Weber").types("Vorname", "vn", "Anna").clicks("Speichern", "ok").sees("danke", "Gespeichert")
	return c.clicks("Drucken", "print").sees("druck", "Ausdruck").clicks("Schließen", "close")
}

func drafted(t *testing.T, c *clerk) *draft.Draft {
	t.Helper()
	d, err := draft.New(c.events, draft.Options{Title: "Name ändern"})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// byHand is what a person made of the first draft.
func byHand(files map[string][]byte) map[string][]byte {
	out := maps.Clone(files)
	replace := func(name string, pairs ...string) {
		text := strings.NewReplacer(pairs...).Replace(string(out[name]))
		out[name] = []byte(text)
	}
	replace(format.ScenarioFile,
		"title: Name ändern", "title: Namen im Register ändern # so heißt es im Amt",
		"\nsteps:", "\n# Das Register kennt jede Person nur einmal.\nsteps:",
		"person/Nachname", "person/neuer Name",
		"label: Nachname}", "label: neuer Nachname}",
		"\n      - click: suche/Anzeigen\n", "\n      - click: suche/Anzeigen\n      # seit 2025 zweigeteilt\n      - {look: {text: Gesperrt}, into: gesperrt}\n      - when: gesperrt\n        then:\n          - {stop: business, because: Die Person ist gesperrt.}\n",
	)
	replace("elements/amt.yaml", "      Nachname:\n", "      neuer Name:\n        keys: yes # der Seite wegen\n")
	return out
}

// A new recording renews what has changed and adds what is new; what people
// wrote stays letter by letter.
func TestRecordedAgain(t *testing.T) {
	t.Parallel()
	old := byHand(format.Write(drafted(t, before()).Scenario))
	r, err := revision.Of(old, drafted(t, now()))
	if err != nil {
		t.Fatal(err)
	}
	var whole strings.Builder
	for _, c := range r.Changes {
		fmt.Fprintf(&whole, "# %s: %s\n", c.Kind, c.Says.DE)
	}
	for _, name := range slices.Sorted(maps.Keys(r.Files)) {
		whole.WriteString("-- " + name + " --\n" + string(r.Files[name]))
	}
	golden(t, "noch_einmal", whole.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name + ".golden"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := os.ReadFile(file)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s: golden (-) and now (+) differ:\n%s", file, diff)
	}
}

// The same recording once more changes nothing, whatever people wrote.
func TestNothingNew(t *testing.T) {
	t.Parallel()
	first := format.Write(drafted(t, before()).Scenario)
	for name, old := range map[string]map[string][]byte{"draft": first, "by hand": byHand(first)} {
		r, err := revision.Of(old, drafted(t, before()))
		if err != nil {
			t.Fatal(name, err)
		}
		if len(r.Files) > 0 || len(r.Changes) > 0 {
			t.Errorf("%s: %v %s", name, r.Changes, r.Files)
		}
	}
}

// dogs is another task.
func dogs() *clerk {
	c := (&clerk{}).does(event.Event{Kind: event.Open}).sees("hund", "Hund anmelden")
	return c.types("Rufname", "ruf", "Waldi").types("Rasse", "art", "Dackel").clicks("Anmeldung abschließen", "fertig").sees("ende", "Danke")
}

// A recording of something else leaves every line of the example as it was.
func TestEveryLineStays(t *testing.T) {
	t.Parallel()
	old := folder(t, "../../scenarios/examples/namensaenderung")
	r, err := revision.Of(old, drafted(t, dogs()))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Files) == 0 {
		t.Error("nothing was added")
	}
	for name, data := range r.Files {
		rest := string(data)
		for line := range strings.Lines(string(old[name])) {
			_, after, found := strings.Cut(rest, line)
			if !found {
				t.Fatalf("%s lost %q", name, line)
			}
			rest = after
		}
	}
}

// A scenario that is broken is not touched.
func TestBrokenScenario(t *testing.T) {
	t.Parallel()
	if _, err := revision.Of(map[string][]byte{format.ScenarioFile: []byte("heinzel: 1\n")}, drafted(t, now())); err == nil {
		t.Error("it was joined with nothing")
	}
}

func folder(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, pattern := range []string{"scenario.yaml", "elements/*.yaml", "rules/*.yaml"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			short, _ := filepath.Rel(dir, name)
			out[filepath.ToSlash(short)] = data
		}
	}
	return out
}
