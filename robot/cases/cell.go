// SPDX-License-Identifier: EUPL-1.2

package cases

import (
	"strconv"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"github.com/xuri/excelize/v2"
)

// cell is the text of one cell, from what the file holds for it. A formula
// counts with the value it had when the workbook was saved.
func (s *sheet) cell(column, row int, raw string) (string, error) {
	at, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		return "", s.wrong("", speech.Same(err.Error()), speech.Text{})
	}
	kind, err := s.file.GetCellType(s.name, at)
	if err != nil {
		return "", s.wrong(at, speech.Same(err.Error()), speech.Text{})
	}
	switch {
	case raw == "":
		return "", s.calculated(at, kind)
	case kind == excelize.CellTypeError:
		return "", s.wrong(at, speech.Say("the cell shows the error %s", "die Zelle zeigt den Fehler %s", raw), speech.Say("correct the formula", "berichtigen Sie die Formel"))
	case kind == excelize.CellTypeBool:
		return yesNo(raw == "1"), nil
	case kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber:
		return raw, nil
	}
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw, nil
	}
	return s.number(at, f, s.kind(column))
}

func (s *sheet) kind(column int) value.Kind {
	if column < len(s.kinds) {
		return s.kinds[column]
	}
	return value.Missing
}

// calculated refuses a formula that no program has calculated: its cell looks
// empty here, but would not in Excel.
func (s *sheet) calculated(at string, kind excelize.CellType) error {
	formula, err := s.file.GetCellFormula(s.name, at)
	if err != nil || formula == "" || kind == excelize.CellTypeFormula {
		return nil
	}
	return s.wrong(at, speech.Say("the formula was never calculated", "die Formel wurde nie berechnet"),
		speech.Say("open the workbook in Excel or LibreOffice and save it", "öffnen Sie die Arbeitsmappe in Excel oder LibreOffice und speichern Sie sie"))
}

// number writes a number as its cell's style means it: a day, a time, a
// number with leading zeros, or just a number.
func (s *sheet) number(at string, f float64, kind value.Kind) (string, error) {
	st, err := s.style(at)
	if err != nil {
		return "", s.wrong(at, speech.Same(err.Error()), speech.Text{})
	}
	switch {
	case st.day || st.clock:
		t, err := excelize.ExcelDateToTime(f, s.base1904)
		if err != nil {
			return "", s.wrong(at, speech.Say("%s is no day", "%s ist kein Tag", quiet(f)), speech.Text{})
		}
		return moment(t.Round(time.Second), st), nil
	case st.zeros > 0 && f >= 0 && f == float64(int64(f)):
		text := quiet(f)
		return strings.Repeat("0", max(0, st.zeros-len(text))) + text, nil
	}
	return number(quiet(f), kind), nil
}

// moment writes days and times as ISO 8601 does; midnight is the whole day.
func moment(t time.Time, st style) string {
	switch {
	case !st.day:
		return t.Format("15:04:05")
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.Format("2006-01-02")
	}
	return t.Format("2006-01-02T15:04:05")
}

func (s *sheet) wrong(at string, cause, hint speech.Text) *fault.Fault {
	f := wrong(s.path, speech.Say("sheet %q, cell %s: %s", "Blatt „%s“, Zelle %s: %s", s.name, at, cause), hint)
	return f
}
