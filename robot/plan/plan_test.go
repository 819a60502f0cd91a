// SPDX-License-Identifier: EUPL-1.2

package plan_test

import (
	"testing"
	"testing/fstest"

	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// TestKeptFor: the shortest period binds, and only among the classes that the
// scenario uses. What is read from an answer is personal unless it says
// otherwise.
func TestKeptFor(t *testing.T) {
	t.Parallel()
	const special = "kinder: {type: list, of: {type: name, class: special}}"
	for _, c := range []struct {
		input, retention, steps string
		want                    int
	}{
		{"nummer: {type: text}", "{}", "[{stop: done}]", 0},
		{"nummer: {type: text}", "{personal: 90 days, special: 30 days}", "[{stop: done}]", 0},
		{"name: {type: name, class: personal}", "{personal: 90 days, special: 30 days}", "[{stop: done}]", 90},
		{special, "{personal: 90 days, special: 30 days}", "[{stop: done}]", 30},
		{special, "{internal: 7 days, special: 30 days}", "[{stop: done}]", 7},
		{"nummer: {type: text}", "{personal: 90 days, internal: 365 days}", "[{in: amt, do: [{request: GET /, take: {name: /name}}]}]", 90},
	} {
		if got := planned(t, c.input, c.retention, c.steps).KeptFor(); got != c.want {
			t.Errorf("%s %s %s: %d days, want %d", c.input, c.retention, c.steps, got, c.want)
		}
	}
}

func planned(t *testing.T, input, retention, steps string) *plan.Plan {
	t.Helper()
	text := "heinzel: 1\ntitle: Probe\ninputs:\n  " + input + "\nretention: " + retention + "\nsystems: {amt: {kind: web}}\nsteps: " + steps + "\n"
	var report source.Report
	s, err := format.Folder(&report, fstest.MapFS{"scenario.yaml": {Data: []byte(text)}}, "probe")
	if err != nil || s == nil {
		t.Fatal(err, report.Sorted())
	}
	c := check.Scenario(&report, s)
	if c == nil {
		t.Fatal(report.Sorted())
	}
	return plan.New(c, &scenarios.Environment{})
}
