// SPDX-License-Identifier: EUPL-1.2

package journal_test

import (
	"errors"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// anchored performs an order of one case whose checkpoints go to a second
// place.
func anchored(t *testing.T, keys *journal.Keys, place journal.Store) *disk.Memory {
	t.Helper()
	m := disk.NewMemory()
	j, err := journal.Create(m, order(), keys, clock())
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Anchor(place); err != nil {
		t.Fatal(err)
	}
	c, err := j.Begin(1, canaryNumber, inputs())
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(c.End(journal.Done, speech.Text{}), j.Close()); err != nil {
		t.Fatal(err)
	}
	return m
}

func kept(t *testing.T, place journal.Store) [][]byte {
	t.Helper()
	data, err := place.Read(proof.AnchorFile(order().ID))
	if err != nil {
		t.Fatal(err)
	}
	return proof.Kept(data)
}

// A journal that was written anew with the right key verifies by itself, and
// not against what a second place has kept.
func TestASecondPlaceShowsWhatTheKeyHides(t *testing.T) {
	t.Parallel()
	keys, place := newKeys(t), disk.NewMemory()
	genuine := anchored(t, keys, place)
	checkpoints := kept(t, place)
	if len(checkpoints) < 2 {
		t.Fatalf("%d checkpoints were kept", len(checkpoints))
	}
	report, err := journal.Verify(genuine, journal.VerifyOptions{Keys: keys, Kept: checkpoints})
	if err != nil || report.Kept != len(checkpoints) {
		t.Errorf("the genuine one: %v, %d kept", err, report.Kept)
	}
	rewritten := memory(t, keys)
	if _, err := journal.Verify(rewritten, journal.VerifyOptions{Keys: keys}); err != nil {
		t.Fatal(err)
	}
	if _, err := journal.Verify(rewritten, journal.VerifyOptions{Keys: keys, Kept: checkpoints}); fault.KindOf(err) != fault.Evidence {
		t.Errorf("the one written anew: %v", err)
	}
	if _, err := journal.Verify(genuine, journal.VerifyOptions{Keys: keys, Kept: [][]byte{[]byte("no checkpoint")}}); fault.KindOf(err) != fault.Evidence {
		t.Errorf("no checkpoint: %v", err)
	}
}

// What cannot be sent is sent with the next; nobody is told that all is well
// while the newest checkpoint is missing there.
func TestASecondPlaceThatIsAway(t *testing.T) {
	t.Parallel()
	keys, place := newKeys(t), disk.NewMemory()
	j, err := journal.Create(disk.NewMemory(), order(), keys, clock())
	if err != nil {
		t.Fatal(err)
	}
	place.FailAt(1, disk.DiskFull)
	if err := j.Anchor(place); fault.KindOf(err) != fault.Technical {
		t.Errorf("at once: %v", err)
	}
	if err := j.Close(); err != nil {
		t.Errorf("it came back: %v", err)
	}
	if len(kept(t, place)) != 1 {
		t.Errorf("%d checkpoints were kept", len(kept(t, place)))
	}
}

func TestKeysAreChanged(t *testing.T) {
	t.Parallel()
	dir, m := t.TempDir(), disk.NewMemory()
	old, err := journal.LoadOrCreateKeys(dir)
	if err != nil {
		t.Fatal(err)
	}
	played(t, m, old)
	keys, err := journal.RotateKey(dir)
	if err != nil || keys.Public() == old.Public() || len(keys.History()) != 2 {
		t.Fatalf("%v, %+v", err, keys.History())
	}
	by, err := proof.Verifiers(old.Public())
	if err != nil {
		t.Fatal(err)
	}
	if word, err := proof.OpenKey([]byte(keys.History()[1].By), by); err != nil || word != keys.Public() {
		t.Errorf("the old key does not speak for the new one: %q, %v", word, err)
	}
	if _, err := journal.Verify(m, journal.VerifyOptions{Keys: keys}); err != nil {
		t.Errorf("an old journal: %v", err)
	}
	j, _, err := journal.Open(m, keys, clock())
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	events, err := journal.Show(m, 0, nil)
	if last := events[len(events)-1]; err != nil || last.Kind != journal.NewKey || last.About["from"] != old.Public() || last.About["to"] != keys.Public() {
		t.Errorf("the change is not noted: %+v, %v", last, err)
	}
	if _, err := journal.Verify(m, journal.VerifyOptions{By: by}); fault.KindOf(err) != fault.Evidence {
		t.Errorf("signed anew, and the old key alone is enough: %v", err)
	}
}

func TestPopulationHasNoGaps(t *testing.T) {
	t.Parallel()
	m := memory(t, newKeys(t))
	p, err := journal.Populate(m)
	if err != nil || p.Order.StartedBy != "clerk" || len(p.Cases) != 3 {
		t.Fatalf("%+v, %v", p, err)
	}
	for i, want := range []journal.CaseFound{
		{Number: 1, State: journal.Finished, Outcome: journal.Done},
		{Number: 2, State: journal.Finished, Outcome: "business"},
		{Number: 3, State: journal.Running},
	} {
		got := p.Cases[i]
		if got.Number != want.Number || got.State != want.State || got.Outcome != want.Outcome || got.Began.IsZero() || got.Ended.IsZero() != (want.State != journal.Finished) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
}
