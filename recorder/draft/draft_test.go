// SPDX-License-Identifier: EUPL-1.2

package draft_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

var update = flag.Bool("update", false, "write the golden files anew")

// What a clerk did becomes the scenario that lies in testdata, and one that
// the check accepts.
func TestRecordingsBecomeScenarios(t *testing.T) {
	t.Parallel()
	for name, c := range plays() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, err := draft.New(c.events, draft.Options{Title: name, Lang: speech.German})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name, told(t, d))
			for name, text := range d.Case {
				if _, err := value.Parse(d.Scenario.Input(name).Type, text); err != nil {
					t.Errorf("the case brings %s: %v", name, err)
				}
			}
		})
	}
}

// told is all that comes of a recording.
func told(t *testing.T, d *draft.Draft) string {
	t.Helper()
	var b strings.Builder
	for _, r := range d.Remarks {
		fmt.Fprintf(&b, "# %s %s: %s\n", r.Kind, r.Step, r.Says.DE)
	}
	files := format.Write(d.Scenario)
	accepted(t, d, files)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		b.WriteString("-- " + name + " --\n" + string(files[name]))
	}
	b.WriteString("-- environment --\n" + string(d.Environment()) + "-- case --\n")
	for _, name := range slices.Sorted(maps.Keys(d.Case)) {
		b.WriteString(name + ": " + d.Case[name] + "\n")
	}
	return b.String()
}

// accepted reads what was written, and checks it.
func accepted(t *testing.T, d *draft.Draft, files map[string][]byte) {
	t.Helper()
	fsys := fstest.MapFS{"env/e.yaml": {Data: d.Environment()}}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	var report source.Report
	s, err := format.Folder(&report, fsys, "")
	if err != nil || s == nil {
		t.Fatal(err, report.Sorted(), string(files[format.ScenarioFile]))
	}
	check.Scenario(&report, s)
	env, err := format.Environment(&report, fsys, "env/e.yaml", "e.yaml")
	if err != nil || env == nil {
		t.Fatal(err, report.Sorted(), string(d.Environment()))
	}
	check.Environment(&report, s, env)
	if report.Failed() {
		t.Fatal(report.Sorted(), string(files[format.ScenarioFile]), string(d.Environment()))
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name + ".golden"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := os.ReadFile(file)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s: golden (-) and now (+) differ:\n%s", file, diff)
	}
}
