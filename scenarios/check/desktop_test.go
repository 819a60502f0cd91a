// SPDX-License-Identifier: EUPL-1.2

package check_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// TestWhereAProgramCanBe: what is worked on the desktop is a program that the
// environment names, and nothing else is.
func TestWhereAProgramCanBe(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind  scenarios.SystemKind
		place string
		fine  bool
	}{
		{scenarios.Desktop, "{program: [/opt/friedhof, --mandant, \"3\"]}", true},
		{scenarios.Desktop, "{program: [/opt/friedhof], display: clerk}", true},
		{scenarios.Desktop, "{program: [/opt/friedhof], display: mine}", false},
		{scenarios.Desktop, "{program: [/opt/friedhof], address: \"https://amt.example/\"}", false},
		{scenarios.Desktop, "{address: \"https://amt.example/\"}", false},
		{scenarios.Desktop, "{display: own}", false},
		{scenarios.Browser, "{program: [/opt/friedhof]}", false},
		{scenarios.Browser, "{address: \"https://amt.example/\", display: own}", false},
	} {
		var report source.Report
		files := fstest.MapFS{"amt.yaml": {Data: []byte("environment: 1\nsystems:\n  friedhof: " + c.place + "\n")}}
		env, err := format.Environment(&report, files, "amt.yaml", "amt.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if env != nil {
			check.Environment(&report, &scenarios.Scenario{Systems: []scenarios.System{{Name: "friedhof", Kind: c.kind}}}, env)
		}
		if report.Failed() == c.fine {
			t.Errorf("%s at %s: %v", c.kind, c.place, report.Sorted())
		}
		if l := env.Location("friedhof"); c.fine && (!slices.Contains(l.Program, "/opt/friedhof") || l.Display == "") {
			t.Errorf("read as %+v", l)
		}
	}
}
