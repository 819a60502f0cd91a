// SPDX-License-Identifier: EUPL-1.2

package paper

import (
	"strings"
	"unicode/utf8"
)

// Text is the document for a terminal.
func (d *Document) Text() string {
	var b strings.Builder
	b.WriteString(underlined(d.Title, "="))
	for _, p := range d.Parts {
		switch {
		case p.Heading != "":
			b.WriteString("\n" + underlined(p.Heading, "-"))
		case p.List != nil:
			for _, item := range p.List {
				b.WriteString("  - " + strings.ReplaceAll(item, "\n", "\n    ") + "\n")
			}
		case p.Table != nil:
			b.WriteString(p.Table.Text())
		case p.Code != "":
			b.WriteString("    " + strings.ReplaceAll(strings.TrimRight(p.Code, "\n"), "\n", "\n    ") + "\n")
		default:
			b.WriteString(p.Text + "\n")
		}
	}
	return b.String()
}

func underlined(text, line string) string {
	return text + "\n" + strings.Repeat(line, utf8.RuneCountInString(text)) + "\n"
}

// Text sets the columns of a table one below the other.
func (t *Table) Text() string {
	widths := make([]int, len(t.Head))
	rows := append([][]string{t.Head}, t.Rows...)
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	total := -2
	for _, w := range widths {
		total += w + 2
	}
	for n, row := range rows {
		line := "  "
		for i, cell := range row {
			line += cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
		if n == 0 {
			b.WriteString("  " + strings.Repeat("-", max(1, total)) + "\n")
		}
	}
	return b.String()
}
