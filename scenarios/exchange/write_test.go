// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/exchange"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// What was written for Chrome and read again is written just so.
func TestChromeThereAndBack(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/chrome/antrag.json")
	if err != nil {
		t.Fatal(err)
	}
	data = []byte(strings.Replace(string(data), "=kein Ausdruck", "kein Ausdruck", 1))
	once := rewritten(t, data)
	if twice := rewritten(t, once); string(once) != string(twice) {
		t.Errorf("it was\n%s\nand became\n%s", once, twice)
	}
	for _, want := range []string{`"type": "navigate"`, `"aria/Kennwort[role=\"textbox\"]"`, `"value": ""`, `"key": "Enter"`, `"innerText": "Gespeichert"`} {
		if !strings.Contains(string(once), want) {
			t.Errorf("%s is missing in\n%s", want, once)
		}
	}
	if strings.Contains(string(once), "geheim") {
		t.Error("a password was written")
	}
}

// rewritten reads a recording and writes it again.
func rewritten(t *testing.T, data []byte) []byte {
	t.Helper()
	var report source.Report
	out := exchange.WriteChrome(&report, scenarioOf(t, data), environmentOf(t, data))
	if report.Failed() {
		t.Fatal(report.Sorted())
	}
	return out
}

func scenarioOf(t *testing.T, data []byte) *scenarios.Scenario {
	t.Helper()
	s, err := format.Folder(&source.Report{}, filesOf(t, data), "")
	if err != nil || s == nil {
		t.Fatal(err)
	}
	return s
}

func environmentOf(t *testing.T, data []byte) *scenarios.Environment {
	t.Helper()
	env, err := format.Environment(&source.Report{}, filesOf(t, data), "e.yaml", "e.yaml")
	if err != nil || env == nil {
		t.Fatal(err)
	}
	return env
}

func filesOf(t *testing.T, data []byte) fstest.MapFS {
	t.Helper()
	var report source.Report
	d := exchange.Read(&report, "r.json", data, exchange.Options{})
	if d == nil {
		t.Fatal(report.Sorted(), string(data))
	}
	out := fstest.MapFS{"e.yaml": {Data: d.Environment()}}
	for name, text := range format.Write(d.Scenario) {
		out[name] = &fstest.MapFile{Data: text}
	}
	return out
}

// A test of Playwright does the same, and names no secret.
func TestPlaywright(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/chrome/antrag.json")
	if err != nil {
		t.Fatal(err)
	}
	data = []byte(strings.Replace(string(data), "=kein Ausdruck", "kein </script> Ausdruck", 1))
	var report source.Report
	got := string(exchange.WritePlaywright(&report, scenarioOf(t, data), environmentOf(t, data)))
	if report.Failed() {
		t.Fatal(report.Sorted())
	}
	golden(t, "testdata/antrag.spec.ts.golden", got)
}

// What other tools cannot do is refused with its place.
func TestNoCounterpart(t *testing.T) {
	t.Parallel()
	const head = "heinzel: 1\ntitle: x\ninputs: {nummer: {type: text}}\nsystems: {amt: {kind: browser}}\nsteps:\n  - in: amt\n    do:\n      - "
	for step, want := range map[string]string{
		`{fill: m/A, with: =nummer}`:                `scenario.yaml:8:28: =nummer has no value there`,
		`{read: m/A, into: x}`:                      `scenario.yaml:8:9: the step "read" has no counterpart there`,
		`{click: m/A, row: {Name: x}}`:              `scenario.yaml:8:9: the step "click" has no counterpart there`,
		`{click: m/A, confirm: Ja?}`:                `scenario.yaml:8:9: the step "click" has no counterpart there`,
		`{click: popup/B}`:                          `scenario.yaml:8:9: the step "click" has no counterpart there`,
		`{click: m/C}`:                              `elements/amt.yaml:5:9: the element "C" cannot be found there`,
		`{id: x, commit: m/A, verify: person}`:      `scenario.yaml:8:9: the step "commit" has no counterpart there`,
		"expect: {holds: nummer == nummer}":         `scenario.yaml:8:9: the step "expect" has no counterpart there`,
		"click: m/A\n  - {set: a, with: b}":         `scenario.yaml:9:5: the step "set" has no counterpart there`,
		"click: m/A\n      - wait: {text: =nummer}": `scenario.yaml:9:23: =nummer has no value there`,
	} {
		files := fstest.MapFS{
			format.ScenarioFile: {Data: []byte(strings.ReplaceAll(head+step, "holds: nummer == nummer", `holds: "nummer == nummer"`) + "\n")},
			"elements/amt.yaml": {Data: []byte("system: amt\nscreens:\n  m: {elements: {\n" +
				"        A: {found by: [{id: a}]},\n        C: {found by: [{label left: c}]}}}\n  popup: {window: {title: P}, elements: {B: {found by: [{id: b}]}}}\n")},
		}
		var report source.Report
		s, err := format.Folder(&report, files, "")
		if err != nil || s == nil || report.Failed() {
			t.Fatal(err, report.Sorted())
		}
		env := &scenarios.Environment{Systems: []scenarios.Location{{System: "amt", Address: "https://amt.example/"}}}
		exchange.WriteChrome(&report, s, env)
		if !report.Failed() || !strings.HasPrefix(report.Sorted()[0].Error(), want) {
			t.Errorf("%s: %v", step, report.Sorted())
		}
	}
}
