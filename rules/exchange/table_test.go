// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/exchange"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"golang.org/x/text/encoding/charmap"
)

const dogs, names = "../testdata/hundesteuer.yaml", "../../scenarios/examples/namensaenderung/rules/betroffene_systeme.yaml"

func load(t testing.TB, path string) *rules.Rulebook {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var report source.Report
	r := rules.Compile(format.Read(&report, path, data), &report)
	if r == nil {
		t.Fatal(complaints(&report))
	}
	return r
}

// reread reads a table into a book without its rules.
func reread(t testing.TB, path string, r *rules.Rulebook) *rules.Rulebook {
	t.Helper()
	var report source.Report
	b := *r.Book()
	b.Rules, b.Columns = nil, nil
	if err := exchange.ReadTable(&report, path, &b); err != nil {
		t.Fatal(err)
	}
	again := rules.Compile(&b, &report)
	if again == nil {
		t.Fatal(complaints(&report))
	}
	return again
}

func TestTablesKeepTheRules(t *testing.T) {
	t.Parallel()
	for _, book := range []string{dogs, names} {
		r := load(t, book)
		for _, name := range []string{"t.csv", "t.xlsx"} {
			data, err := exchange.WriteTable(r, name)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), name)
			write(t, path, data)
			if reread(t, path, r).Hash() != r.Hash() {
				t.Errorf("%s as %s means something else", book, name)
			}
		}
	}
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestFormOfCSV(t *testing.T) {
	t.Parallel()
	data, err := exchange.WriteTable(load(t, dogs), "t.csv")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, want := range []string{"\ufeffid;anzahl;gefaehrlich;", "\r\n", `" =satz_ersthund"`, "nicht angegeben; <= 0,1"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

// Departments save tables in many ways; all are read alike.
func TestTablesAsDepartmentsSaveThem(t *testing.T) {
	t.Parallel()
	r := load(t, dogs)
	data, err := exchange.WriteTable(r, "t.csv")
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.TrimPrefix(string(data), "\ufeff")
	old, err := charmap.Windows1252.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"without a mark": plain, "Windows-1252": old, "line feeds": strings.ReplaceAll(plain, "\r\n", "\n"),
		"empty rows and columns": strings.ReplaceAll(plain, "\r\n", ";;\r\n") + ";;;\r\n",
	} {
		path := filepath.Join(t.TempDir(), "t.csv")
		write(t, path, []byte(text))
		if reread(t, path, r).Hash() != r.Hash() {
			t.Errorf("%s: something else was read", name)
		}
	}
	path := filepath.Join(t.TempDir(), "t.csv")
	write(t, path, []byte("id,anzahl,satz,bescheid\na,\"1,5\",5 EUR,x\nb,1,5 EUR,x,y\n"))
	var report source.Report
	if err := exchange.ReadTable(&report, path, load(t, dogs).Book()); err != nil {
		t.Fatal(err)
	}
	said := strings.ReplaceAll(complaints(&report), path, "t.csv")
	if said != `t.csv:2:2: "1,5" is not a whole number`+"\n"+"t.csv:3:5: this cell has no head\n hint: a cell that holds the separator needs double quotes" {
		t.Error(said)
	}
}
