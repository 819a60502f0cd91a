// SPDX-License-Identifier: EUPL-1.2

package recorder_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// recorded is a scenario as it was drafted of a recording.
type recorded struct {
	*draft.Draft
	folder string
	cases  string            // the folder of the files that belong to the cases
	words  map[string]string // secrets, by the last part of their names
}

// drafted ends the recording, and writes the scenario. Nothing that was typed
// may stand in it.
func (c *clerk) drafted(words map[string]string) recorded {
	c.Helper()
	events := c.seen()
	d, err := draft.New(events, draft.Options{Lang: speech.German})
	if err != nil {
		c.Fatal(err)
	}
	r := recorded{Draft: d, folder: filepath.Join(c.TempDir(), "ablauf"), words: words}
	r.write(c.T, format.Write(d.Scenario))
	if r.silent(c.T, events); c.Failed() {
		c.FailNow()
	}
	return r
}

func (r recorded) write(t *testing.T, files map[string][]byte) {
	t.Helper()
	for name, data := range files {
		file := filepath.Join(r.folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// files are those of the scenario's folder.
func (r recorded) files(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, pattern := range []string{"*.yaml", "elements/*.yaml"} {
		names, _ := filepath.Glob(filepath.Join(r.folder, pattern))
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			short, _ := filepath.Rel(r.folder, name)
			out[filepath.ToSlash(short)] = data
		}
	}
	return out
}

// silent holds that no text that was typed, and none of a person, stands in a
// file of the scenario.
func (r recorded) silent(t *testing.T, events []event.Event) {
	t.Helper()
	for name, data := range r.files(t) {
		for _, e := range events {
			if typed := e.Text.Text; e.Kind == event.Fill && len(typed) > 3 && bytes.Contains(data, []byte(typed)) {
				t.Errorf("%s tells what was typed: %q", name, typed)
			}
		}
		for word, what := range r.personal(t) {
			if bytes.Contains(data, []byte(word)) {
				t.Errorf("%s tells %s %q", name, what, word)
			}
		}
	}
}

// personal are the texts of the practice applications that belong to people, and
// the secrets.
func (r recorded) personal(t *testing.T) map[string]string {
	t.Helper()
	citizens, err := practice.Citizens()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{"Müller": "a person's", "Anna": "a person's", "Berger": "a person's"}
	for _, c := range citizens {
		for _, text := range []string{c.Person.Number, c.Person.BirthDate, c.Person.Address, c.Reader.Number} {
			if text != "" {
				out[text] = "a person's"
			}
		}
	}
	for _, word := range r.words {
		out[word] = "the secret"
	}
	return out
}

// plan reads the scenario for a town at another address; more is added to its
// environment.
func (r recorded) plan(t *testing.T, from, to string, more ...string) *plan.Plan {
	t.Helper()
	environment := filepath.Join(t.TempDir(), "ort.yaml")
	says := strings.ReplaceAll(string(r.Environment()), from, to) + strings.Join(more, "\n") + "\n"
	if err := os.WriteFile(environment, []byte(says), 0o600); err != nil {
		t.Fatal(err)
	}
	src, err := robot.FromDisk(r.folder, environment)
	if err != nil {
		t.Fatal(err)
	}
	var report source.Report
	p, err := robot.Load(&report, src)
	if err != nil || report.Failed() {
		t.Fatalf("the draft is no scenario: %v %v\n%s", err, report.Sorted(), r.text(t))
	}
	return p
}

// repeated performs the scenario in a fresh browser, once for every case.
func (r recorded) repeated(t *testing.T, p *plan.Plan, propose act.Proposer, cases ...map[string]string) []run.Result {
	t.Helper()
	keys, err := journal.LoadOrCreateKeys(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	words := func(name string) (secret.Value, error) {
		return secret.New(r.words[name[strings.LastIndex(name, ".")+1:]]), nil
	}
	crew := robot.Crew(words, page.Options{Profiles: t.TempDir()}, propose)
	crew.Files.Cases = r.cases
	summary, err := robot.Run(t.Context(), robot.Order{Plan: p, ID: "wieder", Dir: t.TempDir(), Keys: keys, Crew: crew, Cases: cases})
	if err != nil {
		t.Fatal(err)
	}
	return summary.Results
}

// text is the whole scenario, for a person who looks why it failed.
func (r recorded) text(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	files := r.files(t)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&out, "--- %s\n%s", name, files[name])
	}
	return out.String()
}

// done holds that every case was done.
func (r recorded) done(t *testing.T, results []run.Result) {
	t.Helper()
	for _, result := range results {
		if result.Outcome != run.Done && result.Outcome != run.Unchanged {
			t.Errorf("case %d: %s: %v", result.Number, result.Outcome, result.Err)
		}
	}
	if t.Failed() {
		t.Log(r.text(t))
	}
}
