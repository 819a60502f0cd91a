// SPDX-License-Identifier: EUPL-1.2

package format_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each wrong rulebook has a golden twin with what people read about it.
func TestDiagnostics(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files in testdata", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			compare(t, strings.TrimSuffix(file, ".yaml")+".golden", complaints(t, file))
		})
	}
}

func complaints(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var report source.Report
	format.Read(&report, filepath.Base(file), data)
	var b strings.Builder
	for _, d := range report.Sorted() {
		fmt.Fprintf(&b, "%s: %s\n", d.Severity, d.Render(speech.English))
		fmt.Fprintf(&b, " DE: %s\n", d.Problem.DE)
	}
	return b.String()
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("golden (-) and now (+) differ:\n%s", diff)
	}
}

func ExampleRead() {
	var report source.Report
	b := format.Read(&report, "neu.yaml", []byte("rulebook: 2\ntitle: Hundesteuer\n"))
	fmt.Println(b == nil)
	fmt.Println(report.Sorted()[0].Render(speech.German))
	// Output:
	// true
	// neu.yaml:1:11: Version 2 des Formats ist neuer als dieser Heinzel
	//  | rulebook: 2
	//  | ..........^
	//  Hinweis: ein neuerer Heinzel liest es
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.yaml")
	for _, file := range append(files, "../testdata/hundesteuer.yaml") {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var report source.Report
		if format.Read(&report, "fuzz.yaml", data) == nil && !report.Failed() {
			t.Fatal("neither a book nor a reason")
		}
	})
}
