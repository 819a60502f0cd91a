// SPDX-License-Identifier: EUPL-1.2

package format_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

// rulebooks finds every rulebook of the repository that can be compiled.
func rulebooks(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".yaml" {
			return err
		}
		data, err := os.ReadFile(path)
		var report source.Report
		if err == nil && strings.Contains(string(data), "rulebook: 1") && rules.Compile(format.Read(&report, path, data), &report) != nil {
			out[path] = data
		}
		return err
	})
	if err != nil || len(out) < 4 {
		t.Fatal("rulebooks of the repository:", len(out), err)
	}
	return out
}

func TestWriteKeepsTheMeaning(t *testing.T) {
	t.Parallel()
	for path, data := range rulebooks(t) {
		r := compile(t, path, data)
		written := format.Write(r.Book())
		if again := compile(t, path, written); again.Hash() != r.Hash() {
			t.Errorf("%s means something else:\n%s", path, written)
		} else if len(again.Book().Tests) != len(r.Book().Tests) {
			t.Errorf("%s has other tests", path)
		}
	}
}

// Every rulebook can become a table, and the table the rules of the rulebook.
func TestTableKeepsTheMeaning(t *testing.T) {
	t.Parallel()
	for path, data := range rulebooks(t) {
		r, other := compile(t, path, data), *compile(t, path, data).Book()
		rows := format.WriteTable(r.Book())
		var report source.Report
		other.Rules, other.Columns = nil, nil
		format.ReadTable(&report, &other, nodes(rows[0]), allNodes(rows[1:]))
		again := rules.Compile(&other, &report)
		if again == nil || again.Hash() != r.Hash() {
			t.Errorf("%s: %v\n%s", path, report.Sorted(), strings.Join(flat(rows), "\n"))
		}
	}
}

func nodes(texts []string) []*yaml.Node {
	out := make([]*yaml.Node, len(texts))
	for i, text := range texts {
		out[i] = &yaml.Node{Text: text}
	}
	return out
}

func allNodes(rows [][]string) [][]*yaml.Node {
	out := make([][]*yaml.Node, len(rows))
	for i, row := range rows {
		out[i] = nodes(row)
	}
	return out
}

func flat(rows [][]string) []string {
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = strings.Join(row, " | ")
	}
	return out
}

func TestFormOfWhatIsWritten(t *testing.T) {
	t.Parallel()
	for _, file := range []string{asSentences, asTable} {
		golden := "testdata/" + strings.TrimSuffix(filepath.Base(file), ".yaml") + ".written"
		compare(t, golden, string(format.Write(compile(t, file, read(t, file)).Book())))
	}
	b := compile(t, asSentences, read(t, asSentences)).Book()
	compare(t, "testdata/hundesteuer.rows", strings.Join(flat(format.WriteTable(b)), "\n")+"\n")
}

func ExampleWrite() {
	var report source.Report
	b := format.Read(&report, "b.yaml", []byte(`
rulebook: 1
title: Ampel
facts: {stufe: {type: integer}}
outputs: {farbe: {type: text}}
hit: unique
table: {columns: [stufe, farbe], rows: [["1 .. 3", grün], ["> 3", rot]]}
`))
	text := string(format.Write(b))
	fmt.Print(text[strings.Index(text, "table:"):])
	// Output:
	// table:
	//   columns: [id, stufe, farbe]
	//   rows:
	//     - [zeile-1, 1 .. 3, grün]
	//     - [zeile-2, "> 3", rot]
}
