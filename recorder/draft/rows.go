// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// row finds the row of a table by values that the case brings along: by all
// columns that show one, since what tells the rows of one list apart need not
// do so in the next; else by the first that tells them apart, and that becomes
// an input.
func (c *composer) row(d *deed, about scenarios.Act) []scenarios.RowKey {
	if d.Target == nil || len(d.Target.Row) == 0 {
		return nil
	}
	if d.key != "" {
		return []scenarios.RowKey{{Column: d.column, Value: scenarios.Expr(d.key)}}
	}
	known, unique := c.telling(d.Target.Row)
	switch {
	case len(known) == 0 && len(unique) > 0:
		known = unique[:1]
		c.remark(AboutRow, about, speech.Say("the row is known by %q: a case must bring that along", "die Zeile ist an „%s“ zu erkennen: ein Vorgang muss das mitbringen", known[0].Column),
			speech.Say("is there another value that tells which row is meant?", "sagt ein anderer Wert, welche Zeile gemeint ist?"))
	case len(known) == 0:
		c.remark(AboutRow, about, speech.Say("nothing tells which row of the table is meant", "nichts sagt, welche Zeile der Tabelle gemeint ist"),
			speech.Say("add row: with a column and a value", "ergänzen Sie row: mit einer Spalte und einem Wert"))
	}
	return c.keys(known)
}

// telling are the cells that show what is known, and the others that tell rows
// apart.
func (c *composer) telling(row []event.Cell) (known, unique []event.Cell) {
	var read []event.Cell
	for _, cell := range row {
		switch {
		case cell.Column == "" || cell.Shows.Token == "":
		case c.values.given[cell.Shows.Token]:
			known = append(known, cell)
		case c.values.byToken[cell.Shows.Token] != "":
			read = append(read, cell)
		case cell.Unique:
			unique = append(unique, cell)
		}
	}
	if len(known) == 0 {
		known = read
	}
	return known, unique
}

func (c *composer) keys(cells []event.Cell) (out []scenarios.RowKey) {
	seen := map[string]bool{}
	for _, cell := range cells {
		column := naming.Clean(cell.Column)
		if seen[column] || column == "" || c.quotes(column) {
			continue
		}
		seen[column] = true
		out = append(out, scenarios.RowKey{Column: column, Value: c.values.input(wish{label: cell.Column, text: cell.Shows}, "")})
	}
	return out
}
