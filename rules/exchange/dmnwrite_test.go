// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/exchange"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// returned writes rulebooks as DMN and reads them back.
func returned(t *testing.T, books map[string]*rules.Rulebook) (*exchange.Model, map[string]*rules.Rulebook, string) {
	t.Helper()
	data, err := exchange.WriteDMN("Modell", books)
	if err != nil {
		t.Fatal(err)
	}
	var report source.Report
	m := exchange.ReadDMN(&report, "back.dmn", data)
	if m == nil {
		t.Fatal(complaints(&report))
	}
	return m, written(t, m, &report), string(data)
}

// What was exported and imported decides the TCK's cases as before.
func TestModelsReturnFromExport(t *testing.T) {
	t.Parallel()
	folders, _ := filepath.Glob("testdata/dmn/[0-9]*")
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			t.Parallel()
			_, books := imported(t, filepath.Join(folder, filepath.Base(folder)+".dmn"))
			m, back, _ := returned(t, books)
			for _, c := range tckCasesOf(t, folder) {
				c.play(t, m, back)
			}
		})
	}
}

// Dated parameters, validity, amounts and limits survive: the examples of the
// book are decided alike.
func TestRulebooksReturnFromExport(t *testing.T) {
	t.Parallel()
	r := load(t, "testdata/own/gebuehr.yaml")
	_, back, text := returned(t, map[string]*rules.Rulebook{"gebuehr": r})
	compare(t, "testdata/own/gebuehr.golden", text)
	for _, example := range r.Book().Tests {
		want, errWant := r.Decide(example.Given)
		got, errGot := back["gebuehr"].Decide(example.Given)
		if errWant != nil || errGot != nil || !value.Equal(want.Record(), got.Record()) {
			t.Errorf("%s: %v %v, want %v %v", example.Name, got.Record(), errGot, want.Record(), errWant)
		}
	}
	wrong := map[string]value.Value{"anzahl": value.NewInteger(51), "art": value.NewChoice("Beglaubigung"), "eilig": value.NewBoolean(false), "stichtag": value.NewDate(2026, 1, 1)}
	if _, err := back["gebuehr"].Decide(wrong); err == nil {
		t.Error("the limit of a fact was lost")
	}
	unanswered := map[string]value.Value{"anzahl": value.NewInteger(7), "art": value.NewChoice("Beglaubigung"), "eilig": value.NewBoolean(false), "stichtag": value.NewDate(2026, 1, 1)}
	if _, err := back["gebuehr"].Decide(unanswered); err == nil || !strings.Contains(err.Error(), "no rule applies") {
		t.Error("a case that no rule answers:", err)
	}
}

func TestDecisionsThatRestOnOthersReturn(t *testing.T) {
	t.Parallel()
	_, books := imported(t, "testdata/own/antrag.dmn")
	m, back, _ := returned(t, books)
	given := map[string]string{"Person.einkommen": "100", "Person.geburt datum": "1990-05-01", "Person.stand": "ledig", "Grenze": "60", "Zahl der Kinder": "3", "Stichtag": "2026-07-01"}
	for range given {
		for _, file := range m.Order {
			name := m.Books[file].KnownAs
			if got, want := outcome(t, back[file], given), outcome(t, bookOf(t, m, books, name), given); got != want {
				t.Errorf("%s of %v is %s, was %s", name, given, got, want)
			}
		}
		for name := range given {
			delete(given, name)
			break
		}
	}
}

// What DMN cannot say is refused by name.
func TestWhatDMNCannotSay(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		dogs:  `gefaehrlich-ermaessigt: DMN cannot say the function "runden"`,
		names: `noch-nicht-wirksam: DMN cannot say the function "text"`,
	} {
		if _, err := exchange.WriteDMN("x", map[string]*rules.Rulebook{"x": load(t, file)}); err == nil || err.Error() != want {
			t.Errorf("%s: %v", file, err)
		}
	}
	if _, err := exchange.WriteDMN("x", map[string]*rules.Rulebook{"anzahl": load(t, "testdata/own/gebuehr.yaml")}); err == nil || !strings.Contains(err.Error(), `"anzahl" is both a decision and a fact`) {
		t.Error("one name for two:", err)
	}
	r := load(t, "testdata/own/gebuehr.yaml")
	r.Book().Rules[0].Discretion = true
	if _, err := exchange.WriteDMN("x", map[string]*rules.Rulebook{"x": r}); err == nil || !strings.Contains(err.Error(), "discretion") {
		t.Error("discretion:", err)
	}
}

func TestTheOrderOfWordsIsNotWritten(t *testing.T) {
	t.Parallel()
	for _, condition := range []string{`s >= "groß"`, `not ("klein" < s) or n > 1`} {
		var report source.Report
		text := "rulebook: 1\ntitle: Wörter\nfacts: {n: {type: integer}, s: {type: choice, choices: [klein, groß], ordered: yes}}\noutputs: {z: {type: integer}}\nhit: unique\nrules: [{id: a, if: '" + condition + "', then: {z: 1}, basis: § 1}]\n"
		r := rules.Compile(format.Read(&report, "w.yaml", []byte(text)), &report)
		if r == nil {
			t.Fatal(report.Sorted())
		}
		if _, err := exchange.WriteDMN("w", map[string]*rules.Rulebook{"w": r}); err == nil {
			t.Errorf("%s was written", condition)
		}
	}
}
