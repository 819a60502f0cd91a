// SPDX-License-Identifier: EUPL-1.2

package journal_test

import (
	"encoding/json"
	"sync"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// What must never stand in clear in any file.
const (
	canaryName   = "Kanarienvogel-Öztürk"
	canaryNumber = "AZ-4711/2026"
)

func newKeys(t testing.TB) *journal.Keys {
	t.Helper()
	keys, err := journal.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// clock ticks a second at each look.
func clock() func() time.Time {
	var mu sync.Mutex
	now := time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

func order() journal.Order {
	return journal.Order{
		ID:       "20261102-0800",
		Scenario: journal.Item{Name: "Namensänderung", Hash: "5e1f"}, Environment: journal.Item{Name: "test", Hash: "77"},
		Rulebooks: map[string]string{"betroffene_systeme": "ab"}, Version: "0.1", StartedBy: "clerk", Cases: 3,
	}
}

func inputs() map[string]value.Value {
	return map[string]value.Value{
		"name":   value.NewText(canaryName),
		"betrag": value.NewList(value.NewInteger(7), value.NewDate(2026, 12, 31)),
		"person": value.NewRecord(map[string]value.Value{"gefährlich": value.NewBoolean(true), "nichts": {}}),
	}
}

// actor performs a play on a journal until something goes wrong; done says
// which intents were confirmed.
type actor struct {
	err       error
	confirmed int
}

func (a *actor) try(act func() error) {
	if a.err == nil {
		a.err = act()
	}
}

func (a *actor) begin(j *journal.Journal, n int) (c *journal.Case) {
	a.try(func() (err error) { c, err = j.Begin(n, canaryNumber, inputs()); return err })
	return c
}

func (a *actor) work(c *journal.Case) {
	a.try(func() error { return c.Note(journal.Event{Kind: journal.Step, Step: "1", ID: "suchen"}) })
	a.try(func() error {
		return c.Note(journal.Event{
			Kind: journal.Decision, Step: "2", Rules: []string{"ersthund"},
			Sealed: json.RawMessage(`{"name": "` + canaryName + `"}`),
		})
	})
	a.try(func() error {
		return c.Note(journal.Event{
			Kind: journal.Fault, Step: "3",
			Fault: fault.New(fault.Technical, "browser.click", speech.Same("cannot click "+canaryName)),
		})
	})
	a.try(func() error {
		return c.Intend(journal.Event{
			Kind: journal.Intent, Step: "4", ID: "speichern",
			Values: map[string]value.Value{"name": value.NewText(canaryName + " neu")},
		})
	})
	if a.err == nil {
		a.confirmed++
	}
}

// whole is the whole play: case 1 ends, case 2 waits, is resumed and ends,
// case 3 is left running.
func (a *actor) whole(f journal.Folder, keys *journal.Keys, now func() time.Time) {
	var j *journal.Journal
	a.try(func() (err error) { j, err = journal.Create(f, order(), keys, now); return err })
	one := a.begin(j, 1)
	a.work(one)
	a.try(func() error { return one.End(journal.Done, speech.Text{}) })
	two := a.begin(j, 2)
	a.try(func() error { return two.Wait(journal.Event{Text: speech.Same("which one?")}) })
	a.try(func() (err error) { two, err = j.Resume(2); return err })
	a.try(func() error { return two.End("business", speech.Same(canaryName+" is unknown")) })
	a.work(a.begin(j, 3))
	a.try(func() error { return j.Close() })
}

func played(t testing.TB, f journal.Folder, keys *journal.Keys) {
	t.Helper()
	var a actor
	a.whole(f, keys, clock())
	if a.err != nil {
		t.Fatal(a.err)
	}
}

func memory(t testing.TB, keys *journal.Keys) *disk.Memory {
	t.Helper()
	m := disk.NewMemory()
	played(t, m, keys)
	return m
}
