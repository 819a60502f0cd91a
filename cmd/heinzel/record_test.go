// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/robot/secret/store"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// TestWhatWasRecordedIsRepeated: a clerk changes a name in the register while a
// recorder watches. What it wrote is checked, and a robot changes another
// person's name by it.
func TestWhatWasRecordedIsRepeated(t *testing.T) {
	dir := t.TempDir()
	t.Setenv(robot.HomeVariable, filepath.Join(dir, "home"))
	town, err := practice.Start(t.Context(), practice.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = town.Close() })
	recording := filepath.Join(dir, "umzug")
	kept := filepath.Join(dir, "case.json")
	if err := os.WriteFile(kept, []byte("{}"), 0o644); err != nil { // open to others
		t.Fatal(err)
	}
	records(t, dir, clerk{
		folder: "testdata/clerk-register", system: "melderegister", address: town.MelderegisterURL() + "/", begins: "EWOPLUS",
		words: map[string]string{"kennung": practice.MelderegisterUser, "kennwort": practice.MelderegisterPassword},
		given: map[string]string{"personennummer": "0040012", "vorname": "Anna", "geburtsdatum": "14.03.1985", "nachname_neu": "Müller-Lüdenscheidt", "wirksam_ab": "05.06.2026"},
	}, recording, "--keep-case", kept)
	elements, err := os.ReadFile(filepath.Join(recording, "elements", "ewoplus_einwohnermelderegister.yaml"))
	for _, way := range []string{"label left: Vorname", "name: Suchen", "name attribute: famname", "column: Personennummer"} {
		if err != nil || !strings.Contains(string(elements), way) {
			t.Errorf("nothing is found by %s: %v\n%s", way, err, elements)
		}
	}
	if info, err := os.Stat(kept); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("what was typed may be read by others: %v %v", info, err)
	}
	heinzel(t, 0, "check", recording)
	keep(t, map[string]string{"kennung": practice.MelderegisterUser, "kennwort": practice.MelderegisterPassword}, filepath.Join(dir, "environments", "umzug.yaml"))
	heinzel(t, 0, "run", recording, "--environment", "umzug", "--set", "vorname=Marie", "--set", "geburtsdatum=13.05.1994", "--set", "nachname=Đặng", "--set", "aenderungsdatum=02.06.2026")
	ledger, err := os.ReadFile(filepath.Join(dir, "melderegister.ledger.jsonl"))
	if err != nil || strings.Count(string(ledger), "\n") != 2 || !strings.Contains(string(ledger), "0040219") || !strings.Contains(string(ledger), "Đặng") {
		t.Errorf("the ledger says: %v\n%s", err, ledger)
	}
}

// records lets the program record a clerk at work.
func records(t *testing.T, dir string, c clerk, recording string, args ...string) {
	t.Helper()
	port := freePort(t)
	said := make(chan string, 1)
	go func() {
		var out bytes.Buffer
		code := Main(append([]string{"record", recording, "--url", c.address, "--headless", "--port", fmt.Sprint(port), "--lang", "de"}, args...), nil, &out, &out)
		said <- fmt.Sprintf("%d\n%s", code, out.String())
	}()
	c.works(t, dir, port)
	if out := <-said; !strings.HasPrefix(out, "0\n") {
		t.Fatal(out)
	}
}

// heinzel is called, and must end with a code.
func heinzel(t *testing.T, code int, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if got := Main(args, nil, &out, &out); got != code {
		t.Fatalf("heinzel %s ended with %d:\n%s", strings.Join(args, " "), got, out.String())
	}
	return out.String()
}

// keep keeps secrets under the names that an environment gives them.
func keep(t *testing.T, words map[string]string, environment string) {
	t.Helper()
	home, err := robot.FindHome()
	if err != nil {
		t.Fatal(err)
	}
	secrets, err := store.Open(home.Secrets())
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(environment)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		name, kept, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if words[name] == "" {
			continue
		}
		if err := secrets.Set(kept, secret.New(words[name])); err != nil {
			t.Fatal(err)
		}
	}
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// clerk is a scenario by which a person works in a browser that is recorded:
// with real input, and knowing nothing of the recording.
type clerk struct {
	folder, system, address string
	begins                  string // the title of the page on which work begins
	words, given            map[string]string
}

func (c clerk) works(t *testing.T, dir string, port int) {
	t.Helper()
	devtools := fmt.Sprintf("http://127.0.0.1:%d/", port)
	for end := time.Now().Add(30 * time.Second); !hasWindow(devtools, c.begins); <-time.After(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("no browser came")
		}
	}
	environment := filepath.Join(dir, "clerk.yaml")
	text := fmt.Sprintf("environment: 1\nsystems:\n  %s: {address: %q, secrets: {kennung: kennung, kennwort: kennwort}}\n", c.system, c.address)
	if err := os.WriteFile(environment, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	src, err := robot.FromDisk(c.folder, environment)
	if err != nil {
		t.Fatal(err)
	}
	var report source.Report
	p, err := robot.Load(&report, src)
	if err != nil || report.Failed() {
		t.Fatal(err, report.Sorted())
	}
	keys, err := journal.LoadOrCreateKeys(filepath.Join(dir, "clerk-keys"))
	if err != nil {
		t.Fatal(err)
	}
	crew := robot.Crew(func(name string) (secret.Value, error) { return secret.New(c.words[name]), nil }, page.Options{Attach: devtools}, nil)
	cases, err := readCases(p, runOptions{}, c.given)
	if err != nil {
		t.Fatal(err)
	}
	summary, err := robot.Run(t.Context(), robot.Order{Plan: p, ID: "clerk", Dir: filepath.Join(dir, "clerk-order"), Keys: keys, Crew: crew, Cases: cases, Common: c.given})
	if err != nil || summary.Results[0].Outcome != run.Done {
		t.Fatalf("the clerk did not succeed: %v %+v", err, summary.Results)
	}
	endsTheDay(t, devtools)
}

// endsTheDay closes all windows of a browser.
func endsTheDay(t *testing.T, devtools string) {
	t.Helper()
	b, err := page.Launch(t.Context(), page.Options{Attach: devtools})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range b.Pages() {
		_ = w.Close(t.Context())
	}
	b.Close()
}

// hasWindow reports whether a window of a browser has a title that begins so.
func hasWindow(devtools, title string) bool {
	answer, err := http.Get(devtools + "json/list")
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	list, _ := io.ReadAll(answer.Body)
	return strings.Contains(string(list), `"title": "`+title)
}
