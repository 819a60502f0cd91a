// SPDX-License-Identifier: EUPL-1.2

package cases

import (
	"encoding/csv"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Row is one row of a table as it stands in the file.
type Row struct {
	Line  int // of the file or sheet, from 1
	Cells []string
}

// Rows reads a table of CSV or Excel whose columns mean something else than
// inputs of a scenario. Rows without any text are left out.
func Rows(path string) ([]Row, error) {
	data, err := load(path)
	if err != nil {
		return nil, err
	}
	switch ending := strings.ToLower(filepath.Ext(path)); ending {
	case ".csv", ".tsv", ".txt":
		return rowsOfCSV(path, data)
	case ".xlsx", ".xlsm":
		return rowsOfExcel(path, data)
	}
	return nil, wrong(path, speech.Say("%s is no table", "%s ist keine Tabelle", filepath.Base(path)), speech.Say("save the table as .xlsx or .csv", "speichern Sie die Tabelle als .xlsx oder .csv"))
}

func rowsOfCSV(path string, data []byte) ([]Row, error) {
	text, err := decoded(path, data)
	if err != nil {
		return nil, err
	}
	r := over(withLineEnds(text), separator(text, nil))
	r.ReuseRecord = false
	var out []Row
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, malformed(path, err)
		}
		out = withText(out, Row{lineOfRow(r), cells})
	}
}

func lineOfRow(r *csv.Reader) int {
	line, _ := r.FieldPos(0)
	return line
}

// withText adds a row that holds something.
func withText(list []Row, r Row) []Row {
	if strings.TrimSpace(strings.Join(r.Cells, "")) == "" {
		return list
	}
	return append(list, r)
}

func rowsOfExcel(path string, data []byte) ([]Row, error) {
	s, err := workbook(path, data)
	if err != nil {
		return nil, err
	}
	defer s.file.Close()
	rows, err := s.file.GetRows(s.name)
	if err != nil {
		return nil, fault.Wrap(fault.Usage, "cases.read", speech.Say("the sheet %q of %s", "das Blatt „%s“ von %s", s.name, path), err)
	}
	var out []Row
	for i, raw := range rows {
		cells := make([]string, len(raw))
		for column := range raw {
			s.kinds = append(s.kinds, value.Decimal) // numbers with a comma, which mean one thing
			if cells[column], err = s.cell(column, i, raw[column]); err != nil {
				return nil, err
			}
		}
		out = withText(out, Row{i + 1, cells})
	}
	return out, nil
}
