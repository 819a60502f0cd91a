// SPDX-License-Identifier: EUPL-1.2

package recorder_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/recorder/heal"
	"github.com/heinzel-rpa/heinzel/recorder/revision"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

// drifted is a town whose applications show their second layout.
func drifted() practice.Switches {
	second := trouble.Switches{SecondLayout: true}
	return practice.Switches{Melderegister: second, Bibliothek: second}
}

// decisions is how often a person decides about what waits, at most.
const decisions = 5

// TestSecondLayoutIsNeverWrong: recorded scenarios meet masks with other
// labels, names and one more field that is alike. Every case is right or
// halted; a person approves what the right elements have become.
func TestSecondLayoutIsNeverWrong(t *testing.T) {
	t.Parallel()
	t.Run("library", func(t *testing.T) {
		t.Parallel()
		cases, want := readers()
		changed{
			record: library, at: (*practice.Town).BibliothekURL, book: (*practice.Town).BibliothekLedger, cases: cases[:2], want: want[:2],
			right: map[string]string{"Nachname": "feld07", "Speichern": "Übernehmen"},
		}.holds(t)
	})
	t.Run("register", func(t *testing.T) {
		t.Parallel()
		cases, want := residents()
		changed{
			record: register, at: (*practice.Town).MelderegisterURL, book: (*practice.Town).MelderegisterLedger, cases: cases[:2], want: want[:2],
			right: map[string]string{"Nachname": "f017", "Änderungsdatum": "f099", "Speichern": "Änderung buchen"},
		}.holds(t)
	})
}

// changed is a scenario that was recorded before the masks changed.
type changed struct {
	record   func(*testing.T, string) recorded
	at, book func(*practice.Town) string
	cases    []map[string]string
	want     []string
	right    map[string]string // what an element has become: a name attribute, or what stands on it
}

// holds runs the cases, approves what is right, and runs them again, until
// nothing more is proposed.
func (c changed) holds(t *testing.T) {
	t.Helper()
	here := town(t, practice.Switches{})
	r := c.record(t, c.at(here))
	store, approved := heal.In(filepath.Join(t.TempDir(), "proposals")), 0
	for round := 1; round <= decisions; round++ {
		there := town(t, drifted())
		results := r.repeated(t, r.plan(t, c.at(here), c.at(there), "limits: {answer: 4 s}"), func(p act.Proposal) { _ = store.Put(r.folder, p) }, c.cases...)
		done := c.judged(t, results, saved(t, c.book(there)))
		list, err := store.List()
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("round %d: %d of %d cases done, %d proposals, %d elements approved before; %v", round, done, len(c.cases), len(list), approved, results[0].Err)
		more := c.approve(t, r, store, list)
		if approved += more; more == 0 {
			return
		}
	}
}

// judged counts the cases that were done. The ledger holds exactly what they
// had to change, each where it belongs.
func (c changed) judged(t *testing.T, results []run.Result, got []string) (done int) {
	t.Helper()
	var want []string
	for i, result := range results {
		switch result.Outcome {
		case run.Done:
			done++
			want = append(want, c.want[i])
		case run.Halted:
		default:
			t.Errorf("case %d is neither right nor halted, but %s: %v", result.Number, result.Outcome, result.Err)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the ledger says %q, not %q", got, want)
	}
	return done
}

// approve writes into the scenario what a person who knows the masks approves.
func (c changed) approve(t *testing.T, r recorded, store heal.Store, list []heal.Proposal) (n int) {
	t.Helper()
	for _, p := range list {
		if p.State != heal.Open {
			continue
		}
		state := heal.Rejected
		if now := c.right[p.Element]; now != "" && slices.Contains([]string{p.Now.Fingerprint.Name, p.Now.Fingerprint.Value, p.Now.Name}, now) {
			state, n = heal.Approved, n+1
			renewed, err := revision.Renew(r.files(t), p.System, p.Screen, scenarios.Element{Name: p.Element, Role: p.Now.Role, Found: p.Now.Found, Fingerprint: p.Now.Fingerprint})
			if err != nil {
				t.Fatal(err)
			}
			r.write(t, renewed.Files)
		}
		t.Logf("%s: %s/%s is taken for %s %q (%.0f %%)", state, p.Screen, p.Element, p.Now.Role, strings.TrimSpace(p.Now.Fingerprint.Name+" "+p.Now.Fingerprint.Value), 100*p.Trust)
		if err := store.Decide(p.ID, state); err != nil {
			t.Fatal(err)
		}
	}
	return n
}
