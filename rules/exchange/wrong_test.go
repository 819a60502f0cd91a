// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/exchange"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// What is not taken over is refused by name and place.
func TestRefusals(t *testing.T) {
	t.Parallel()
	files, _ := filepath.Glob("testdata/wrong/*.dmn")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var report source.Report
			if m := exchange.ReadDMN(&report, filepath.Base(file), data); m != nil && !report.Failed() {
				rules.CompileAll(m.Books, &report)
			}
			compare(t, strings.TrimSuffix(file, ".dmn")+".golden", complaints(&report)+"\n")
		})
	}
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

// Whatever a file holds, a model or a reason comes of it.
func FuzzReadDMN(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.dmn")
	tck, _ := filepath.Glob("testdata/dmn/0110*/*.dmn")
	for _, file := range append(files, tck...) {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var report source.Report
		m := exchange.ReadDMN(&report, "f.dmn", data)
		if m == nil && !report.Failed() {
			t.Fatal("neither a model nor a reason")
		}
		if m != nil && !report.Failed() {
			rules.CompileAll(m.Books, &report)
		}
	})
}
