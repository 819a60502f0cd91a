// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
)

// writeCSV writes a table as German Excel opens it with a double click:
// semicolons, a byte order mark, and a blank before what it would calculate.
func writeCSV(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = uncalculated(cell)
		}
		if err := w.Write(cells); err != nil {
			return nil, fmt.Errorf("writing a table: %w", err)
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// uncalculated keeps a spreadsheet from taking a cell for a formula.
func uncalculated(cell string) string {
	if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "@") || strings.HasPrefix(cell, "+") {
		return " " + cell
	}
	return cell
}
