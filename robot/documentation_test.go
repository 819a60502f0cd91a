// SPDX-License-Identifier: EUPL-1.2

package robot_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestDocumentation holds that every package says what it is, and every
// exported name what it means.
func TestDocumentation(t *testing.T) {
	described := map[string]bool{}
	fset := token.NewFileSet()
	for _, path := range sources(t, ".go") {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file := parse(t, fset, path)
		dir := filepath.Dir(path)
		described[dir] = described[dir] || file.Doc.Text() != ""
		for _, name := range undocumented(file) {
			t.Errorf("%s: %s has no comment", path, name)
		}
	}
	for dir, ok := range described {
		if !ok {
			t.Errorf("%s: the package has no comment", dir)
		}
	}
}

// undocumented lists exported names of a file without a comment.
func undocumented(file *ast.File) []string {
	var names []string
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && d.Doc == nil && reachable(d) {
				names = append(names, d.Name.Name)
			}
		case *ast.GenDecl:
			names = append(names, undocumentedSpecs(d)...)
		}
	}
	return names
}

// reachable reports whether a function can be seen from outside: it is none of
// an unexported type's methods.
func reachable(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	of := d.Recv.List[0].Type
	if star, ok := of.(*ast.StarExpr); ok {
		of = star.X
	}
	if generic, ok := of.(*ast.IndexExpr); ok {
		of = generic.X
	}
	name, ok := of.(*ast.Ident)
	return ok && name.IsExported()
}

// undocumentedSpecs takes the comment of a group, of a line and behind a line.
func undocumentedSpecs(d *ast.GenDecl) []string {
	var names []string
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
				names = append(names, s.Name.Name)
			}
		case *ast.ValueSpec:
			for _, n := range s.Names {
				if n.IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
					names = append(names, n.Name)
				}
			}
		}
	}
	return names
}

func parse(t *testing.T, fset *token.FileSet, path string) *ast.File {
	t.Helper()
	file, err := parser.ParseFile(fset, path, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// sources lists the files of the repository that end in one of ends. Build
// results, test data and hidden folders are no sources.
func sources(t *testing.T, ends ...string) []string {
	t.Helper()
	var paths []string
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		name := d.Name()
		if d.IsDir() && (slices.Contains([]string{"bin", "work", "testdata"}, name) || name != ".." && name[0] == '.') {
			return fs.SkipDir
		}
		if !d.IsDir() && slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(name, end) }) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
