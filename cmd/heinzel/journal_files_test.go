// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
)

// TestJournalFiles: a person gets what a case downloaded, once, in the folder
// that is named and nowhere else; and the journal says so.
func TestJournalFiles(t *testing.T) {
	home, dir, into := t.TempDir(), t.TempDir(), t.TempDir()
	t.Setenv(robot.HomeVariable, home)
	keepOne(t, home, dir, "../../Bescheid.pdf", "%PDF-1.4")
	a := &app{out: io.Discard, err: io.Discard}
	o := caseOptions{journalOptions: &journalOptions{}, number: 1, reason: "33.1-2026/1"}
	if err := a.takeOut(dir, into, o); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(filepath.Join(into, "Bescheid.pdf")); err != nil || string(data) != "%PDF-1.4" {
		t.Errorf("%q, %v", data, err)
	}
	if err := a.takeOut(dir, into, o); fault.KindOf(err) != fault.Usage {
		t.Errorf("it was overwritten: %v", err)
	}
	events, err := journal.Show(disk.At(dir), 0, nil)
	if err != nil || events[len(events)-1].Kind != journal.Opened {
		t.Errorf("nobody knows that somebody looked: %v", err)
	}
}

func keepOne(t *testing.T, home, dir, name, content string) {
	t.Helper()
	keys, err := journal.LoadOrCreateKeys(robot.Home(home).Keys())
	if err != nil {
		t.Fatal(err)
	}
	j, err := journal.Create(disk.At(dir), journal.Order{ID: "o", Approval: journal.NotApproved, Cases: 1}, keys, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	c, err := j.Begin(1, "1", nil)
	if err != nil {
		t.Fatal(err)
	}
	commitment, err := c.Keep([]byte(content))
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := json.Marshal(map[string]any{"name": name})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Intend(journal.Event{Kind: journal.File, About: map[string]string{journal.AboutFile: commitment}, Sealed: sealed}); err != nil {
		t.Fatal(err)
	}
	if err := c.Leave(); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}
