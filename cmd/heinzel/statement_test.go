// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"html"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
)

// performed is an order on the imaginary screen, with the folder of its keys.
func performed(t *testing.T) (robot.Order, statementOptions) {
	t.Helper()
	o, folder := imaginaryOrder(t), t.TempDir()
	keys, err := journal.LoadOrCreateKeys(folder)
	if err != nil {
		t.Fatal(err)
	}
	o.Keys = keys
	if _, err := robot.Run(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	return o, statementOptions{caseOptions: caseOptions{journalOptions: &journalOptions{keys: folder}, number: 1, reason: "33.1-2026/1"}}
}

func issued(t *testing.T, dir string, o statementOptions) string {
	t.Helper()
	a := &app{out: io.Discard, err: io.Discard, lang: "de"}
	o.into = filepath.Join(t.TempDir(), "nachweis.html")
	if err := a.issue(dir, o); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(o.into)
	if err != nil {
		t.Fatal(err)
	}
	return html.UnescapeString(string(data))
}

// TestStatement: without values, nothing is opened and the journal stays as it
// was; with values they stand there, and the journal says that somebody looked.
func TestStatement(t *testing.T) {
	t.Parallel()
	order, o := performed(t)
	before, err := os.ReadFile(filepath.Join(order.Dir, "order.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	told := o
	told.scenario = filepath.Join("..", "..", "scenarios", "examples", demoScenario)
	sheet := issued(t, order.Dir, told)
	for _, want := range []string{"nur-leser", "§ 4 Benutzungssatzung der Stadtbücherei", "bibliothek_alt_speichern", "Bibliothek (alte Maske)", order.Keys.Public(), order.Plan.Scenario().Hash, "bleiben versiegelt"} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the statement does not say %q", want)
		}
	}
	if strings.Contains(sheet, "B-1<") || strings.Contains(sheet, "33.1-2026/1") {
		t.Error("the statement shows values that nobody asked for")
	}
	if after, err := os.ReadFile(filepath.Join(order.Dir, "order.jsonl")); err != nil || string(after) != string(before) {
		t.Error("the journal was written to", err)
	}
	o.values = true
	sheet = issued(t, order.Dir, o)
	for _, want := range []string{"33.1-2026/1", "Eheschließung", "<dd>01.07.2026</dd>", "<dd>nein</dd>", "im Journal vermerkt"} {
		if !strings.Contains(sheet, want) {
			t.Errorf("with values, the statement does not say %q", want)
		}
	}
	events, err := journal.Show(disk.At(order.Dir), 0, nil)
	if err != nil || events[len(events)-1].Kind != journal.Opened || events[len(events)-1].Case != 1 {
		t.Errorf("nobody knows that somebody looked: %v", err)
	}
}

// TestStatementAfterANewKey: the sheet names the key that signed, not one that
// came later.
func TestStatementAfterANewKey(t *testing.T) {
	t.Parallel()
	order, o := performed(t)
	keys, err := journal.RotateKey(o.keys)
	if err != nil {
		t.Fatal(err)
	}
	sheet := issued(t, order.Dir, o)
	if !strings.Contains(sheet, order.Keys.Public()) || strings.Contains(sheet, keys.Public()) {
		t.Error("the statement names a key with which nobody can verify")
	}
}

// TestNoStatement: of a journal that was changed, of another version of the
// scenario, of a case that is none, or over a file that is there.
func TestNoStatement(t *testing.T) {
	t.Parallel()
	order, o := performed(t)
	a := &app{out: io.Discard, err: io.Discard, lang: "de"}
	there := filepath.Join(t.TempDir(), "da.html")
	if err := os.WriteFile(there, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(filepath.Dir(there), "neu.html")
	for name, change := range map[string]func(*statementOptions){
		"no file is named":   func(o *statementOptions) { o.into = "" },
		"the file is there":  func(o *statementOptions) { o.into = there },
		"there is no case 9": func(o *statementOptions) { o.number = 9 },
		"nobody says why":    func(o *statementOptions) { o.values, o.reason = true, " " },
		"another scenario ran": func(o *statementOptions) {
			o.scenario = filepath.Join("..", "..", "scenarios", "sentences", "testdata", "alles")
		},
	} {
		changed := o
		changed.into = fresh
		change(&changed)
		if err := a.issue(order.Dir, changed); fault.KindOf(err) != fault.Usage || fault.Describe(err, "de") == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	o.into = fresh
	log := filepath.Join(order.Dir, "cases", "000001", "log.jsonl")
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(log, []byte(strings.Replace(string(data), "nur-leser", "nur-leset", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.issue(order.Dir, o); fault.KindOf(err) != fault.Evidence {
		t.Errorf("a changed journal was stated: %v", err)
	}
	if _, err := os.Stat(fresh); err == nil {
		t.Error("a statement was written")
	}
}
