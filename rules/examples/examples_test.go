// SPDX-License-Identifier: EUPL-1.2

// Package examples_test holds the rulebooks of this folder to what they
// promise: every test passes, every rule and every boundary is tested, no small
// mistake goes unnoticed, and neither an analysis nor the linter finds anything.
package examples_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/coverage"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/rules/lint"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// folder compiles the rulebooks of a folder together.
func folder(t *testing.T, name string) map[string]*rules.Rulebook {
	t.Helper()
	var report source.Report
	books := map[string]*book.Book{}
	files, err := filepath.Glob(filepath.Join(name, "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatal("no rulebooks", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		books[strings.TrimSuffix(filepath.Base(file), ".yaml")] = format.Read(&report, file, data)
	}
	all := rules.CompileAll(books, &report)
	if list := report.Sorted(); len(list) > 0 {
		t.Fatal(list)
	}
	return all
}

func TestExamplesAreComplete(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"hundesteuer", "kita", "mahnwesen"} {
		for file, r := range folder(t, name) {
			results := rules.Test(r)
			for _, result := range results {
				if !result.OK {
					t.Errorf("%s: %s: %s", file, result.Name, result.Problem.DE)
				}
			}
			if left := rules.Untested(r, results); len(left) > 0 {
				t.Errorf("%s: no test for %v", file, left)
			}
			_, _, reached, boundaries := coverage.Of(r).Counted()
			if m := coverage.Mutate(r); reached < boundaries || len(m.Survived) > 0 {
				t.Errorf("%s: %d of %d boundaries are tested, mistakes that no test notices: %v", file, reached, boundaries, m.Survived)
			}
			if found := lint.Lint(r, value.NewDate(2026, 7, 1)); len(found.Remarks) > 0 {
				t.Errorf("%s: %v", file, found.Remarks)
			}
			if found := analyse.Analyse(r); len(found.Groups) > 0 {
				t.Errorf("%s: %+v", file, found.Groups)
			}
		}
	}
}
