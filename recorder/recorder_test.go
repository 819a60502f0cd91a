// SPDX-License-Identifier: EUPL-1.2

package recorder_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/recorder"
	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// canary is typed, shown by a table, copied and answered, and must reach no
// file.
const canary = "Kanarienvogel-Zwerg"

func thing(role, name string) *event.Thing {
	return &event.Thing{Key: name, Role: role, Name: name, Ways: []scenarios.Candidate{{By: scenarios.ByName, What: name, Matched: 1}}}
}

// search is a clerk who looks a person up and saves another name.
func search() []event.Event {
	page := event.Page{Address: "https://amt.example/suche", Title: "Amt", Headings: []string{"Suche"}}
	result := event.Page{Address: "https://amt.example/person", Title: "Amt", Headings: []string{"Person"}}
	typed := func(name, text string) event.Event {
		return event.Event{Kind: event.Fill, Target: thing("textbox", name), Text: event.Value{Text: text, Token: "t" + name, Type: "text"}}
	}
	found := thing("link", "Bearbeiten")
	found.Row = []event.Cell{{Column: "Nachname", Shows: event.Value{Text: canary + "A", Token: "tNachname"}, Unique: true}}
	on := func(p event.Page, e event.Event) event.Event {
		e.Window, e.Page = 1, p
		return e
	}
	return []event.Event{
		on(page, event.Event{Kind: event.Open}),
		on(page, event.Event{Kind: event.Arrive}),
		on(page, typed("Nachname", canary+"A")),
		on(page, event.Event{Kind: event.Click, Target: thing("button", "Suchen")}),
		on(page, event.Event{Kind: event.Shows, Texts: []string{"Treffer"}}),
		on(page, event.Event{Kind: event.Click, Target: found}),
		on(result, event.Event{Kind: event.Arrive}),
		on(result, event.Event{Kind: event.Copy, Target: thing("text", "Nummer"), Text: event.Value{Text: canary + "B", Token: "b"}}),
		on(result, typed("Name neu", canary+"C")),
		on(result, event.Event{Kind: event.Click, Target: thing("button", "Speichern")}),
		on(result, event.Event{Kind: event.Answer, Box: "prompt", On: true, Says: "Grund?", Text: event.Value{Text: canary + "D", Token: "d"}}),
	}
}

func record(t *testing.T, events []event.Event) string {
	t.Helper()
	place := recorder.Place(filepath.Join(t.TempDir(), "umzug"))
	log, err := recorder.Begin(place)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		if err := log.Append(e); err != nil {
			t.Fatal(err)
		}
	}
	if got := log.Events(); len(got) != len(events) || got[2].Text.Text != canary+"A" || got[2].N != 3 {
		t.Errorf("the memory forgot something: %+v", got)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	return place
}

