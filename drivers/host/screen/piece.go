// SPDX-License-Identifier: EUPL-1.2

package screen

import (
	"regexp"
	"strings"
)

// Spot is one thing on a screen that can be meant: a field for writing, a text,
// or a key that the screen offers.
type Spot struct {
	// Row and Column are its first place, from 0; Length is in places.
	Row, Column, Length int
	// Input is set for a field for writing; Field is its index, else -1.
	Input bool
	Field int
	// Key is the key that a legend such as F8=Vor offers.
	Key string
	// Text is what it shows.
	Text string
	// label is set where leaders or a colon follow: it names what comes next.
	label bool
}

func (s Spot) end() int { return s.Column + s.Length }

// apart matches what keeps texts of one row apart: two spaces, or the leaders
// and signs that lead from a label to its value.
var apart = regexp.MustCompile(` {2,}| ?(?:\. ){2,}\.?|(?: ?\.){3,} ?|[ .]*(?::|=+>)(?: |$)`)

// pieces are what stands in a row, from left to right.
func (s *Screen) pieces(row int) []Spot {
	var out []Spot
	first, last := row*s.Columns, (row+1)*s.Columns
	for at := first; at < last; {
		own, from := s.owner[at], at
		for at < last && s.owner[at] == own {
			at++
		}
		switch {
		case own >= 0 && !s.Fields[own].Protected:
			if f := &s.Fields[own]; f.start == from {
				out = append(out, Spot{Row: row, Column: from - first, Length: f.Length, Input: true, Field: own, Text: s.Text(own)})
			}
		case own >= 0 || len(s.Fields) == 0:
			out = append(out, s.split(row, from, at)...)
		}
	}
	return out
}

// split cuts a stretch of protected text into its pieces.
func (s *Screen) split(row, from, to int) []Spot {
	letters := make([]rune, 0, to-from)
	for at := from; at < to; at++ {
		letters = append(letters, shown(s.letters[at]))
	}
	text, column := string(letters), from-row*s.Columns
	var out []Spot
	add := func(part string, offset int, label bool) {
		lead := len(part) - len(strings.TrimLeft(part, " "))
		if part = strings.TrimRight(part[lead:], " "); strings.Trim(part, " .") == "" {
			if label && len(out) > 0 {
				out[len(out)-1].label = true
			}
			return
		}
		at := column + len([]rune(text[:offset+lead]))
		out = append(out, Spot{Row: row, Column: at, Length: len([]rune(part)), Field: -1, Text: part, label: label})
	}
	done := 0
	for _, m := range apart.FindAllStringIndex(text, -1) {
		add(text[done:m[0]], done, strings.Trim(text[m[0]:m[1]], " ") != "")
		done = m[1]
	}
	add(text[done:], done, false)
	return out
}

// all are the pieces of the whole screen, row by row.
func (s *Screen) all() []Spot {
	var out []Spot
	for row := range s.Rows {
		out = append(out, s.pieces(row)...)
	}
	return out
}

// named writes a label as it is compared: without leaders, signs and spare
// spaces.
func named(text string) string {
	return plain(strings.TrimRight(strings.TrimSpace(text), " .:=>"))
}
