// SPDX-License-Identifier: EUPL-1.2

package practice_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/heinzel-rpa/heinzel/scenarios/practice"
)

// row is a line of a table by its column names.
type row map[string]string

func table(t *testing.T, name string) []row {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "examples", "namensaenderung", name))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(name, "1252") {
		text, _ = charmap.Windows1252.NewDecoder().Bytes(text)
	}
	r := csv.NewReader(strings.NewReader(string(text)))
	r.Comma = ';'
	lines, err := r.ReadAll()
	if err != nil || len(lines) != 26 {
		t.Fatalf("%s: %d lines, %v", name, len(lines), err)
	}
	var rows []row
	for _, line := range lines[1:] {
		x := row{}
		for i, column := range lines[0] {
			x[column] = line[i]
		}
		rows = append(rows, x)
	}
	return rows
}

// hits are the residents whom a notice can mean.
func hits(all []practice.Citizen, n row, surname string) []practice.Citizen {
	var found []practice.Citizen
	for _, c := range all {
		p := c.Person
		byNumber := n["personennummer"] != "" && p.Number == n["personennummer"]
		byName := n["personennummer"] == "" && p.Number != "" && p.Surname == surname &&
			p.GivenName == n["vorname"] && p.BirthDate == n["geburtsdatum"]
		if byNumber || byName {
			found = append(found, c)
		}
	}
	return found
}

func citizens(t *testing.T) []practice.Citizen {
	t.Helper()
	all, err := practice.Citizens()
	if err != nil || len(all) != 60 {
		t.Fatalf("%d citizens, %v", len(all), err)
	}
	return all
}

func TestNoticesAgreeWithTheTown(t *testing.T) {
	t.Parallel()
	all := citizens(t)
	expected := table(t, "expected.csv")
	for _, file := range []string{"notices.csv", "notices-windows-1252.csv"} {
		for i, n := range table(t, file) {
			e := expected[i]
			if e["aktenzeichen"] != n["aktenzeichen"] {
				t.Fatalf("%s: %s is not %s", file, n["aktenzeichen"], e["aktenzeichen"])
			}
			if want, got := e["outcome"], outcome(all, n); want != got {
				t.Errorf("%s %s: expected %s, the town says %s", file, n["aktenzeichen"], want, got)
			}
			checkKeys(t, all, n, e)
		}
	}
}

// outcome is what must happen to a notice, worked out from the town alone.
func outcome(all []practice.Citizen, n row) string {
	if n["einwohner"] == "nein" {
		return "done"
	}
	found := hits(all, n, n["nachname_alt"])
	switch {
	case len(found) == 0:
		return "business"
	case len(found) > 1, found[0].Person.Number == practice.DriftedPerson:
		return "halted"
	case found[0].Person.Surname == n["nachname_neu"]:
		return "unchanged"
	case found[0].Person.Surname != n["nachname_alt"]:
		return "contradiction"
	}
	return "done"
}

func checkKeys(t *testing.T, all []practice.Citizen, n, e row) {
	t.Helper()
	person, reader, account := "", "", ""
	if e["outcome"] == "done" {
		reader, account = n["ausweisnummer"], n["kassenzeichen"]
	}
	if e["outcome"] == "done" && n["einwohner"] == "ja" {
		person = hits(all, n, n["nachname_alt"])[0].Person.Number
	}
	if e["melderegister"] != person || e["bibliothek"] != reader || e["kasse"] != account {
		t.Errorf("%s: expected keys %v, the notice says %q %q %q", n["aktenzeichen"], e, person, reader, account)
	}
	for _, c := range all {
		same := c.Reader.Surname == n["nachname_alt"] && c.Reader.GivenName == n["vorname"]
		if n["ausweisnummer"] != "" && c.Reader.Number == n["ausweisnummer"] && !same {
			t.Errorf("%s: %s is somebody else", n["aktenzeichen"], c.Reader.Number)
		}
		same = c.Account.Surname == n["nachname_alt"] && c.Account.GivenName == n["vorname"]
		if n["kassenzeichen"] != "" && c.Account.Number == n["kassenzeichen"] && !same {
			t.Errorf("%s: %s is somebody else", n["aktenzeichen"], c.Account.Number)
		}
	}
}

func TestNoticesAreOfAllKinds(t *testing.T) {
	t.Parallel()
	kinds := map[string]int{}
	for _, e := range table(t, "expected.csv") {
		kinds[e["outcome"]]++
	}
	if kinds["done"] != 21 || kinds["halted"] != 2 || kinds["business"] != 1 || kinds["unchanged"] != 1 {
		t.Errorf("outcomes %v", kinds)
	}
	demo := practice.DemoSwitches().Melderegister
	if demo.FailLoading[practice.FailingPerson] != 2 || demo.SecondLayoutFor[0] != practice.DriftedPerson {
		t.Errorf("switches %+v", demo)
	}
}

func TestBothFilesTellTheSame(t *testing.T) {
	t.Parallel()
	narrow := table(t, "notices-windows-1252.csv")
	for i, wide := range table(t, "notices.csv") {
		for column, text := range wide {
			if column != "nachname_neu" && narrow[i][column] != text {
				t.Errorf("%s %s: %q and %q", wide["aktenzeichen"], column, text, narrow[i][column])
			}
		}
	}
}
