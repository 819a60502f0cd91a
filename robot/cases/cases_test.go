// SPDX-License-Identifier: EUPL-1.2

package cases_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/robot/cases"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

const example = "../../scenarios/examples/namensaenderung"

// inputs are those of most tests; only the number must be there.
func inputs() []scenarios.Input {
	of := func(name string, k value.Kind, required bool) scenarios.Input {
		return scenarios.Input{Name: name, Type: value.Of(k), Required: required}
	}
	return []scenarios.Input{
		of("nummer", value.Text, true), of("nachname", value.Name, false), of("betrag", value.Decimal, false),
		of("tag", value.Date, false), of("gemeldet", value.Boolean, false),
	}
}

func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// read gives the cases as lines, or the fault in German with its hint.
func read(path string) string {
	list, err := cases.Read(path, inputs())
	if err != nil {
		dir := filepath.Dir(path) + string(filepath.Separator)
		return strings.ReplaceAll(fault.Describe(err, speech.German), dir, "") + " | " + fault.HintOf(err).DE
	}
	var b strings.Builder
	for _, c := range list {
		fmt.Fprintf(&b, "%d@%d %v\n", c.Number, c.Line, c.Values)
	}
	return b.String()
}

func TestTheNoticesOfTheExample(t *testing.T) {
	t.Parallel()
	var report source.Report
	s, err := format.Folder(&report, os.DirFS(example), "namensaenderung")
	if err != nil || s == nil {
		t.Fatal(err, report.Sorted())
	}
	for _, name := range []string{"notices.csv", "notices-windows-1252.csv"} {
		list, err := cases.Read(filepath.Join(example, name), cases.Given(s.Inputs, "stichtag"))
		if err != nil || len(list) != 25 {
			t.Fatalf("%s: %d cases, %v", name, len(list), err)
		}
		if got := list[1].Values["nachname_neu"]; got != "Müller-Lüdenscheidt" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestMissingColumnHints(t *testing.T) {
	t.Parallel()
	got := read(file(t, "a.csv", "nachnahme;betrag\nMüller;1\n"))
	want := "a.csv:1:1: der Ablauf hat keine Eingabe „nachnahme“; es fehlen Spalten: nummer | meinten Sie „nachname“?"
	if got != want {
		t.Errorf("%s", got)
	}
}

func TestCSV(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"semicolon":      {"nummer;betrag\n0040;1.234,50\n", "1@2 map[betrag:1.234,50 nummer:0040]\n"},
		"comma":          {"nummer,nachname\n1,\"Müller, geb. Maier\"\n", "1@2 map[nachname:Müller, geb. Maier nummer:1]\n"},
		"tab":            {"nummer\tbetrag\n1\t1,5\n", "1@2 map[betrag:1,5 nummer:1]\n"},
		"one column":     {"nummer\n1\n\n2\n", "1@2 map[nummer:1]\n2@4 map[nummer:2]\n"},
		"BOM and CRLF":   {"\ufeffnummer;nachname\r\n1;Öz\r\n", "1@2 map[nachname:Öz nummer:1]\n"},
		"old Macintosh":  {"nummer;nachname\r1;A\r", "1@2 map[nachname:A nummer:1]\n"},
		"Windows-1252":   {"nummer;nachname\n1;M\xfcller\x80\n", "1@2 map[nachname:Müller€ nummer:1]\n"},
		"break in quote": {"nummer;nachname\n1;\"A\nB\"\n2;C\n", "1@2 map[nachname:A\nB nummer:1]\n2@4 map[nachname:C nummer:2]\n"},
		"empty cells":    {"nummer;nachname\n1; \n;\n2;B\n", "1@2 map[nummer:1]\n2@4 map[nachname:B nummer:2]\n"},
		"blank heading":  {" nummer ;nachname;\n1;A;\n", "1@2 map[nachname:A nummer:1]\n"},
		"ragged":         {"nummer;nachname\n1\n2;B\n3;C;D\n", "a.csv: die Kopfzeile hat 2 Spalten, diese Zeilen nicht: 2, 4 | eine Zelle mit Trennzeichen oder Zeilenumbruch braucht Anführungszeichen"},
		"twice":          {"nummer;nummer\n1;2\n", "a.csv:1:1: die Spalte „nummer“ gibt es zweimal | "},
		"no name":        {"nummer;;tag\n1;2;3\n", "a.csv:1:1: Spalte 2 hat keinen Namen | "},
		"header alone":   {"nummer\n", ""},
		"empty":          {"", "a.csv: die Datei ist leer | die erste Zeile benennt die Spalten, jede weitere ist ein Vorgang"},
		"blank":          {"\n\n", "a.csv: die Datei ist leer | die erste Zeile benennt die Spalten, jede weitere ist ein Vorgang"},
		"NUL":            {"nummer\n1\x002\n", "a.csv:2:2: das ist kein Text: er enthält das Byte 0x00 | speichern Sie die Tabelle als „CSV UTF-8“"},
		"UTF-16":         {"\xff\xfen\x00", "a.csv: der Text ist in UTF-16 geschrieben | speichern Sie die Tabelle als „CSV UTF-8“"},
		"neither":        {"nummer\nM\xfc\x81\n", "a.csv:2:3: das ist kein Text: er enthält das Byte 0x81 | speichern Sie die Tabelle als „CSV UTF-8“"},
		"open quote":     {"nummer;tag\n1;\"x\n", "a.csv:2:6: diese Zeile ist keine Tabellenzeile: extraneous or missing \" in quoted-field | eine Zelle mit Anführungszeichen wird \"so \"\"zitiert\"\" hier\" geschrieben"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, read(file(t, "a.csv", c.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "a.csv"), 0o700); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "a.csv"):           "a.csv: das ist ein Ordner | nennen Sie die Datei mit den Vorgängen darin",
		filepath.Join(dir, "b.csv"):           "b.csv: diese Datei gibt es nicht | prüfen Sie den Namen und den Ordner",
		filepath.Join(dir, "b.xls"):           "b.xls: Arbeitsmappen der Art .xls werden nicht gelesen | speichern Sie die Tabelle als .xlsx oder .csv",
		filepath.Join(dir, "b.pdf"):           "b.pdf: b.pdf ist keine Tabelle von Vorgängen | Vorgänge werden aus .csv, .xlsx und .json gelesen",
		file(t, "c.xlsx", "\xd0\xcf\x11\xe0"): "c.xlsx: das ist eine alte Arbeitsmappe (.xls) oder eine mit Kennwort | speichern Sie sie als .xlsx ohne Kennwort",
	} {
		if got := read(path); got != want {
			t.Errorf("%s", got)
		}
	}
}

func TestAFileWithoutPermission(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("this user may read everything")
	}
	path := file(t, "a.csv", "nummer\n1\n")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	_, err := cases.Read(path, inputs())
	if fault.KindOf(err) != fault.Usage || fault.HintOf(err).IsZero() {
		t.Error(err)
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"list":      {"[\n{\"nummer\": \"0040\", \"betrag\": 1.234},\n{\"nummer\": 12345678901234567890, \"gemeldet\": true, \"tag\": null}\n]", "1@2 map[betrag:1,234 nummer:0040]\n2@3 map[gemeldet:yes nummer:12345678901234567890]\n"},
		"one":       {`{"nummer": "1", "betrag": 1.5e3}`, "1@1 map[betrag:1500 nummer:1]\n"},
		"no cases":  {`[]`, "a.json:1:1: es fehlen Spalten: nummer | ein Wert für alle Vorgänge wird mit --set nummer=… angegeben"},
		"unknown":   {`{"numer": "1"}`, "a.json:1:1: der Ablauf hat keine Eingabe „numer“; es fehlen Spalten: nummer | meinten Sie „nummer“?"},
		"nested":    {"{\"nummer\":\n [1]}", "a.json:2:2: „nummer“ enthält eine Liste oder ein Objekt; ein Vorgang ist flach | zum Beispiel: [{\"nachname\": \"Müller\", \"geburtsdatum\": \"1985-03-14\"}]"},
		"twice":     {`{"nummer": "1", "nummer": "2"}`, "a.json:1:24: „nummer“ steht in einem Vorgang zweimal | zum Beispiel: [{\"nachname\": \"Müller\", \"geburtsdatum\": \"1985-03-14\"}]"},
		"no object": {`[1]`, "a.json:1:2: jeder Vorgang ist ein Objekt {…} | zum Beispiel: [{\"nachname\": \"Müller\", \"geburtsdatum\": \"1985-03-14\"}]"},
		"text":      {`"x"`, "a.json:1:3: erwartet wird eine Liste von Vorgängen [{…}] oder ein Vorgang {…} | zum Beispiel: [{\"nachname\": \"Müller\", \"geburtsdatum\": \"1985-03-14\"}]"},
		"cut off":   {`[{"nummer": "1"`, "a.json:1:16: das ist kein JSON: unexpected EOF | "},
		"more":      {`{"nummer": "1"} x`, "a.json:1:16: hinter den Vorgängen folgt weiterer Text | zum Beispiel: [{\"nachname\": \"Müller\", \"geburtsdatum\": \"1985-03-14\"}]"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, read(file(t, "a.json", c.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func fuzz(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := cases.Read(file(t, name, string(data)), inputs())
		if err == nil {
			for i, c := range list {
				if c.Number != i+1 || c.Line < 1 {
					t.Fatal(c)
				}
			}
			return
		}
		if f, ok := errors.AsType[*fault.Fault](err); !ok || f.Kind != fault.Usage || f.Cause.IsZero() {
			t.Fatal(err)
		}
	})
}

func FuzzCSV(f *testing.F) {
	fuzz(f, "a.csv", "nummer;tag\n1;2\n", "nummer,tag\r\n\"1\",\"\"\"\"\n", "nummer\tM\xfc\n", "\ufeffnummer\n\n1")
}

func FuzzJSON(f *testing.F) {
	fuzz(f, "a.json", `[{"nummer": 1e9}]`, `{"nummer": "\ud800"}`, `[{"nummer": [1]}]`, `[{}`, "\ufeff[]")
}

func ExampleRead() {
	list, err := cases.Read(filepath.Join(example, "notices.csv"), inputsOfTheExample())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(list), list[0].Number, list[0].Line, list[0].Values["nachname_neu"])
	// Output: 25 1 2 Đặng Thị Hằng
}

func inputsOfTheExample() []scenarios.Input {
	var report source.Report
	s, err := format.Folder(&report, os.DirFS(example), "namensaenderung")
	if err != nil || s == nil {
		return nil
	}
	return cases.Given(s.Inputs, "stichtag")
}
