// SPDX-License-Identifier: EUPL-1.2

package screen

import (
	"slices"
	"strings"
)

// Table is what stands under a row of headings.
type Table struct {
	Row      int // of the headings
	headings []Spot
	Lines    []Line
}

// Line is one row of a table: its cells, by their column's heading.
type Line struct {
	Row   int
	Cells map[string]Spot
}

// Tables are those that have all of the given headings.
func (s *Screen) Tables(headings []string) []Table {
	var out []Table
	for row := range s.Rows {
		t := Table{Row: row, headings: slices.DeleteFunc(s.pieces(row), func(p Spot) bool { return p.Input })}
		if !t.has(headings) {
			continue
		}
		for below := row + 1; below < s.Rows; below++ {
			if line := t.line(s, below); len(line.Cells) > 0 {
				t.Lines = append(t.Lines, line)
			}
		}
		out = append(out, t)
	}
	return out
}

func (t *Table) has(headings []string) bool {
	for _, h := range headings {
		if !slices.ContainsFunc(t.headings, func(p Spot) bool { return named(p.Text) == named(h) }) {
			return false
		}
	}
	return len(headings) > 0
}

// line sorts the pieces of a row into the columns.
func (t *Table) line(s *Screen, row int) Line {
	l := Line{Row: row, Cells: map[string]Spot{}}
	for _, p := range s.pieces(row) {
		for _, part := range t.cut(p) {
			if i := t.column(part); i >= 0 {
				l.add(named(t.headings[i].Text), part)
			}
		}
	}
	return l
}

// add puts a piece into its cell. A field for writing is what the cell is for.
func (l Line) add(heading string, p Spot) {
	have, taken := l.Cells[heading]
	switch {
	case !taken:
	case p.Input && !have.Input:
	default:
		have.Text = strings.TrimSpace(have.Text + " " + p.Text)
		p = have
	}
	l.Cells[heading] = p
}

// cut divides a text that lies under several headings where these begin, if a
// space is there.
func (t *Table) cut(p Spot) []Spot {
	if p.Input {
		return []Spot{p}
	}
	var out []Spot
	for _, h := range t.headings {
		letters, offset := []rune(p.Text), h.Column-p.Column
		if offset <= 0 || offset >= len(letters) || letters[offset-1] != ' ' {
			continue
		}
		left := p
		left.Text = strings.TrimRight(string(letters[:offset]), " ")
		left.Length = len([]rune(left.Text))
		p.Column, p.Text, p.Length = h.Column, string(letters[offset:]), len(letters)-offset
		out = append(out, left)
	}
	return append(out, p)
}

// column is the heading that a piece lies under most, else the last one that
// begins before it; -1 where there is none.
func (t *Table) column(p Spot) int {
	best, most := -1, 0
	for i, h := range t.headings {
		if o := min(p.end(), h.end()) - max(p.Column, h.Column); o > most {
			best, most = i, o
		}
	}
	for i, h := range t.headings {
		if most == 0 && h.Column <= p.Column {
			best = i
		}
	}
	return best
}

// Body is what the list itself shows: the lines until the first empty row. Two
// pages are the same where it is.
func (t *Table) Body() string {
	var b strings.Builder
	last := -1
	for _, l := range t.Lines {
		if last >= 0 && l.Row > last+1 {
			break
		}
		last = l.Row
		for _, h := range t.headings {
			b.WriteString(l.Cells[named(h.Text)].Text + "\t")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Cell is the cell of a line under a heading.
func (l Line) Cell(heading string) (Spot, bool) {
	p, ok := l.Cells[named(heading)]
	return p, ok
}

// String shows a line with its cells in their order.
func (l Line) String() string {
	cells := make([]Spot, 0, len(l.Cells))
	for _, p := range l.Cells {
		cells = append(cells, p)
	}
	slices.SortFunc(cells, func(a, b Spot) int { return a.Column - b.Column })
	var texts []string
	for _, p := range cells {
		if p.Text != "" {
			texts = append(texts, p.Text)
		}
	}
	return strings.Join(texts, " · ")
}
