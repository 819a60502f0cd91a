// SPDX-License-Identifier: EUPL-1.2

package explain

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// The shape of rules that are shown as a table, too: so many of them, and so
// few columns, or a book that was written as one.
const (
	rowsWorthATable = 3
	columnsOnAPage  = 10
	lettersInACell  = 40
)

// table is the rules as rows, where every condition is about one fact and
// stands in its column, as in the table that departments edit. Nil where the
// rules share no shape.
func (w writer) table() *Table {
	if len(w.book.Rules) < rowsWorthATable {
		return nil
	}
	grid := withoutTitles(format.WriteTable(w.book))
	head := grid[0]
	if len(w.book.Columns) == 0 && (len(head) > columnsOnAPage || slices.Contains(head, "if") || sparse(head, grid[1:])) {
		return nil
	}
	t := &Table{Head: make([]string, len(head)), Rows: grid[1:]}
	for i, name := range head {
		t.Head[i] = w.headed(name)
		for n, row := range t.Rows {
			row[i] = w.celled(n, strings.TrimPrefix(name, "then: "), row[i])
		}
	}
	return t
}

// celled is a cell for people: a result in words, yes and no in theirs.
func (w writer) celled(rule int, column, cell string) string {
	for _, a := range w.book.Rules[rule].Then {
		if a.Output == column {
			return w.result(w.rulebook.Result(rule, column), a)
		}
	}
	switch cell {
	case "yes", "no":
		return value.NewBoolean(cell == "yes").In(w.lang)
	case "angegeben":
		return speech.Say("given", cell).In(w.lang)
	case "nicht angegeben":
		return speech.Say("not given", cell).In(w.lang)
	}
	return cell
}

// withoutTitles leaves out what the sentences say already.
func withoutTitles(grid [][]string) [][]string {
	head := grid[0]
	out := make([][]string, len(grid))
	for n, row := range grid {
		for i, cell := range row {
			if !strings.HasPrefix(head[i], "title") {
				out[n] = append(out[n], cell)
			}
		}
	}
	return out
}

// sparse reports rows of which most ask for little, or that say much in one
// cell: those are better read as sentences.
func sparse(head []string, rows [][]string) bool {
	empty := 0
	for _, row := range rows {
		for _, cell := range row {
			if len(cell) > lettersInACell {
				return true
			}
			if cell == "-" || cell == "" {
				empty++
			}
		}
	}
	return 2*empty > len(head)*len(rows)
}

// headed is the head of a column for people: the label of a fact or output, or
// what the column holds.
func (w writer) headed(name string) string {
	words := map[string]speech.Text{
		"id": {EN: "rule", DE: "Regel"}, "basis": {EN: "legal basis", DE: "Grundlage"},
		"valid from": {EN: "valid from", DE: "gültig ab"}, "valid until": {EN: "valid until", DE: "gültig bis"},
		"ermessen": {EN: "discretion", DE: "Ermessen"}, "if": {EN: "if", DE: "wenn"},
	}
	if word, ok := words[name]; ok {
		return word.In(w.lang)
	}
	return w.label(strings.TrimPrefix(strings.TrimPrefix(name, "if: "), "then: "))
}
