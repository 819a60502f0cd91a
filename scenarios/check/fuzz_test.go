// SPDX-License-Identifier: EUPL-1.2

package check_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// Whatever a scenario says, checking it ends, without a panic: with something
// to run, or with at least one error.
func FuzzScenario(f *testing.F) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archives {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(files(string(data))["scenario.yaml"], files(string(data))["rules/gebuehr.yaml"])
	}
	f.Fuzz(func(t *testing.T, scenario, rulebook string) {
		folder := fstest.MapFS{
			"scenario.yaml": {Data: []byte(scenario)}, "elements/amt.yaml": {Data: []byte(screens)}, "rules/gebuehr.yaml": {Data: []byte(rulebook)},
		}
		var report source.Report
		s, err := format.Folder(&report, folder, "a")
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			return
		}
		if c := check.Scenario(&report, s); (c == nil) != report.Failed() {
			t.Fatal(report.Sorted())
		}
	})
}
