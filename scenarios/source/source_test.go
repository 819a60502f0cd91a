// SPDX-License-Identifier: EUPL-1.2

package source_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func ExampleReport() {
	var report source.Report
	report.Add(source.NewFile("a.yaml", "title: x\nstesp: []\n"))
	report.Errorf(source.Place{File: "a.yaml", Line: 2, Column: 1}, speech.Say("unknown field", "unbekanntes Feld"), source.DidYouMean("stesp", []string{"steps", "title"}))
	fmt.Println(report.Sorted()[0].Render(speech.German))
	// Output:
	// a.yaml:2:1: unbekanntes Feld
	//  | stesp: []
	//  | ^
	//  Hinweis: meinten Sie „steps“?
}

func TestSnippet(t *testing.T) {
	t.Parallel()
	f := source.NewFile("a", "kurz\r\n\tTab\nÄÖÜ x\n"+strings.Repeat("ä", 300))
	for _, c := range []struct {
		line, column int
		want         string
	}{
		{1, 2, " | kurz\n | .^"},
		{1, 99, " | kurz\n | ....^"},
		{2, 2, " |  Tab\n | .^"},
		{3, 5, " | ÄÖÜ x\n | ....^"},
		{0, 1, ""},
		{9, 1, ""},
		{1, 0, " | kurz\n | ^"},
	} {
		if got := f.Snippet(source.Place{File: "a", Line: c.line, Column: c.column}); got != c.want {
			t.Errorf("%d:%d\n%s", c.line, c.column, got)
		}
	}
	long := strings.Split(f.Snippet(source.Place{File: "a", Line: 4, Column: 200}), "\n")
	if len([]rune(long[0])) != 103 || len([]rune(long[1])) > 103 {
		t.Error(long)
	}
	var none *source.File
	if none.Snippet(source.Place{Line: 1}) != "" {
		t.Error("a file that is not there quotes nothing")
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	known := []string{"Suchen", "Speichern", "Nachname", "id"}
	for word, want := range map[string]string{
		"Sucehn": "Suchen", "suchen": "Suchen", "Speicher": "Speichern", "Nachnahme": "Nachname", "xyz": "", "": "", "Vorname": "", "ID": "id",
	} {
		if got := source.Nearest(word, known); got != want {
			t.Errorf("%q: %q", word, got)
		}
	}
}

func TestSortedAndFailed(t *testing.T) {
	t.Parallel()
	var r source.Report
	at := func(file string, line int) source.Place { return source.Place{File: file, Line: line, Column: 1} }
	r.Warnf(at("b", 1), speech.Same("w"), speech.Text{})
	if r.Failed() {
		t.Error("a warning stops nothing")
	}
	r.Errorf(at("a", 9), speech.Same("2"), speech.Text{})
	r.Errorf(at("a", 2), speech.Same("1"), speech.Text{})
	var got strings.Builder
	for _, d := range r.Sorted() {
		got.WriteString(d.Problem.EN)
	}
	if got.String() != "12w" || !r.Failed() {
		t.Error(got.String())
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add("a\nb", 2, 1)
	f.Add("\xff\t", 1, 5)
	f.Fuzz(func(t *testing.T, text string, line, column int) {
		source.NewFile("a", text).Snippet(source.Place{File: "a", Line: line, Column: column})
		source.Nearest(text, []string{"abc", text})
	})
}
