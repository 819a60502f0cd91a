// SPDX-License-Identifier: EUPL-1.2

package expression_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

var update = flag.Bool("update", false, "write the golden files anew")

// testdata/wrong.txt holds one wrong expression per line ("= " begins a
// value); its golden twin what a person reads about it.
func TestDiagnostics(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/wrong.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(data)) {
		complain(&got, strings.TrimSuffix(line, "\n"))
	}
	if *update {
		if err := os.WriteFile("testdata/wrong.golden", []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := os.ReadFile("testdata/wrong.golden")
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("golden (-) and now (+) differ:\n%s", diff)
	}
}

func complain(b *strings.Builder, line string) {
	in := expression.Input{Text: line, Scope: scope(), At: func(letter int) source.Place { return source.Place{File: "wrong.txt", Line: 1, Column: letter + 1} }}
	if text, ok := strings.CutPrefix(line, "= "); ok {
		in.Profile, in.Text = expression.Value, text
	}
	var report source.Report
	report.Add(source.NewFile("wrong.txt", in.Text))
	_, problems := expression.Compile(in)
	report.Take(problems...)
	b.WriteString("### " + line + "\n")
	for _, d := range report.Sorted() {
		b.WriteString(d.Render(speech.English) + "\n")
		b.WriteString(" DE: " + strings.ReplaceAll(d.Problem.DE+" ("+d.Hint.DE+")", " ()", "") + "\n")
	}
	if len(problems) == 0 {
		b.WriteString("nothing wrong\n")
	}
}
