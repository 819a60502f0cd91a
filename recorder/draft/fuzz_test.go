// SPDX-License-Identifier: EUPL-1.2

package draft_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// dice give the choices of a recording that nobody made.
type dice struct{ data []byte }

func (d *dice) of(n int) int {
	if len(d.data) == 0 {
		return 0
	}
	b := d.data[0]
	d.data = d.data[1:]
	return int(b) % n
}

func pick[T any](d *dice, list ...T) T { return list[d.of(len(list))] }

// canary is typed, and must never be written.
const canary = "Kanarienvogel"

func (d *dice) value() event.Value {
	text := pick(d, "", canary+"A", canary+"B", canary+" C", "14.03.1985", "=1+1", "\x00\t", canary+"D\n"+canary)
	v := event.Value{Text: text, Token: token(text), Type: pick(d, value.Text, value.Date, value.Integer, value.Boolean, value.Missing, value.List, value.Choice)}
	switch d.of(8) {
	case 0:
		v = event.Value{Secret: true}
	case 1:
		v = event.Value{Words: pick(d, "", "ledig", "=frei", "a\nb", "ja"), Token: pick(d, "", "t")}
	case 2:
		v.Text = "" // read from the disk
	}
	return v
}

func (d *dice) thing() *event.Thing {
	if d.of(12) == 0 {
		return nil
	}
	name := pick(d, "", "Nachname", "Speichern", "Suchen", "a/b: c", "not", "=Wert", "Löschen", "\x01\u202e", "Kennwort", "übernehmen", "Abmelden", strings.Repeat("lang ", 40), "12", canary+"A")
	t := &event.Thing{
		Key: pick(d, "", "k1", "k2", "k3"), Role: pick(d, "button", "textbox", "link", "", "row", "combobox", "checkbox"), Name: name,
		Kind: pick(d, "", "text", "password", "select", "submit", "radio"), Fill: pick(d, "", "one-time-code"),
		Entries: pick(d, nil, []string{"ledig", "ja"}, []string{"ja", "ja"}, []string{""}), Keys: d.of(5) == 0, Secret: d.of(9) == 0,
		Volatile: pick(d, nil, []string{"id", "name", "class", "href"}), Pictured: pick(d, "", "pictures/a.png"),
	}
	for range d.of(3) {
		t.Ways = append(t.Ways, scenarios.Candidate{By: pick(d, append(scenarios.Ways(), "", "hope")...), What: pick(d, name, "", "x", "a: b"), Matched: d.of(3)})
	}
	for range d.of(4) {
		t.Row = append(t.Row, event.Cell{Column: pick(d, "Name", "Nr", "", "=x", "a: {b}"), Shows: d.value(), Unique: d.of(2) == 0})
	}
	t.Fingerprint = scenarios.Fingerprint{Path: pick(d, "", "/html/body/a[1]"), Text: pick(d, "", canary+"A")}
	return t
}

func (d *dice) event(n int) event.Event {
	kinds := []event.Kind{
		event.Open, event.Click, event.Click, event.DoubleClick, event.RightClick, event.Fill, event.Fill, event.Choose, event.Tick, event.Press, event.Drag, event.Upload, event.Copy,
		event.Paste, event.Scroll, event.Answer, event.Close, event.Back, event.Submit, event.Arrive, event.Arrive, event.Window, event.Gone, event.Download, event.Shows,
		event.Mistake, event.Check, event.Read, event.Differs, event.Mask, event.Pause, event.Resume, "unheard of",
	}
	e := event.Event{N: n, Kind: pick(d, kinds...), Window: d.of(3), On: d.of(2) == 0, Made: d.of(6) == 0}
	e.Page = event.Page{
		Address:  pick(d, "", "http://amt.example/a/suche", "http://amt.example/b/person?x=1", "http://127.0.0.1:1/", "https://not.example/1/2", "about:blank", "::", "http://user:pw@x.example/ä ö"),
		Title:    pick(d, "", "Amt - Suche", "not", canary+"A", "\x07"),
		Headings: pick(d, nil, []string{"Suche"}, []string{canary + "B", "Person 12"}, []string{"=Kopf"}), Asked: pick(d, nil, []string{"q"}),
	}
	e.Frame = pick(d, nil, nil, []scenarios.FrameHint{{Name: "main"}})
	e.Target, e.Text = d.thing(), d.value()
	e.Key, e.Box = pick(d, "Enter", "Tab", "", "Control+S", "F5", "\x00"), pick(d, "confirm", "alert", "prompt", "")
	e.Says = pick(d, "", "Änderungen speichern?", canary+"A löschen?", "=?", "12")
	e.Texts = pick(d, nil, []string{"Gespeichert"}, []string{"", "x", canary + "B gespeichert"}, []string{"=Text"})
	if d.of(4) == 0 {
		e.Onto, e.From = d.thing(), d.thing()
	}
	return e
}

