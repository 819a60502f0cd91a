// SPDX-License-Identifier: EUPL-1.2

package format_test

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// What was read is written, and read once more: it means the same.
func TestWrittenScenariosMeanTheSame(t *testing.T) {
	t.Parallel()
	first := readFiles(t, folderOf(t, "../examples/namensaenderung"))
	again := readFiles(t, format.Write(first))
	same(t, first, again)
	if !reflect.DeepEqual(format.Write(first), format.Write(again)) {
		t.Error("what was written twice differs")
	}
}

// Every step of the reference is written as it was read.
func TestEveryStepIsWritten(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/every_step.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range v1.Verbs() {
		if !strings.Contains(string(text), v.Keyword+": ") && !strings.Contains(string(text), v.Keyword+":\n") {
			t.Errorf("no step %q is written", v.Keyword)
		}
	}
	first := readFiles(t, map[string][]byte{format.ScenarioFile: text})
	same(t, first, readFiles(t, format.Write(first)))
}

// What a recorder notes of elements is written, whatever signs it holds.
func TestFingerprintsAreWritten(t *testing.T) {
	t.Parallel()
	odd := `a: "b" #1, {c} [d] = 'e' ü`
	f := scenarios.Fingerprint{Box: scenarios.Box{X: -1.5, Y: 120, Width: 200, Height: 24}}
	for _, m := range v1.Marks() {
		*m.Of(&f) = m.Key + odd
	}
	frame := []scenarios.FrameHint{{Name: "main", Number: 2}, {Address: "/alt/maske.do"}}
	e := scenarios.Element{Name: "Nachname", Role: "textbox", Frame: frame, Fingerprint: f}
	for _, by := range scenarios.Ways() {
		e.Found = append(e.Found, scenarios.Candidate{By: by, What: odd, Matched: 3})
	}
	screen := scenarios.Screen{Name: "person", Frame: frame, Elements: []scenarios.Element{e}, Siblings: []scenarios.Fingerprint{f, {Tag: "a"}}}
	first := readFiles(t, folderOf(t, "../examples/namensaenderung"))
	first.Elements["melderegister"].Screens = []scenarios.Screen{screen}
	same(t, first, readFiles(t, format.Write(first)))
}

func folderOf(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, name := range []string{"scenario.yaml", "elements/melderegister.yaml", "elements/bibliothek_alt.yaml", "rules/betroffene_systeme.yaml"} {
		data, err := os.ReadFile(dir + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = data
	}
	return out
}

func readFiles(t *testing.T, files map[string][]byte) *scenarios.Scenario {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	var report source.Report
	s, err := format.Folder(&report, fsys, "")
	if err != nil || report.Failed() {
		t.Fatal(err, report.Sorted(), string(files[format.ScenarioFile]))
	}
	return s
}

func same(t *testing.T, a, b *scenarios.Scenario) {
	t.Helper()
	a.Hash, b.Hash = "", ""
	nowhere(reflect.ValueOf(a))
	nowhere(reflect.ValueOf(b))
	if !reflect.DeepEqual(a, b) {
		t.Errorf("it means something else now:\n%s", format.Write(b)[format.ScenarioFile])
	}
}

// nowhere takes the places out of what was read: they may differ.
func nowhere(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			nowhere(v.Elem())
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[source.Place]() {
			v.SetZero()
			return
		}
		for i := range v.NumField() {
			nowhere(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			nowhere(v.Index(i))
		}
	case reflect.Map:
		if v.Type() == reflect.TypeFor[map[string]*scenarios.Elements]() {
			for _, key := range v.MapKeys() {
				nowhere(v.MapIndex(key))
			}
		}
	}
}
