// SPDX-License-Identifier: EUPL-1.2

package tree

import (
	"context"

	"github.com/godbus/dbus/v5"
)

// MostRows is how long a table may be for a row to be looked for by its key.
const MostRows = 20000

// Grid is a table: cells by row and column, of which only those that are asked
// for are ever read.
type Grid struct {
	Node    *Node
	Columns []string
	Rows    int
}

// Grid reads the head of a table; it has no columns where the node is none.
func (n *Node) Grid(ctx context.Context) (Grid, error) {
	g := Grid{Node: n}
	if !n.Has("Table") {
		return g, nil
	}
	var size map[string]dbus.Variant
	if err := n.tree.call(ctx, n.at, &size, "org.freedesktop.DBus.Properties.GetAll", "org.a11y.atspi.Table"); err != nil {
		return g, err
	}
	rows, _ := size["NRows"].Value().(int32)
	columns, _ := size["NColumns"].Value().(int32)
	g.Rows = int(rows)
	calls := make([]*dbus.Call, min(columns, mostChildren))
	for i := range calls {
		calls[i] = n.tree.ask(n.at, table+"GetColumnDescription", int32(i))
	}
	for _, call := range calls {
		var head string
		if err := answer(ctx, call, &head); err != nil && ctx.Err() != nil {
			return g, ctx.Err()
		}
		g.Columns = append(g.Columns, tidy(head))
	}
	return g, nil
}

// Cells are some rows of one column.
func (g Grid) Cells(ctx context.Context, column, from, to int) ([]*Node, error) {
	const together = 500
	var out []*Node
	for ; from < to; from += together {
		cells, err := g.some(ctx, column, from, min(to, from+together))
		if err != nil {
			return nil, err
		}
		out = append(out, cells...)
	}
	return out, nil
}

// some reads cells in two rounds of calls: where they are, and what they show.
func (g Grid) some(ctx context.Context, column, from, to int) ([]*Node, error) {
	calls := make([]*dbus.Call, to-from)
	for i := range calls {
		calls[i] = g.Node.tree.ask(g.Node.at, table+"GetAccessibleAt", int32(from+i), int32(column))
	}
	cells := make([]*Node, len(calls))
	for i, call := range calls {
		cells[i] = &Node{Role: "cell", tree: g.Node.tree, Process: g.Node.Process, Parent: g.Node, index: -1}
		if err := answer(ctx, call, &cells[i].at); err != nil {
			return nil, err
		}
		calls[i] = g.Node.tree.ask(cells[i].at, get, "org.a11y.atspi.Accessible", "Name")
	}
	for i, call := range calls {
		var name dbus.Variant
		if err := answer(ctx, call, &name); err != nil {
			return nil, err
		}
		cells[i].Name = tidy(word(name))
	}
	return cells, nil
}

// Row are the cells of one row, with their states.
func (g Grid) Row(ctx context.Context, row int) ([]*Node, error) {
	var out []*Node
	for column := range g.Columns {
		cells, err := g.some(ctx, column, row, row+1)
		if err != nil {
			return nil, err
		}
		out = append(out, cells...)
	}
	if err := g.Node.tree.describe(ctx, out); err != nil {
		return nil, err
	}
	for _, cell := range out {
		cell.Role = "cell"
	}
	return out, nil
}
