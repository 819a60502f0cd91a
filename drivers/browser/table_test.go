// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// row is one phenomenon of docs/browser.md.
type row struct{ phenomenon, pages, tests, twin, kind string }

func rows(t *testing.T) []row {
	t.Helper()
	var all []row
	for line := range strings.Lines(content(t, "../../docs/browser.md")) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if !strings.HasPrefix(line, "|") || len(cells) != 5 || strings.HasPrefix(line, "|---") || strings.HasPrefix(line, "| phenomenon") {
			continue
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		all = append(all, row{cells[0], cells[1], cells[2], cells[3], cells[4]})
	}
	return all
}

func content(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func contents(t *testing.T, pattern string) map[string]string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, name := range names {
		all[filepath.Base(name)] = content(t, name)
	}
	return all
}

// TestTheTableIsTrue holds docs/browser.md: the pages and tests that it names
// are there, and what fails says how.
func TestTheTableIsTrue(t *testing.T) {
	t.Parallel()
	pages, tests := contents(t, "testdata/*.html"), ""
	for _, text := range contents(t, "*_test.go") {
		tests += text
	}
	all := rows(t)
	if len(all) < 50 {
		t.Errorf("the table has %d rows", len(all))
	}
	for _, r := range all {
		for _, page := range quoted(r.pages) {
			if _, ok := pages[page]; !ok {
				t.Errorf("%s: there is no page %s", r.phenomenon, page)
			}
		}
		named := quoted(r.tests)
		for _, test := range append(named, quoted(r.twin)...) {
			if strings.HasPrefix(test, "Test") && !strings.Contains(tests, "func "+test+"(t *testing.T)") && !strings.Contains(tests, "func "+test+"(m *testing.M)") {
				t.Errorf("%s: there is no test %s", r.phenomenon, test)
			}
		}
		if len(named) == 0 {
			t.Errorf("%s: no test holds it", r.phenomenon)
		}
		for kind := range strings.SplitSeq(r.kind, ", ") {
			if !slices.Contains([]string{"", "halted", "technical", "usage"}, kind) {
				t.Errorf("%s: %q is no kind of fault", r.phenomenon, kind)
			}
		}
	}
}

// TestEveryPageHasARow: a fixture is in the table itself, or belongs to a page
// that is.
func TestEveryPageHasARow(t *testing.T) {
	t.Parallel()
	pages, listed := contents(t, "testdata/*.html"), ""
	for _, r := range rows(t) {
		for _, page := range quoted(r.pages) {
			listed += page + " " + pages[page]
		}
	}
	for page := range pages {
		if !strings.Contains(listed, page) {
			t.Errorf("%s is in no row of docs/browser.md", page)
		}
	}
}

func quoted(cell string) []string {
	var all []string
	for _, m := range regexp.MustCompile("`([^`?]+)[^`]*`").FindAllStringSubmatch(cell, -1) {
		all = append(all, m[1])
	}
	return all
}
