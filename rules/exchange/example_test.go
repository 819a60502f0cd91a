// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/exchange"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/xuri/excelize/v2"
)

func ExampleReadDMN() {
	var report source.Report
	m := exchange.ReadDMN(&report, "m.dmn", []byte(policyModel(`hitPolicy="FIRST"`, "string", "", `"neu"`, `"mittel"`, `"alt"`)))
	text := format.Write(m.Books["Result_1"])
	fmt.Printf("%s", text[bytes.Index(text, []byte("table:")):])
	// Output:
	// table:
	//   columns: [id, {if given: Day}, {if given: Is_open}, Result_1]
	//   rows:
	//     - [zeile-1, ">= 2026-01-01", yes, neu]
	//     - [zeile-2, 2026-01-01 .. 2026-06-30, yes, mittel]
	//     - [zeile-3, -, yes, alt]
	//
	// otherwise: open
}

// In a workbook every cell is text, the head stays, and results are offered.
func TestFormOfWorkbooks(t *testing.T) {
	t.Parallel()
	data, err := exchange.WriteTable(load(t, names), "t.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j := range row {
			at, _ := excelize.CoordinatesToCellName(j+1, i+1)
			kind, _ := f.GetCellType(sheet, at)
			if kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString {
				t.Errorf("%s is no text", at)
			}
		}
	}
	panes, _ := f.GetPanes(sheet)
	offers, _ := f.GetDataValidations(sheet)
	if !panes.Freeze || len(offers) != 3 {
		t.Errorf("frozen %v, %d columns with words to choose", panes.Freeze, len(offers))
	}
}
