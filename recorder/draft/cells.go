// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// readCells finds texts that a row showed before anybody typed them: they were
// read off the screen, and so the robot reads them. The row itself must be
// known by what was typed before.
func (c *composer) readCells() {
	typed, shown := map[string]bool{}, map[string]*deed{}
	insert := map[*deed][]*deed{}
	for _, d := range c.deeds {
		if from := shown[d.Text.Token]; d.Kind == event.Fill && !d.secret() && from != nil && !typed[d.Text.Token] && d.copied == nil {
			if reading := c.reading(from, d.Text.Token); reading != nil {
				insert[from] = append(insert[from], reading)
				delete(c.values.given, d.Text.Token)
				d.copied = reading
			}
		}
		c.showCells(d, typed, shown)
		if d.Kind == event.Fill && d.Text.Token != "" {
			typed[d.Text.Token] = true
		}
	}
	var out []*deed
	for _, d := range c.deeds {
		out = append(append(out, insert[d]...), d)
	}
	c.deeds = out
}

// showCells notes the cells of a row that is known by what was typed.
func (c *composer) showCells(d *deed, typed map[string]bool, shown map[string]*deed) {
	if d.Target == nil || !slices.ContainsFunc(d.Target.Row, func(cell event.Cell) bool { return typed[cell.Shows.Token] }) {
		return
	}
	for _, cell := range d.Target.Row {
		if cell.Unique && cell.Column != "" && cell.Shows.Token != "" && !typed[cell.Shows.Token] {
			shown[cell.Shows.Token] = d
		}
	}
}

// reading is the reading of a cell, before what was done in its row.
func (c *composer) reading(d *deed, token string) *deed {
	i := slices.IndexFunc(d.Target.Row, func(cell event.Cell) bool { return cell.Shows.Token == token })
	cell := d.Target.Row[i]
	t := &event.Thing{
		Key: "column " + cell.Column, Role: "cell", Name: cell.Column, Row: slices.Delete(slices.Clone(d.Target.Row), i, i+1),
		Ways: []scenarios.Candidate{{By: scenarios.ByColumn, What: cell.Column, Matched: 1}},
	}
	target, ok := c.element(t, d.doc)
	if !ok {
		return nil
	}
	return &deed{Event: event.Event{Kind: event.Copy, Window: d.Window, Target: t, Text: cell.Shows}, doc: d.doc, target: target, variable: "?"}
}

// valueless is an element of which the text was taken: that text is data, and
// the element is called, and found, by what stands beside it.
func valueless(t *event.Thing) *event.Thing {
	out := *t
	out.Name, out.Fingerprint.Text, out.Ways = labelOf(t), "", nil
	for _, w := range t.Ways {
		if w.By != scenarios.ByText && w.By != scenarios.ByTextLike && w.By != scenarios.ByName {
			out.Ways = append(out.Ways, w)
		}
	}
	return &out
}

// rowless takes an element out of a table whose headings are data, and a field
// out of one that says a single word beside it: those only set a form out.
func (c *composer) rowless(t *event.Thing) *event.Thing {
	if t == nil || !(isField(t) && len(t.Row) == 1) && !slices.ContainsFunc(t.Row, func(cell event.Cell) bool { return c.quotes(cell.Column) }) {
		return t
	}
	out := *t
	out.Row = nil
	return &out
}

// labelOf is the label by which an element is found, or "".
func labelOf(t *event.Thing) string {
	for _, by := range []scenarios.By{scenarios.ByLabel, scenarios.ByLabelLeft, scenarios.ByLabelAbove, scenarios.ByBeside, scenarios.ByColumn} {
		for _, w := range t.Ways {
			if w.By == by && w.What != "" {
				return w.What
			}
		}
	}
	return ""
}
