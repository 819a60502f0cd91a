// SPDX-License-Identifier: EUPL-1.2

package cases

import (
	"bytes"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"github.com/xuri/excelize/v2"
)

// unzipped bounds what a workbook may grow to when it is unpacked. All of it is
// unpacked in memory: citizens' data do not belong into temporary files.
const unzipped = 1 << 30

// readExcel reads the cases in the first sheet of a workbook.
func readExcel(path string, data []byte, inputs []scenarios.Input) ([]Case, error) {
	s, err := workbook(path, data)
	if err != nil {
		return nil, err
	}
	defer s.file.Close()
	return s.read(inputs)
}

// workbook opens the first sheet of a workbook.
func workbook(path string, data []byte) (*sheet, error) {
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
		return nil, wrong(path, speech.Say("this is an old workbook (.xls), or one with a password", "das ist eine alte Arbeitsmappe (.xls) oder eine mit Kennwort"),
			speech.Say("save it as .xlsx without a password", "speichern Sie sie als .xlsx ohne Kennwort"))
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: unzipped, UnzipXMLSizeLimit: unzipped, RawCellValue: true})
	if err != nil {
		w := fault.Wrap(fault.Usage, "cases.read", speech.Say("this is no Excel workbook", "das ist keine Excel-Arbeitsmappe"), err).
			WithHint(speech.Say("open it in Excel or LibreOffice and save it as .xlsx", "öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie als .xlsx"))
		w.At.File = path
		return nil, w
	}
	s := &sheet{path: path, file: f, name: f.GetSheetName(0), styles: map[int]style{}}
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		s.base1904 = *props.Date1904
	}
	return s, nil
}

// sheet is a worksheet being read.
type sheet struct {
	path     string
	file     *excelize.File
	name     string
	styles   map[int]style
	kinds    []value.Kind // of the columns
	base1904 bool
}

func (s *sheet) read(inputs []scenarios.Input) ([]Case, error) {
	rows, err := s.file.GetRows(s.name)
	if err != nil {
		return nil, fault.Wrap(fault.Usage, "cases.read", speech.Say("the sheet %q of %s", "das Blatt „%s“ von %s", s.name, s.path), err)
	}
	first := 0
	for first < len(rows) && strings.TrimSpace(strings.Join(rows[first], "")) == "" {
		first++
	}
	if first == len(rows) {
		return nil, empty(s.path)
	}
	t, err := columns(s.path, first+1, rows[first], inputs)
	if err != nil {
		return nil, err
	}
	for _, name := range t.header {
		s.kinds = append(s.kinds, kindOf(name, inputs))
	}
	return s.below(t, rows, first+1)
}

// below reads the rows from the n-th on.
func (s *sheet) below(t *table, rows [][]string, n int) ([]Case, error) {
	for i := n; i < len(rows); i++ {
		cells := make([]string, max(len(rows[i]), len(t.header)))
		copy(cells, rows[i])
		for column := range cells {
			text, err := s.cell(column, i, cells[column])
			if err != nil {
				return nil, err
			}
			cells[column] = text
		}
		if err := t.row(i+1, cells); err != nil {
			return nil, err
		}
	}
	return t.done()
}
