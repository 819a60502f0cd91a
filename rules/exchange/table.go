// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"path/filepath"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/cases"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// ReadTable gives a book the rules of a table of CSV or Excel. Places in the
// report are rows and columns of the table.
func ReadTable(report *source.Report, path string, b *book.Book) error {
	rows, err := cases.Rows(path)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return fault.New(fault.Usage, "rules.import", speech.Say("%s holds no table", "%s enthält keine Tabelle", path))
	}
	heads := nodes(path, rows[0], width(rows[0].Cells))
	var list [][]*yaml.Node
	for _, row := range rows[1:] {
		if n := width(row.Cells); n > len(heads) {
			at := source.Place{File: path, Line: row.Line, Column: n}
			report.Errorf(at, speech.Say("this cell has no head", "diese Zelle hat keinen Spaltenkopf"), speech.Say("a cell that holds the separator needs double quotes", "eine Zelle mit dem Trennzeichen braucht Anführungszeichen"))
			continue
		}
		list = append(list, nodes(path, row, len(heads)))
	}
	format.ReadTable(report, b, heads, list)
	return nil
}

// width is the number of cells up to the last that holds something.
func width(cells []string) int {
	for n := len(cells); n > 0; n-- {
		if strings.TrimSpace(cells[n-1]) != "" {
			return n
		}
	}
	return 0
}

// nodes are the cells of a row, as many as the table has columns.
func nodes(path string, row cases.Row, n int) []*yaml.Node {
	out := make([]*yaml.Node, n)
	for i := range out {
		out[i] = &yaml.Node{Style: yaml.Block, At: source.Place{File: path, Line: row.Line, Column: i + 1}}
		if i < len(row.Cells) {
			out[i].Text = strings.TrimSpace(row.Cells[i])
		}
	}
	return out
}

// WriteTable writes the rules of a book as a table, by the ending of its name:
// .csv or .xlsx. It writes nothing that would be read back as other rules.
func WriteTable(r *rules.Rulebook, name string) ([]byte, error) {
	rows := format.WriteTable(r.Book())
	if err := faithful(r, rows); err != nil {
		return nil, err
	}
	if strings.EqualFold(filepath.Ext(name), ".xlsx") {
		return writeExcel(r.Book(), rows)
	}
	return writeCSV(rows)
}

// faithful reads a table back before it is written.
func faithful(r *rules.Rulebook, rows [][]string) error {
	var report source.Report
	again := *r.Book()
	var list [][]*yaml.Node
	for i, row := range rows[1:] {
		list = append(list, nodes("", cases.Row{Line: i + 2, Cells: row}, len(rows[0])))
	}
	format.ReadTable(&report, &again, nodes("", cases.Row{Line: 1, Cells: rows[0]}, len(rows[0])), list)
	if back := rules.Compile(&again, &report); back != nil && back.Hash() == r.Hash() {
		return nil
	}
	f := fault.New(fault.Usage, "rules.export", speech.Say("these rules cannot be written as a table", "diese Regeln lassen sich nicht als Tabelle schreiben"))
	for _, d := range report.Sorted() {
		f.Cause = speech.Say("%s: row %d: %s", "%s: Zeile %d: %s", f.Cause, d.At.Line, d.Problem)
		break
	}
	return f
}