// Whatever is observed becomes a draft that the check accepts and that tells
// nothing that was typed, or a fault that says what is wrong.
func FuzzEvents(f *testing.F) {
	for _, seed := range []string{"", "0", strings.Repeat("abcdefgh", 40), strings.Repeat("0192837465", 60), strings.Repeat("\x05\x01zq", 200)} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &dice{data}
		var events []event.Event
		for len(d.data) > 0 && len(events) < 200 {
			events = append(events, d.event(len(events)+1))
		}
		harmless(t, events, pick(d, speech.German, speech.English))
	})
}

// harmless makes a draft, and holds what every draft must be.
func harmless(t *testing.T, events []event.Event, lang speech.Lang) {
	t.Helper()
	made, err := draft.New(events, draft.Options{Lang: lang})
	if err != nil {
		return
	}
	files := format.Write(made.Scenario)
	accepted(t, made, files)
	files["environment"] = made.Environment()
	for name, content := range files {
		for _, text := range typed(events) {
			if strings.Contains(string(content), text) {
				t.Errorf("%s tells %q:\n%s", name, text, content)
			}
		}
	}
}

// What clerks did in another order, with gaps and repetitions, and what nobody
// did, is a draft, too.
func TestAnyOrder(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	all := plays()
	names := slices.Sorted(maps.Keys(all))
	for range 400 {
		events := slices.Clone(all[names[r.IntN(len(names))]].events)
		for range 1 + r.IntN(12) {
			i, j := r.IntN(len(events)), r.IntN(len(events))
			switch r.IntN(4) {
			case 0:
				events[i], events[j] = events[j], events[i]
			case 1:
				events = slices.Delete(events, min(i, j), min(max(i, j), min(i, j)+3))
			case 2:
				events = append(events, events[min(i, j):max(i, j)]...)
			case 3:
				events = slices.Insert(events, i, stray(r, i))
			}
			if len(events) == 0 {
				break
			}
		}
		harmless(t, events, speech.German)
	}
	for range 300 {
		events := make([]event.Event, r.IntN(60))
		for i := range events {
			events[i] = stray(r, i)
		}
		harmless(t, events, speech.English)
	}
}

func stray(r *rand.Rand, n int) event.Event {
	data := make([]byte, 200)
	for i := range data {
		data[i] = byte(r.Uint32())
	}
	return (&dice{data}).event(n)
}

// typed are the canaries that a person typed or saw in a table.
func typed(events []event.Event) (out []string) {
	note := func(v event.Value) {
		if strings.Contains(v.Text, canary) && v.Words == "" {
			out = append(out, strings.Join(strings.Fields(v.Text), " "))
		}
	}
	for _, e := range events {
		note(e.Text)
		for _, thing := range []*event.Thing{e.Target, e.Onto, e.From} {
			if thing != nil {
				for _, cell := range thing.Row {
					note(cell.Shows)
				}
			}
		}
	}
	return out
}
