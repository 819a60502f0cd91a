// SPDX-License-Identifier: EUPL-1.2

package format_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

const example = "../examples/namensaenderung"

// Whatever stands in a folder, reading it ends, and what is wrong has a place
// and words in both languages.
func FuzzFolder(f *testing.F) {
	seed := func(name string) string {
		data, err := os.ReadFile(example + "/" + name)
		if err != nil {
			f.Fatal(err)
		}
		return string(data)
	}
	f.Add(seed("scenario.yaml"), seed("elements/melderegister.yaml"), "case: a\nexpect: {outcome: done}")
	f.Add("heinzel: 1\ntitle: a\nsteps:\n  - {fill: a/b, with: =x # y\n}", "system: a\nscreens: {a: {elements: {b: {found by: [{name: c}]}}}}", "case: [")
	f.Add("heinzel: 1\ntitle: \"\\ud800\"\nsteps: [{either: [[{stop: done}], {stop: done}]}]", "system: a\nscreens: []", "")
	f.Fuzz(func(t *testing.T, scenario, elements, testCase string) {
		folder := fstest.MapFS{
			"scenario.yaml": {Data: []byte(scenario)}, "elements/a.yaml": {Data: []byte(elements)}, "cases/a.yaml": {Data: []byte(testCase)},
		}
		var report source.Report
		s, err := format.Folder(&report, folder, "a")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := format.TestCases(&report, folder, "a"); err != nil {
			t.Fatal(err)
		}
		if s == nil && !report.Failed() {
			t.Fatal("no scenario, and not a word why")
		}
		for _, d := range report.Sorted() {
			if d.At.IsZero() || d.Problem.EN == "" || d.Problem.DE == "" || d.Render(speech.German) == "" {
				t.Fatal(d)
			}
		}
	})
}

func TestFolder(t *testing.T) {
	t.Parallel()
	var report source.Report
	s, err := format.Folder(&report, os.DirFS(example), "namensaenderung")
	if err != nil || s == nil || report.Failed() {
		t.Fatal(err, report.Sorted())
	}
	if len(s.Hash) != 64 || len(s.Systems) != 4 || len(s.Elements) != 3 || len(s.Rulebooks) != 1 {
		t.Errorf("%d systems, %d element files, %d rulebooks", len(s.Systems), len(s.Elements), len(s.Rulebooks))
	}
	if last := lastNumber(s.Steps); last != "4.1.10.6" {
		t.Error(last)
	}
}

func lastNumber(steps []scenarios.Step) (number string) {
	scenarios.Walk(steps, func(s *scenarios.Step) { number = s.Number })
	return number
}

func TestTheHashCoversEveryFile(t *testing.T) {
	t.Parallel()
	folder := fstest.MapFS{"scenario.yaml": {Data: []byte("heinzel: 1\ntitle: a\nsteps: []")}}
	hashes := map[string]bool{}
	for _, change := range []func(){
		func() {},
		func() { folder["pictures/a.png"] = &fstest.MapFile{Data: []byte("a")} },
		func() { folder["pictures/a.png"] = &fstest.MapFile{Data: []byte("b")} },
		func() { folder["pictures/b.png"] = folder["pictures/a.png"]; delete(folder, "pictures/a.png") },
	} {
		change()
		var report source.Report
		s, err := format.Folder(&report, folder, "a")
		if err != nil || s == nil || hashes[s.Hash] {
			t.Fatal("the hash stays as it was", err)
		}
		hashes[s.Hash] = true
	}
}

func TestNoScenario(t *testing.T) {
	t.Parallel()
	var report source.Report
	if _, err := format.Folder(&report, fstest.MapFS{}, "leer"); err == nil || !strings.Contains(err.Error(), "leer holds no scenario") {
		t.Error(err)
	}
}

func TestEnvironment(t *testing.T) {
	t.Parallel()
	read := func(text string) (*scenarios.Environment, *source.Report) {
		var report source.Report
		var fsys fs.FS = fstest.MapFS{"test.yaml": {Data: []byte(text)}}
		env, err := format.Environment(&report, fsys, "test.yaml", "environments/test.yaml")
		if err != nil {
			t.Fatal(err)
		}
		return env, &report
	}
	env, report := read("environment: 1\nsystems:\n  a: {address: \"https://amt.example:8443/start\", secrets: {kennwort: amt-kennwort}}\nlimits: {answer: 2 min, retries: 0}\n")
	if report.Failed() || env.Name != "test" || env.Systems[0].Origins[0] != "https://amt.example:8443" || env.Limits.Answer.Seconds() != 120 || env.Limits.Retries != 0 {
		t.Error(env, report.Sorted())
	}
	for text, want := range map[string]string{
		"environment: 1\nsystems: {a: {address: ftp://x}}":                                     "is not an address",
		"environment: 1\nsystems: {a: {address: \"https://u:p@x/\"}}":                          "an address may not hold a password",
		"environment: 1\nsystems: {a: {adress: x}}":                                            "unknown field",
		"environment: 3\nsystems: {}":                                                          "version 3",
		"environment: 1\nsystems: {}\nvault: {address: \"http://bao.example:8200\", token: t}": "by https only",
		"environment: 1\nsystems: {}\nvault: {address: \"https://bao.example:8200\"}":          "token",
		"environment: 1\nsystems: {}\npictures: always":                                        "always",
		"environment: 1\nsystems: {}\nlimits: {retries: 11}":                                   "retries is a number",
		"environment: 1\nsystems: {}\nlimits: {answer: 2 days}":                                "is not a time",
	} {
		_, report := read(text)
		list := report.Sorted()
		if len(list) == 0 || !strings.Contains(list[0].Error()+list[len(list)-1].Error(), want) {
			t.Errorf("%q: %v", text, list)
		}
	}
}
