// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"html"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios/examples"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// TestReport performs an order on the imaginary screen and reads its report:
// as it is written at once, and as it is written again from the journal alone.
func TestReport(t *testing.T) {
	a := &app{out: io.Discard, err: io.Discard, lang: "de"}
	o := imaginaryOrder(t)
	first, err := robot.Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(o.Dir, reportFile)
	for _, values := range []bool{true, false} {
		fresh := pageOf(t, a, path, o, first, reportOptions{values: values})
		if strings.Contains(fresh, "Jansen-Probe") != values {
			t.Errorf("with values %v: the citizen's name shows: %v", values, !values)
		}
		for _, want := range []string{"33.1-2026/1", "nicht freigegeben: Testbetrieb", o.Keys.Public(), "heinzel/order/probe", "Noch nicht"} {
			if strings.Contains(fresh, want) != (want != "Noch nicht") {
				t.Errorf("the report: %q", want)
			}
		}
		again, err := robot.Resume(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		old := pageOf(t, a, path, o, again, reportOptions{values: values})
		if !values && strings.Contains(old+fresh, "irgendwann") {
			t.Error("a value of a case that ended earlier shows in its reason")
		}
		if part(t, old) != part(t, fresh) {
			t.Errorf("from the journal alone the report differs:\n%s\n%s", part(t, fresh), part(t, old))
		}
	}
}

// part is what the report says about cases.
func part(t *testing.T, page string) string {
	t.Helper()
	table := regexp.MustCompile(`(?s)<table class="cases">.*?</table>`).FindString(page)
	if table == "" {
		t.Fatal("the report has no table of cases")
	}
	return table
}

func pageOf(t *testing.T, a *app, path string, o robot.Order, s robot.Summary, options reportOptions) string {
	t.Helper()
	if err := a.writeReport(path, o, s, options); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return html.UnescapeString(string(data))
}

// imaginaryOrder has a citizen of the library only, and one whose date of
// birth is no date.
func imaginaryOrder(t *testing.T) robot.Order {
	t.Helper()
	scenario, err := fs.Sub(examples.Files, demoScenario)
	if err != nil {
		t.Fatal(err)
	}
	environments, err := fs.Sub(examples.Files, "environments")
	if err != nil {
		t.Fatal(err)
	}
	var report source.Report
	p, err := robot.Load(&report, robot.Source{Scenario: scenario, Shown: demoScenario, Environment: environments, EnvironmentFile: "uebung.yaml"})
	if err != nil || p == nil {
		t.Fatal(err, report.Sorted())
	}
	keys, err := journal.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	one := map[string]string{
		"aktenzeichen": "33.1-2026/1", "vorname": "Anna", "nachname_alt": "Meier", "nachname_neu": "Jansen-Probe", "geburtsdatum": "01.02.1980",
		"anlass": "Eheschließung", "wirksam_ab": "01.07.2026", "stichtag": demoDay, "einwohner": "nein", "ausweisnummer": "B-1",
	}
	wrong := maps.Clone(one)
	wrong["aktenzeichen"], wrong["geburtsdatum"] = "Jansen-Probe", "irgendwann"
	return robot.Order{
		Plan: p, ID: "probe", Dir: filepath.Join(t.TempDir(), "order"), Keys: keys, Version: "test",
		Cases: []map[string]string{one, wrong}, Crew: robot.Rehearsal(nil),
	}
}
