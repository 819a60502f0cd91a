// SPDX-License-Identifier: EUPL-1.2

package revision_test

import (
	"math/rand/v2"
	"testing"

	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/recorder/revision"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
)

// Any two recordings can be joined, and joining the second once more adds
// nothing.
func TestAnyTwoRecordings(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 300 {
		a, errA := draft.New(random(r).events, draft.Options{})
		events := random(r).events
		b, errB := draft.New(events, draft.Options{})
		if errA != nil || errB != nil {
			continue
		}
		old := format.Write(a.Scenario)
		first, err := revision.Of(old, b)
		if err != nil {
			t.Fatalf("%d: %v\n%s\nand\n%s", n, err, old, format.Write(b.Scenario))
		}
		for name, data := range first.Files {
			old[name] = data
		}
		again, err := draft.New(events, draft.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if second, err := revision.Of(old, again); err != nil || len(second.Files) > 0 {
			t.Fatalf("%d: %v %v %s", n, err, second.Changes, second.Files)
		}
	}
}

// random is a clerk who does what comes to mind.
func random(r *rand.Rand) *clerk {
	c := (&clerk{}).does(event.Event{Kind: event.Open}).sees("suche", "Suche")
	names := []string{"Name", "Nummer", "Speichern", "Suchen", "Löschen", "Ort"}
	pick := func() string { return names[r.IntN(len(names))] }
	for range r.IntN(25) {
		switch r.IntN(8) {
		case 0, 1, 2:
			name := pick()
			c.types(name, pick(), pick())
		case 3, 4:
			c.clicks(pick(), pick())
		case 5:
			c.sees(pick(), pick())
		case 6:
			c.does(event.Event{Kind: event.Read, Target: thing("text", pick(), pick()), Text: event.Value{Text: "x", Token: pick(), Type: "text"}})
		case 7:
			c.page.Address = []string{"https://amt.example/", "https://kasse.example/"}[r.IntN(2)]
			c.does(event.Event{Kind: event.Open}).does(event.Event{Kind: event.Arrive})
		}
	}
	return c
}
