// SPDX-License-Identifier: EUPL-1.2

package robot_test

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const licence = "SPDX-License-Identifier: EUPL-1.2"

// TestLicenceLines holds that every source file names its licence on its
// first line; in a shell script it is the second.
func TestLicenceLines(t *testing.T) {
	for _, path := range sources(t, ".go", ".js", ".sh", ".yml", "Makefile") {
		lines := strings.SplitN(read(t, path), "\n", 3)
		head := lines[0]
		if strings.HasPrefix(head, "#!") && len(lines) > 1 {
			head = lines[1]
		}
		if !strings.Contains(head, licence) {
			t.Errorf("%s: the first line does not say %s", path, licence)
		}
	}
}

// TestNothingIsLeftToDo holds that no source file carries notes of unfinished
// work.
func TestNothingIsLeftToDo(t *testing.T) {
	note := regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME)\b`)
	for _, path := range sources(t, ".go", ".js", ".css", ".html", ".sh", ".yml", ".yaml", "Makefile") {
		for i, line := range strings.Split(read(t, path), "\n") {
			if note.MatchString(line) {
				t.Errorf("%s:%d: %s", path, i+1, strings.TrimSpace(line))
			}
		}
	}
}

// TestRoomNames holds that no package is a drawer for everything.
func TestRoomNames(t *testing.T) {
	drawers := []string{"utils", "util", "common", "helpers", "helper", "shared", "base", "core", "misc", "types", "models", "manager", "pkg", "internal"}
	for _, path := range sources(t, ".go") {
		for _, part := range strings.Split(filepath.ToSlash(filepath.Dir(path)), "/") {
			if slices.Contains(drawers, part) {
				t.Errorf("%s: a package must not be called %s", path, part)
			}
		}
	}
}

// TestHabits holds what no function may do: sleep, run by itself when the
// program starts, or panic by name outside tests.
func TestHabits(t *testing.T) {
	fset := token.NewFileSet()
	for _, path := range sources(t, ".go") {
		inTest := strings.HasSuffix(path, "_test.go")
		ast.Inspect(parse(t, fset, path), func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if of, ok := n.X.(*ast.Ident); ok && of.Name == "time" && n.Sel.Name == "Sleep" {
					t.Errorf("%s sleeps: wait for what is awaited", fset.Position(n.Pos()))
				}
			case *ast.FuncDecl:
				if problem := unwelcome(n, inTest); problem != "" {
					t.Errorf("%s: %s", fset.Position(n.Pos()), problem)
				}
			}
			return true
		})
	}
}

// unwelcome says why a function must not be.
func unwelcome(f *ast.FuncDecl, inTest bool) string {
	name := f.Name.Name
	switch {
	case name == "init" && f.Recv == nil:
		return "nothing runs by itself: no init"
	case !inTest && (strings.HasPrefix(name, "Must") || strings.HasPrefix(name, "must")):
		return name + " panics: return an error"
	}
	return ""
}
