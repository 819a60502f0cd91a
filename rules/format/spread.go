// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
)

// lay spreads a condition over the columns.
func (l *layout) lay(text string) laid {
	parts := l.parts(text)
	row := laid{cells: make([]string, len(l.terms)), whole: text}
	switch {
	case len(parts) == 0:
		return row
	case len(parts) == 1 && parts[0].Text() == always:
		row.whole = ""
		return row
	}
	for i, t := range l.terms {
		row.cells[i], parts = l.take(t, parts)
	}
	row.whole = joinedText(parts)
	return row
}

// take finds conditions for a column: as many as a cell can hold together.
func (l *layout) take(t term, parts []expression.Tree) (cell string, rest []expression.Tree) {
	for _, picked := range choices(t, parts) {
		chosen := make([]expression.Tree, len(picked))
		for i, at := range picked {
			chosen[i] = parts[at]
		}
		if cell, ok := l.cell(t, chosen); ok {
			return cell, without(parts, picked)
		}
	}
	return "", parts
}

// choices are the ways to pick conditions for one cell: two limits or one
// test, behind the questions that guard the term.
func choices(t term, parts []expression.Tree) [][]int {
	var guard []int
	if t.guarded {
		guard = guardOf(t, parts)
	}
	var pairs, ones [][]int
	for i := range parts {
		if slices.Contains(guard, i) {
			continue
		}
		ones = append(ones, append(slices.Clone(guard), i))
		for j := range parts {
			if i != j && isLimit(parts[i], ">") && isLimit(parts[j], "<") {
				pairs = append(pairs, append(slices.Clone(guard), i, j))
			}
		}
	}
	if t.guarded {
		for i := range parts { // asks for a missing value itself
			ones = append(ones, []int{i})
		}
	}
	return append(pairs, ones...)
}

// guardOf are the places of the questions whether a term was given; none where
// one of them is not asked.
func guardOf(t term, parts []expression.Tree) []int {
	var out []int
	for _, name := range t.reads {
		at := slices.IndexFunc(parts, func(n expression.Tree) bool {
			return n.Sign() == expression.Given && n.Parts()[0].Name() == name
		})
		if at < 0 {
			return nil
		}
		out = append(out, at)
	}
	return out
}

func without(parts []expression.Tree, picked []int) []expression.Tree {
	var out []expression.Tree
	for i, p := range parts {
		if !slices.Contains(picked, i) {
			out = append(out, p)
		}
	}
	return out
}

func joinedText(parts []expression.Tree) string {
	texts := make([]string, len(parts))
	for i, p := range parts {
		if texts[i] = p.Text(); p.Sign() == "or" && len(parts) > 1 {
			texts[i] = "(" + texts[i] + ")"
		}
	}
	return strings.Join(texts, " and ")
}
