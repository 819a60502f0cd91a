// SPDX-License-Identifier: EUPL-1.2

package journal_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// TestCrashAtEveryWrite lets every write of the play fail in every way, then
// cuts the power, and looks at what is left.
func TestCrashAtEveryWrite(t *testing.T) {
	t.Parallel()
	keys := newKeys(t)
	counted := disk.NewMemory()
	counted.FailAt(-1, "")
	played(t, counted, keys)
	for _, how := range []disk.Failure{disk.ShortWrite, disk.DiskFull, disk.SyncError} { // WriteError leaves what DiskFull leaves
		for n := 1; n <= counted.Operations(); n++ {
			t.Run(fmt.Sprintf("%s %d", how, n), func(t *testing.T) {
				t.Parallel()
				m := disk.NewMemory()
				m.FailAt(n, how)
				var a actor
				a.whole(m, keys, clock())
				if fault.KindOf(a.err) != fault.Technical || fault.HintOf(a.err).DE == "" {
					t.Fatalf("fault %v", a.err)
				}
				survive(t, m.Crash(n%2*40), keys, a.confirmed)
			})
		}
	}
}

// survive opens what a crash left, brings it to an end, and verifies it.
func survive(t *testing.T, m *disk.Memory, keys *journal.Keys, confirmed int) {
	t.Helper()
	j, found, err := journal.Open(m, keys, clock())
	if fault.KindOf(err) == fault.Usage && confirmed == 0 {
		return // not even the order's first line arrived
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, state := range found.Cases {
		finish(t, j, state)
	}
	if err := j.End(journal.Summary{Outcome: journal.Done}); err != nil {
		t.Fatal(err)
	}
	report, err := journal.Verify(m, journal.VerifyOptions{By: keys.Verifiers()})
	if err != nil || len(report.Cases) != 3 || len(report.Open()) > 0 {
		t.Fatalf("%+v: %v", report, err)
	}
	if seen := intents(t, m, keys); seen < confirmed {
		t.Errorf("%d intents confirmed, %d survived", confirmed, seen)
	}
}

func finish(t *testing.T, j *journal.Journal, state journal.CaseFound) {
	t.Helper()
	var c *journal.Case
	var err error
	switch state.State {
	case journal.Finished:
		return
	case journal.NotBegun:
		c, err = j.Begin(state.Number, "", nil)
	default:
		c, err = j.Resume(state.Number)
	}
	if err == nil {
		err = c.End(journal.Done, speech.Text{})
	}
	if err != nil {
		t.Fatal(err)
	}
}

// intents counts the intents whose values can be opened.
func intents(t *testing.T, s journal.Store, keys *journal.Keys) (n int) {
	t.Helper()
	for number := 1; number <= 3; number++ {
		events, err := journal.Show(s, number, keys)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			if e.Kind == journal.Intent && e.Values["name"].String() == canaryName+" neu" {
				n++
			}
		}
	}
	return n
}

func TestFaultStays(t *testing.T) {
	t.Parallel()
	m := disk.NewMemory()
	j, err := journal.Create(m, order(), newKeys(t), clock())
	if err != nil {
		t.Fatal(err)
	}
	one, err := j.Begin(1, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	m.FailAt(1, disk.SyncError)
	trouble := one.Intend(journal.Event{Kind: journal.Intent})
	if trouble == nil {
		t.Fatal("no fault")
	}
	later := []error{
		one.Note(journal.Event{Kind: journal.Step}), one.End(journal.Done, speech.Text{}),
		first(j.Begin(2, "", nil)), j.Opened(1, "auditor", ""), one.Leave(),
	}
	for i, err := range later {
		if !errors.Is(err, trouble) {
			t.Errorf("call %d: %v", i, err)
		}
	}
	if err := j.End(journal.Summary{}); !errors.Is(err, trouble) {
		t.Error(err)
	}
}

func TestTornLineIsReported(t *testing.T) {
	t.Parallel()
	keys := newKeys(t)
	folder := disk.At(t.TempDir())
	played(t, folder, keys)
	tear(t, folder, "order.jsonl")
	tear(t, folder, "cases/000003/log.jsonl")
	j, found, err := journal.Open(folder, keys, clock())
	if err != nil || len(found.Torn) != 2 || found.Torn[0].Bytes != 9 || found.Torn[1].Log != "cases/000003/log.jsonl" {
		t.Fatalf("%+v, %v", found, err)
	}
	finish(t, j, found.Cases[2])
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if report, err := journal.Verify(folder, journal.VerifyOptions{Keys: keys}); err != nil || report.Torn > 0 {
		t.Errorf("%+v, %v", report, err)
	}
}
