// SPDX-License-Identifier: EUPL-1.2

package format_test

import (
	"os"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func compile(t testing.TB, name string, data []byte) *rules.Rulebook {
	t.Helper()
	var report source.Report
	r := rules.Compile(format.Read(&report, name, data), &report)
	if r == nil {
		for _, d := range report.Sorted() {
			t.Log(d.Render(speech.English))
		}
		t.Fatalf("%s is not compiled:\n%s", name, data)
	}
	return r
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

const (
	asSentences = "../testdata/hundesteuer.yaml"
	asTable     = "../testdata/hundesteuer_tabelle.yaml"
)

// The same rules have one hash, whether they are sentences or rows.
func TestTableIsAnotherNotationOfTheSameRules(t *testing.T) {
	t.Parallel()
	sentences, table := compile(t, asSentences, read(t, asSentences)), compile(t, asTable, read(t, asTable))
	if sentences.Hash() != table.Hash() {
		t.Error("the table means something else")
	}
	for _, result := range rules.Test(table) {
		if !result.OK {
			t.Errorf("%s: %s", result.Name, result.Problem)
		}
	}
	first := table.Book().Columns
	if len(first) != 5 || first[0] != (book.Column{If: "anzahl"}) || first[4] != (book.Column{Then: "bescheid"}) {
		t.Errorf("columns: %v", first)
	}
}

// What is wrong with the sense of a cell is said at the cell, too.
func TestPlacesOfCells(t *testing.T) {
	t.Parallel()
	text := strings.Replace(string(read(t, asTable)), "ermaessigung > 0.1", "ermaessigung > 0.1 and anzal > 1", 1)
	text = strings.Replace(text, `"> 1"`, `"> =gefaehrlich"`, 1)
	var report source.Report
	rules.Compile(format.Read(&report, "t.yaml", []byte(text)), &report)
	var said []string
	for _, d := range report.Sorted() {
		lines := strings.Split(d.Snippet, "\n")
		line, caret := []rune(lines[0]), strings.Index(lines[1], "^")
		said = append(said, d.Problem.EN+" | "+string(line[caret:min(caret+8, len(line))]))
	}
	want := []string{
		`anzahl (integer) cannot be compared with gefaehrlich (boolean) | "> =gefa`,
		`unknown name "anzal" | anzal > `,
	}
	if strings.Join(said, "\n") != strings.Join(want, "\n") {
		t.Errorf("said:\n%s", strings.Join(said, "\n"))
	}
}
