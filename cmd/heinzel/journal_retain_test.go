// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// TestRetain: what was kept long enough goes, once; what was not, stays.
func TestRetain(t *testing.T) {
	home := robot.Home(t.TempDir())
	t.Setenv(robot.HomeVariable, string(home))
	keys, err := journal.LoadOrCreateKeys(home.Keys())
	if err != nil {
		t.Fatal(err)
	}
	for name, days := range map[string]int{"a-short": 30, "b-long": 90, "c-ever": 0} {
		ended(t, filepath.Join(home.Orders(), name), days, keys)
	}
	var out bytes.Buffer
	a := &app{out: &out, err: &out, lang: "en"}
	for _, play := range []struct {
		now  bool
		says string
	}{{false, "1 cases would be erased"}, {true, "1 cases erased"}, {true, "0 cases erased"}} {
		out.Reset()
		if err := a.retain(nil, &journalOptions{}, play.now); err != nil || !strings.Contains(out.String(), play.says) {
			t.Errorf("%v; %q, want %q", err, out.String(), play.says)
		}
	}
	for name, erased := range map[string]bool{"a-short": true, "b-long": false, "c-ever": false} {
		report, err := journal.Verify(disk.At(filepath.Join(home.Orders(), name)), journal.VerifyOptions{Keys: keys})
		if err != nil || report.Values[0].Erased != erased {
			t.Errorf("%s: %v, %+v", name, err, report.Values)
		}
	}
}

// ended leaves an order whose one case ended 40 days ago.
func ended(t *testing.T, dir string, keptFor int, keys *journal.Keys) {
	t.Helper()
	then := func() time.Time { return time.Now().AddDate(0, 0, -40) }
	j, err := journal.Create(disk.At(dir), journal.Order{ID: filepath.Base(dir), Cases: 1, KeptFor: keptFor}, keys, then)
	if err != nil {
		t.Fatal(err)
	}
	c, err := j.Begin(1, "33.1-2026/1", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.End(journal.Done, speech.Text{}); err != nil {
		t.Fatal(err)
	}
	if err := j.End(journal.Summary{Outcome: journal.Done}); err != nil {
		t.Fatal(err)
	}
}
