// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/drivers/field"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// row is one row of a table, found by its key.
type row struct {
	columns []string
	cells   []*tree.Node
}

// findRow looks for the one row of all tables whose cells show the keys. Whole
// columns are read, never whole tables, and never those of a spreadsheet.
func (f *finder) findRow(ctx context.Context, a act.Action) (*row, error) {
	var found []*row
	for _, n := range f.all {
		if !n.Has("Table") || !n.Is(tree.Showing) {
			continue
		}
		rows, err := rowsOf(ctx, a, n)
		if err != nil {
			return nil, err
		}
		found = append(found, rows...)
	}
	if len(found) != 1 {
		doubt := &act.Doubt{Target: field.Name(a), ByRow: true}
		for _, r := range found[:min(len(found), 5)] {
			doubt.Rows = append(doubt.Rows, r.String())
		}
		return nil, &obstacle{doubt: doubt}
	}
	f.all = found[0].cells
	return found[0], nil
}

// rowsOf are the rows of one table that show the keys, at most a few of them.
func rowsOf(ctx context.Context, a act.Action, n *tree.Node) ([]*row, error) {
	const enough = 5
	g, err := n.Grid(ctx)
	if err != nil || g.Rows == 0 {
		return nil, err
	}
	var numbers []int
	for at, key := range a.Row {
		column := slices.IndexFunc(g.Columns, func(head string) bool { return bare(head) == bare(key.Column) })
		if column < 0 {
			return nil, nil
		}
		if g.Rows > tree.MostRows {
			return nil, tooLong(a, g.Rows)
		}
		if numbers, err = matching(ctx, g, column, key.Text, numbers, at == 0); err != nil {
			return nil, err
		}
	}
	var out []*row
	for _, i := range numbers[:min(len(numbers), enough)] {
		cells, err := g.Row(ctx, i)
		if err != nil {
			return nil, err
		}
		out = append(out, &row{g.Columns, cells})
	}
	return out, nil
}

// matching are the rows that show a text in a column: of the whole table for
// the first key, and of those that are left for every further one.
func matching(ctx context.Context, g tree.Grid, column int, text string, among []int, whole bool) ([]int, error) {
	text = strings.Join(strings.Fields(text), " ")
	var out []int
	if whole {
		cells, err := g.Cells(ctx, column, 0, g.Rows)
		for i, c := range cells {
			if c.Name == text {
				out = append(out, i)
			}
		}
		return out, err
	}
	for _, i := range among {
		cells, err := g.Cells(ctx, column, i, i+1)
		if err != nil {
			return nil, err
		}
		if cells[0].Name == text {
			out = append(out, i)
		}
	}
	return out, nil
}

func tooLong(a act.Action, rows int) error {
	return fault.New(fault.Halted, "desktop.row", speech.Say("%s: the table has %d rows, too many to look for one", "%s: die Tabelle hat %d Zeilen, zu viele, um eine zu suchen", field.Name(a), rows)).
		WithHint(speech.Say("narrow it down first, with the program's own search", "schränken Sie sie zuerst ein, mit der Suche des Programms"))
}

// byColumn is the cell below a heading, in the row that was found.
func (f *finder) byColumn(what string) []*tree.Node {
	if f.row == nil {
		return nil
	}
	column := slices.IndexFunc(f.row.columns, func(head string) bool { return bare(head) == bare(what) })
	if column < 0 || column >= len(f.row.cells) {
		return nil
	}
	return f.row.cells[column : column+1]
}

// String is what a row shows.
func (r *row) String() string {
	var cells []string
	for _, c := range r.cells {
		cells = append(cells, c.Name)
	}
	return strings.Join(cells, ", ")
}
