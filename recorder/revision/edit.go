// SPDX-License-Identifier: EUPL-1.2

package revision

import (
	"cmp"
	"slices"
	"strings"
)

// edits are changes of a file, line by line; what is not named stays as it is.
type edits struct{ list []edit }

// edit puts a text in the place of lines: of none, where to is before from.
type edit struct {
	from, to int // lines, from 1
	text     string
	own      bool // belongs to what ends there
}

// replace puts a text in the place of the lines from one to another.
func (e *edits) replace(from, to int, text string) {
	e.list = append(e.list, edit{from: from, to: to, text: text})
}

// before puts a text in front of a line.
func (e *edits) before(line int, text string) { e.replace(line, line-1, text) }

// within puts a text in front of a line, as the end of what stands there
// already.
func (e *edits) within(line int, text string) {
	e.list = append(e.list, edit{from: line, to: line - 1, text: text, own: true})
}

// apply makes all changes; several at one place stay in their order.
func (e *edits) apply(data []byte) []byte {
	lines := strings.SplitAfter(string(data), "\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	} else {
		lines[last] += "\n"
	}
	windows := len(lines) > 0 && strings.HasSuffix(lines[0], "\r\n")
	ordered := slices.Clone(e.list)
	slices.SortStableFunc(ordered, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(rank(a), rank(b)))
	})
	var out strings.Builder
	next := 1
	for _, c := range ordered {
		for ; next < c.from && next <= len(lines); next++ {
			out.WriteString(lines[next-1])
		}
		if windows {
			c.text = strings.ReplaceAll(c.text, "\n", "\r\n")
		}
		out.WriteString(c.text)
		next = max(next, c.to+1)
	}
	for ; next <= len(lines); next++ {
		out.WriteString(lines[next-1])
	}
	if len(e.list) == 0 {
		return data
	}
	return []byte(out.String())
}

// rank puts what belongs to the lines above first.
func rank(e edit) int {
	if e.own {
		return 0
	}
	return 1
}

// linesOf are the lines of a file, for looking at.
func linesOf(data []byte) []string { return strings.Split(string(data), "\n") }

// depth is how far a line is indented; that of an empty line or a remark is -1.
func depth(line string) int {
	text := strings.TrimLeft(line, " ")
	if strings.TrimSpace(text) == "" || text[0] == '#' {
		return -1
	}
	return len(line) - len(text)
}

// endOf is the last line of what begins at a line and is indented deeper than
// so many blanks. Empty lines and remarks behind it belong to what follows.
func endOf(lines []string, from, indent int) int {
	end := from
	for n := from + 1; n <= len(lines); n++ {
		d := depth(lines[n-1])
		if d >= 0 && d <= indent {
			break
		}
		if d > indent {
			end = n
		}
	}
	return end
}
