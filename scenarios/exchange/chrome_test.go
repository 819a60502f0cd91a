// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/exchange"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// Every recording becomes the scenario that lies beside it, and one that the
// check accepts.
func TestRecordingsBecomeScenarios(t *testing.T) {
	t.Parallel()
	files, _ := filepath.Glob("testdata/*/*.*")
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, file+".golden", told(t, file, data))
		})
	}
}

// told is all that comes of a recording: what is said, and the files.
func told(t *testing.T, file string, data []byte) string {
	t.Helper()
	var report source.Report
	d := exchange.Read(&report, file, data, exchange.Options{})
	var b strings.Builder
	for _, said := range report.Sorted() {
		b.WriteString(string(said.Severity) + ": " + said.Error() + "\n")
	}
	if (d == nil) != report.Failed() {
		t.Error("what is refused becomes no scenario, and everything else does")
	}
	if d == nil {
		return b.String()
	}
	for _, name := range accepted(t, d) {
		b.WriteString("-- " + name + " --\n" + string(format.Write(d.Scenario)[name]))
	}
	return b.String() + "-- environment --\n" + string(d.Environment())
}

// accepted checks the files of a draft, and gives their names.
func accepted(t *testing.T, d *exchange.Draft) (names []string) {
	t.Helper()
	fsys := fstest.MapFS{"env/e.yaml": {Data: d.Environment()}}
	for name, data := range format.Write(d.Scenario) {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	names, _ = fsGlob(fsys)
	var report source.Report
	s, err := format.Folder(&report, fsys, "")
	if err != nil || s == nil {
		t.Fatal(err, report.Sorted())
	}
	check.Scenario(&report, s)
	env, err := format.Environment(&report, fsys, "env/e.yaml", "e.yaml")
	if err != nil || env == nil {
		t.Fatal(err, report.Sorted(), string(d.Environment()))
	}
	check.Environment(&report, s, env)
	if report.Failed() {
		t.Fatal(report.Sorted(), string(fsys[format.ScenarioFile].Data))
	}
	return names
}

func fsGlob(fsys fstest.MapFS) ([]string, error) {
	elements, err := fsys.Glob("elements/*")
	return append([]string{format.ScenarioFile}, elements...), err
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("HEINZEL_UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != got {
		t.Errorf("%s: HEINZEL_UPDATE=1 writes it anew\n%s", file, got)
	}
}

// What a recording says of an element becomes the ways to find it again.
func TestSelectors(t *testing.T) {
	t.Parallel()
	for selector, want := range map[string]string{
		`["aria/Speichern[role=\"button\"]"]`:                       `- {name: Speichern, role: button, matched: 1}`,
		`["aria/[name=\"Weiter\"][role=\"link\"]"]`:                 `- {name: Weiter, role: link, matched: 1}`,
		`["aria/Senden", "aria/[role=\"generic\"]"]`:                `- {name: Senden, matched: 1}`,
		`["text/Weiter"]`:                                           `- {text: Weiter, matched: 1}`,
		`["#tea\\.menu"]`:                                           `- {id: tea.menu, matched: 1}`,
		`["#\\36 8788"]`:                                            `- {id: 68788, matched: 1}`,
		`["pierce/#menu"]`:                                          `- {id: menu, matched: 1}`,
		`["[id='cbCSS']"]`:                                          `- {id: cbCSS, matched: 1}`,
		`["xpath///*[@id=\"a.b\"]"]`:                                `- {id: a.b, matched: 1}`,
		`["xpath//html/body/main/div[2]/a"]`:                        `- {path: "main/div[2]/a", matched: 1}`,
		`["body > main > div:nth-of-type(2) > a"]`:                  `- {path: "main/div[2]/a", matched: 1}`,
		`["xpath///*[@id=\"x\"]/div[2]/a"]`:                         `- {css: "[id=\"x\"] > div:nth-of-type(2) > a", matched: 1}`,
		`["[data-testid='save']"]`:                                  `- {css: "[data-testid='save']", matched: 1}`,
		`["xpath///*[@data-testid=\"save\"]"]`:                      `- {css: "[data-testid=\"save\"]", matched: 1}`,
		`["#host", "div > button.save"]`:                            `- {css: "div > button.save", matched: 1}`,
		`["input[name='q']"]`:                                       `- {name attribute: q, matched: 1}`,
		`["xpath///button[text()='Los']"]`:                          `- {text: Los, matched: 1}`,
		`["xpath///*[local-name()='svg']"]`:                         ``,
		`["xpath///div[position() < 3]/a"]`:                         ``,
		`["aria/Ein Bild"],["html > body > img"]`:                   "- {text: Ein Bild, matched: 1}\n          - {path: img, matched: 1}",
		`["aria/Los"],["body > a"],["xpath//html/body/a"]`:          "- {name: Los, role: link, matched: 1}\n          - {path: a, matched: 1}",
		`["aria/Los"],["#los"],["xpath///*[@id=\"los\"]"]`:          `- {id: los, matched: 1}`,
		`["text/ein sehr langer Text, abgeschnitten"],["body > p"]`: `- {path: p, matched: 1}`,
	} {
		recording := `{"title":"x","steps":[{"type":"navigate","url":"https://a.example/"},{"type":"click","selectors":[` + selector + `],"offsetX":1,"offsetY":1}]}`
		var report source.Report
		d := exchange.Read(&report, "r.json", []byte(recording), exchange.Options{})
		if want == "" {
			if d != nil {
				t.Errorf("%s was taken over", selector)
			}
			continue
		}
		if d == nil {
			t.Errorf("%s: %v", selector, report.Sorted())
			continue
		}
		if got := string(format.Write(d.Scenario)["elements/a.yaml"]); !strings.HasSuffix(got, "found by:\n          "+want+"\n") {
			t.Errorf("%s became\n%s", selector, got)
		}
	}
}

// What cannot be taken over is refused with its place.
func TestRefusals(t *testing.T) {
	t.Parallel()
	for step, want := range map[string]string{
		`{"type":"customStep","name":"x","parameters":{}}`: "r.json:2:9: customStep x is not taken over",
		`{"type":"waitForExpression","expression":"1"}`:    "r.json:2:9: waitForExpression is not taken over",
		`{"type":"tap"}`: `r.json:2:9: unknown step "tap"`,
		`{"type":"click","button":"secondary","selectors":["#a"]}`:                   "r.json:2:9: click secondary is not taken over",
		`{"type":"click","target":"https://b.example/","selectors":["#a"]}`:          "r.json:2:9: https://b.example/ is not taken over",
		`{"type":"click","selectors":[["xpath///a[position()<3]"]]}`:                 "r.json:2:9: no selector of this element can be taken over",
		`{"type":"waitForElement","selectors":["#a"],"count":3,"operator":">="}`:     "r.json:2:9: waitForElement >= is not taken over",
		`{"type":"waitForElement","selectors":["#a"],"visible":false}`:               "r.json:2:9: waitForElement is not taken over",
		`{"type":"waitForElement","selectors":["#a"],"attributes":{"class":"open"}}`: "r.json:2:67: attributes class is not taken over",
		`{"type":"navigate","url":"chrome://newtab/"}`:                               `r.json:2:9: "chrome://newtab/" is no address of a page`,
		`{"type":"navigate","url":"https://a:b@a.example/"}`:                         "r.json:2:9: user:password@ is not taken over",
		`{`: "r.json:3:1: this is not JSON",
	} {
		var report source.Report
		d := exchange.Read(&report, "r.json", []byte(`{"title":"x","steps":[{"type":"navigate","url":"https://a.example/"},`+"\n"+step+"\n]}"), exchange.Options{})
		if d != nil || !strings.HasPrefix(report.Sorted()[0].Error(), want) {
			t.Errorf("%s: %v", step, report.Sorted())
		}
	}
}

// Keys that are held while others are pressed are one shortcut.
func TestShortcuts(t *testing.T) {
	t.Parallel()
	keys := `{"type":"keyUp","key":"F5"},{"type":"keyDown","key":"Control"},{"type":"keyDown","key":"Shift"},{"type":"keyDown","key":"s"},{"type":"keyUp","key":"s"},` +
		`{"type":"keyUp","key":"Shift"},{"type":"keyUp","key":"Control"},{"type":"keyDown","key":"ArrowDown"},{"type":"keyUp","key":"ArrowDown"},{"type":"keyDown","key":"NumpadEnter"}`
	var report source.Report
	d := exchange.Read(&report, "r.json", []byte(`{"title":"x","steps":[{"type":"navigate","url":"https://a.example/"},`+keys+`]}`), exchange.Options{})
	got := string(format.Write(d.Scenario)[format.ScenarioFile])
	if !strings.HasSuffix(got, "- press: \"Control+Shift+s\"\n      - press: ArrowDown\n      - press: Enter\n") {
		t.Error(got)
	}
}

// Whatever a file holds, it becomes a scenario that is accepted, or is refused.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.*")
	for _, file := range files {
		data, _ := os.ReadFile(file)
		f.Add(data, true)
		f.Add(data, false)
	}
	f.Fuzz(func(t *testing.T, data []byte, parameterise bool) {
		var report source.Report
		d := exchange.Read(&report, "r.json", data, exchange.Options{Parameterise: parameterise})
		if d != nil {
			accepted(t, d)
		}
	})
}
