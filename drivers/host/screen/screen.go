// SPDX-License-Identifier: EUPL-1.2

// Package screen understands what a 3270 terminal shows: its fields with what
// they allow, texts and what they label, tables, numbered choices, and the line
// that says what the function keys do. It only reads; hidden fields are never
// looked into.
package screen

import "strings"

// Screen is one state of a terminal.
type Screen struct {
	Rows, Columns int
	Fields        []Field
	// letters are what is seen, place by place; 0 is nothing.
	letters []rune
	// owner is the field of each place; -1 where an attribute stands, or where
	// the screen has no fields.
	owner []int
}

// Field is one field, and what it allows.
type Field struct {
	// Row and Column are its first place, from 0.
	Row, Column, Length int
	Protected           bool // nothing can be written
	Hidden              bool // what it holds is not shown: passwords
	Numeric             bool // takes digits only
	// Held is how many places are filled: all that is known of hidden fields.
	Held int

	start int
}

// places are the places of a field in their order: the last field of a screen
// goes on at the top.
func (s *Screen) places(f *Field) []int {
	out := make([]int, f.Length)
	for i := range out {
		out[i] = (f.start + i) % len(s.letters)
	}
	return out
}

// Text is what a field shows, without what fills it up at its end.
func (s *Screen) Text(field int) string {
	var b strings.Builder
	for _, at := range s.places(&s.Fields[field]) {
		b.WriteRune(shown(s.letters[at]))
	}
	return strings.TrimRight(b.String(), " ")
}

// shown is how a place looks: what is empty looks like a space.
func shown(r rune) rune {
	if r == 0 {
		return ' '
	}
	return r
}

// Shows reports whether a text is visible: in one row, or in one field that
// goes on in the next. Several spaces count as one.
func (s *Screen) Shows(text string) bool { return s.holds(text, true) }

// Says reports whether the host itself shows a text: what stands in fields for
// writing is not the host's.
func (s *Screen) Says(text string) bool { return s.holds(text, false) }

func (s *Screen) holds(text string, written bool) bool {
	text = plain(text)
	if text == "" {
		return false
	}
	for row := range s.Rows {
		if strings.Contains(plain(s.row(row, written)), text) {
			return true
		}
	}
	for i, f := range s.Fields {
		if (written || f.Protected) && f.Length > s.Columns && strings.Contains(plain(s.Text(i)), text) {
			return true
		}
	}
	return false
}

// row is a row as it is seen, with or without what stands in fields for writing.
func (s *Screen) row(row int, written bool) string {
	var b strings.Builder
	for at := row * s.Columns; at < (row+1)*s.Columns; at++ {
		own := s.owner[at]
		if !written && own >= 0 && !s.Fields[own].Protected {
			b.WriteByte(' ')
			continue
		}
		b.WriteRune(shown(s.letters[at]))
	}
	return strings.TrimRight(b.String(), " ")
}

// plain writes several spaces as one.
func plain(text string) string { return strings.Join(strings.Fields(text), " ") }

// Blank reports whether nothing is shown at all: the host has not painted yet.
func (s *Screen) Blank() bool {
	for _, r := range s.letters {
		if shown(r) != ' ' {
			return false
		}
	}
	return len(s.Fields) == 0
}

// AsksToLogIn reports whether a password can be written.
func (s *Screen) AsksToLogIn() bool {
	for _, f := range s.Fields {
		if f.Hidden && !f.Protected {
			return true
		}
	}
	return false
}