// Whoever stops the recorder in the middle of a letter finds everything that
// was seen before, and a draft of it.
func TestNothingSeenIsLost(t *testing.T) {
	t.Parallel()
	events := search()
	place := record(t, events)
	whole, err := os.ReadFile(filepath.Join(place, recorder.File))
	if err != nil {
		t.Fatal(err)
	}
	torn := t.TempDir()
	for cut := range whole {
		if err := os.WriteFile(filepath.Join(torn, recorder.File), whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := recorder.Read(torn)
		if seen := strings.Count(string(whole[:cut]), "\n"); len(got) != seen || (err != nil) != (cut == 0) {
			t.Fatalf("cut at %d: %d events of %d, %v", cut, len(got), seen, err)
		}
		if cut == 0 || whole[cut-1] != '\n' {
			continue
		}
		if d, err := draft.New(got, draft.Options{}); err == nil && len(d.Case) > 0 {
			t.Fatal("the disk knows what was typed")
		}
	}
}

// The scenario of a recording that was read from the disk is that of the
// memory, without what was typed.
func TestTheDiskGivesTheSameScenario(t *testing.T) {
	t.Parallel()
	events := search()
	read, err := recorder.Read(record(t, events))
	if err != nil {
		t.Fatal(err)
	}
	a, err := draft.New(events, draft.Options{Title: "Umzug"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := draft.New(read, draft.Options{Title: "Umzug"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprintf("%s", format.Write(b.Scenario)), fmt.Sprintf("%s", format.Write(a.Scenario)); got != want {
		t.Errorf("%s\nand not\n%s", got, want)
	}
	if len(a.Case) == 0 || len(b.Case) != 0 {
		t.Error(a.Case, b.Case)
	}
}

// What a person typed reaches no file.
func TestNothingTypedIsWritten(t *testing.T) {
	t.Parallel()
	place := record(t, search())
	err := filepath.WalkDir(filepath.Dir(place), func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if strings.Contains(string(data), canary) {
			t.Errorf("%s tells what was typed", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A picture is on the disk before the event that names it, once for each thing,
// and goes with the recording.
func TestPicturesAreKept(t *testing.T) {
	t.Parallel()
	place := recorder.Place(filepath.Join(t.TempDir(), "umzug"))
	log, err := recorder.Begin(place)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	field := thing("textbox", "Nachname")
	field.Picture = []byte("first")
	again := *field
	again.Picture = []byte("second")
	for _, t := range []*event.Thing{field, &again} {
		err = errors.Join(err, log.Append(event.Event{Kind: event.Fill, Target: t}))
	}
	events, lost := recorder.Read(place)
	if err != nil || lost != nil || events[0].Target.Pictured != events[1].Target.Pictured {
		t.Fatal(err, lost, events)
	}
	picture, err := log.Picture(events[0].Target.Pictured)
	if err != nil || string(picture) != "first" {
		t.Errorf("%q %v", picture, err)
	}
	if err := log.Forget(); err != nil {
		t.Fatal(err)
	}
	if picture, err := log.Picture(events[0].Target.Pictured); len(picture) > 0 || err != nil {
		t.Errorf("%q %v", picture, err)
	}
}

// Where a person called something private, no element has a picture: it may
// have been taken before that was said.
func TestPrivateScreensHaveNoPictures(t *testing.T) {
	t.Parallel()
	for private, want := range map[bool]int{false: 1, true: 0} {
		events := search()
		events[3].Target.Pictured = "pictures/a.png"
		if private {
			word := events[4]
			word.Kind, word.Target = event.Mask, thing("text", "Geboren")
			events = slices.Insert(events, 4, word)
		}
		d, err := draft.New(events, draft.Options{})
		if err != nil || len(d.Pictures) != want {
			t.Errorf("private: %v, pictures: %v, %v", private, d.Pictures, err)
		}
	}
}

// A recording is not overwritten, and not shared.
func TestOneRecordingAtATime(t *testing.T) {
	t.Parallel()
	place := record(t, search())
	if _, err := recorder.Begin(place); fault.KindOf(err) != fault.Usage {
		t.Error(err)
	}
	other := recorder.Place(filepath.Join(t.TempDir(), "umzug"))
	log, err := recorder.Begin(other)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	if _, err := recorder.Begin(other); fault.KindOf(err) != fault.Usage {
		t.Error(err)
	}
}

// What was changed by hand is told, with its line.
func TestChangedRecordings(t *testing.T) {
	t.Parallel()
	for content, says := range map[string]string{
		"":                             "there is no recording",
		"{\n":                          "events.jsonl:1:1: this line holds no event",
		"{\"n\":1}\n{\"n\":3}\n":       "events.jsonl:2:1: event 3 follows event 1",
		"{\"n\":1}\nnonsense\n{\"n\":": "events.jsonl:2:1: this line",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, recorder.File), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := recorder.Read(dir); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v", content, err)
		}
	}
}

// The bar says what the scenario will say.
func TestSentences(t *testing.T) {
	t.Parallel()
	var got strings.Builder
	for _, s := range recorder.Sentences(search()[:7], speech.German) {
		fmt.Fprintf(&got, "%s%s %s\n", strings.Repeat(" ", s.Depth), s.Number, s.Text)
	}
	want := `1 Im Fachverfahren „Amt“:
 1.1 Schreibe in das Feld „Nachname“ (Maske Suche): Nachname.
 1.2 Klicke auf „Suchen“.
 1.3 Klicke auf „Bearbeiten“ in der Zeile mit „Nachname“ = Nachname.
`
	if got.String() != want {
		t.Errorf("%s\nand not\n%s", got.String(), want)
	}
	if recorder.Sentences(nil, speech.German) != nil {
		t.Error("nothing says something")
	}
}

func ExamplePlace() {
	fmt.Println(filepath.ToSlash(recorder.Place("dienste/umzug/")))
	// Output: dienste/recordings/umzug
}
