// SPDX-License-Identifier: EUPL-1.2

package check_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

var update = flag.Bool("update", false, "write the golden files anew")

// screens are the elements that every scenario of the tests may use.
const screens = `system: amt
screens:
  suche:
    elements:
      Nummer: {role: textbox, found by: [{label: Nummer}]}
      Kennwort: {role: textbox, found by: [{label: Kennwort}]}
      Suchen: {role: button, found by: [{name: Suchen}]}
  person:
    elements:
      Nachname: {role: textbox, found by: [{label: Nachname}]}
      Speichern: {role: button, found by: [{name: Speichern}]}
`

// Each file of testdata is a scenario folder with one fault, and behind it what
// is said about it, in both languages.
func TestDiagnostics(t *testing.T) {
	t.Parallel()
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			golden(t, file)
		})
	}
}

func golden(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{"elements/amt.yaml": {Data: []byte(screens)}}
	given, _, _ := strings.Cut(string(data), "-- want.en --\n")
	for name, text := range files(given) {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	report := checked(t, folder)
	got := given
	for _, lang := range []speech.Lang{speech.English, speech.German} {
		got += "-- want." + string(lang) + " --\n" + rendered(report, lang)
	}
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(string(data), got); diff != "" {
		t.Error(diff)
	}
}

// files splits a text archive (txtar): each file follows a line "-- name --".
func files(archive string) map[string]string {
	out, name := map[string]string{}, ""
	for line := range strings.Lines(archive) {
		if inner, ok := strings.CutPrefix(strings.TrimSpace(line), "-- "); ok && strings.HasSuffix(inner, " --") {
			name = strings.TrimSuffix(inner, " --")
		} else if name != "" {
			out[name] += line
		}
	}
	return out
}

func checked(t *testing.T, folder fs.FS) *source.Report {
	t.Helper()
	var report source.Report
	s, err := format.Folder(&report, folder, "ablauf")
	if err != nil {
		t.Fatal(err)
	}
	if s != nil {
		check.Scenario(&report, s)
	}
	return &report
}

func rendered(report *source.Report, lang speech.Lang) string {
	var b strings.Builder
	for _, d := range report.Sorted() {
		b.WriteString(string(d.Severity) + ": " + d.Render(lang) + "\n")
	}
	return b.String()
}
