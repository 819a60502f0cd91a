// SPDX-License-Identifier: EUPL-1.2

package cases_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// workbook writes cells to a real file.
func workbook(t *testing.T, fill func(set func(cell string, v any), styled func(cell, format string))) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	set := func(cell string, v any) {
		err := f.SetCellValue("Sheet1", cell, v)
		if formula, ok := v.(formula); ok {
			err = errors.Join(f.SetCellValue("Sheet1", cell, nil), f.SetCellFormula("Sheet1", cell, string(formula)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	styled := func(cell, number string) {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &number})
		if err == nil {
			err = f.SetCellStyle("Sheet1", cell, cell, id)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	fill(set, styled)
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

type formula string

func TestExcel(t *testing.T) {
	t.Parallel()
	path := workbook(t, func(set func(string, any), styled func(string, string)) {
		for cell, v := range map[string]any{
			"A1": "nummer", "B1": "nachname", "C1": "betrag", "D1": "tag", "E1": "gemeldet",
			"A2": 40012, "B2": "Müller", "C2": 0.1 + 0.2, "D2": time.Date(1985, 3, 14, 0, 0, 0, 0, time.UTC), "E2": true,
			"A3": "0040013", "C3": 1.234, "D3": "14.03.1985", "E3": "nein",
			"A5": 12345678901, "C5": 1500000, "D5": 46204,
			"A6": 7, "D6": 46204.5,
		} {
			set(cell, v)
		}
		styled("A2", "0000000")
		styled("D5", `[$-407]dd\.mm\.yyyy;@`)
		styled("D6", `dd.mm.yyyy hh:mm`)
		styled("C5", `#,##0.00 "EUR, Jahr"`)
	})
	want := "1@2 map[betrag:0,3 gemeldet:yes nachname:Müller nummer:0040012 tag:1985-03-14]\n" +
		"2@3 map[betrag:1,234 gemeldet:nein nummer:0040013 tag:14.03.1985]\n" +
		"3@5 map[betrag:1500000 nummer:12345678901 tag:2026-07-01]\n" +
		"4@6 map[nummer:7 tag:2026-07-01T12:00:00]\n"
	if diff := cmp.Diff(want, read(path)); diff != "" {
		t.Error(diff)
	}
}

func TestExcelTrouble(t *testing.T) {
	t.Parallel()
	for want, fill := range map[string]func(set func(string, any), styled func(string, string)){
		"a.xlsx: die Datei ist leer | die erste Zeile benennt die Spalten, jede weitere ist ein Vorgang": func(func(string, any), func(string, string)) {},
		"a.xlsx: die Kopfzeile hat 1 Spalten, diese Zeilen nicht: 3 | eine Zelle mit Trennzeichen oder Zeilenumbruch braucht Anführungszeichen": func(set func(string, any), _ func(string, string)) {
			set("A1", "nummer")
			set("A2", "1")
			set("B3", "x")
		},
	} {
		if diff := cmp.Diff(want, read(workbook(t, fill))); diff != "" {
			t.Error(diff)
		}
	}
	if got := read(file(t, "a.xlsx", "PK")); got != "a.xlsx: das ist keine Excel-Arbeitsmappe: zip: not a valid zip file | öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie als .xlsx" {
		t.Error(got)
	}
}

// A formula that gives an empty text is an empty cell; one that was written by
// a program and never calculated is not.
func TestAFormulaWithoutValue(t *testing.T) {
	t.Parallel()
	path := workbook(t, func(set func(string, any), _ func(string, string)) {
		set("A1", "nummer")
		set("B1", "nachname")
		set("A2", "x")
		set("B2", formula(`""`))
	})
	if got := read(path); got != "1@2 map[nummer:x]\n" {
		t.Error(got)
	}
	want := "a.xlsx: Blatt „Sheet1“, Zelle B2: die Formel wurde nie berechnet | öffnen Sie die Arbeitsmappe in Excel oder LibreOffice und speichern Sie sie"
	if got := read(rewritten(t, path, ` t="str"`, "")); got != want {
		t.Error(got)
	}
}

// rewritten is a workbook with a piece of its sheet's XML replaced.
func rewritten(t *testing.T, path, from, to string) string {
	t.Helper()
	in, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		data, err := fs.ReadFile(in, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "xl/worksheets/sheet1.xml" {
			data = bytes.ReplaceAll(data, []byte(from), []byte(to))
		}
		part, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file(t, "a.xlsx", out.String())
}
