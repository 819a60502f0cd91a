// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
	"github.com/xuri/excelize/v2"
)

const (
	sheetName  = "Regeln"
	formatText = 49 // the format "@": Excel guesses nothing
)

// writeExcel writes a table of text cells with a head that stays, and offers
// the words of choices in the columns of results.
func writeExcel(b *book.Book, rows [][]string) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	w := &excel{file: f}
	w.do(f.SetSheetName("Sheet1", sheetName))
	w.styles(len(rows[0]))
	for i, row := range rows {
		w.row(i+1, row)
	}
	for column, head := range rows[0] {
		w.offer(b.Output(strings.TrimPrefix(head, "then: ")), column+1, len(rows))
	}
	w.do(f.SetPanes(sheetName, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	var out bytes.Buffer
	if w.err == nil {
		w.do(f.Write(&out))
	}
	return out.Bytes(), w.err
}

// excel keeps the first trouble.
type excel struct {
	file *excelize.File
	err  error
}

func (w *excel) do(err error) {
	if w.err == nil && err != nil {
		w.err = fmt.Errorf("writing a workbook: %w", err)
	}
}

func (w *excel) styles(columns int) {
	text, err := w.file.NewStyle(&excelize.Style{NumFmt: formatText})
	w.do(err)
	head, err := w.file.NewStyle(&excelize.Style{NumFmt: formatText, Font: &excelize.Font{Bold: true}})
	w.do(err)
	last, err := excelize.ColumnNumberToName(columns)
	w.do(err)
	w.do(w.file.SetColStyle(sheetName, "A:"+last, text))
	w.do(w.file.SetRowStyle(sheetName, 1, 1, head))
	w.do(w.file.SetColWidth(sheetName, "A", last, 20))
}

func (w *excel) row(number int, cells []string) {
	for i, cell := range cells {
		at, err := excelize.CoordinatesToCellName(i+1, number)
		w.do(err)
		w.do(w.file.SetCellStr(sheetName, at, cell))
	}
}

// offer lists the words that a result may be. Others can still be written: a
// cell may hold an expression.
func (w *excel) offer(o *book.Output, column, rows int) {
	var words []string
	switch {
	case o == nil:
	case o.Type.Kind == value.Choice:
		words = o.Type.Choices
	case o.Type.Kind == value.Boolean:
		words = []string{"yes", "no"}
	}
	const most = 255 // letters that Excel allows
	if list := strings.Join(words, ","); len(words) == 0 || utf8.RuneCountInString(list) > most || strings.Count(list, ",") >= len(words) {
		return
	}
	first, err := excelize.CoordinatesToCellName(column, 2)
	w.do(err)
	last, err := excelize.CoordinatesToCellName(column, rows+100)
	w.do(err)
	v := excelize.NewDataValidation(true)
	v.SetSqref(first + ":" + last)
	w.do(v.SetDropList(words))
	w.do(w.file.AddDataValidation(sheetName, v))
}
