// SPDX-License-Identifier: EUPL-1.2

package screen

import (
	"slices"
	"strings"
)

// Covered is what is shown instead of a letter that must not be seen.
const Covered = '▒'

// Guarded marks the places that must not be seen: fields for writing, and
// wherever one of the texts is shown.
func (s *Screen) Guarded(texts []string) []bool {
	out := make([]bool, len(s.letters))
	for at, own := range s.owner {
		out[at] = own >= 0 && !s.Fields[own].Protected
	}
	seen := make([]rune, len(s.letters))
	for at, r := range s.letters {
		seen[at] = shown(r)
	}
	for _, text := range texts {
		guard(out, seen, []rune(strings.TrimSpace(text)))
	}
	return out
}

// guard marks every place where a text is shown, in any case of its letters.
func guard(out []bool, seen, text []rune) {
	if len(text) == 0 {
		return
	}
	for at := 0; at+len(text) <= len(seen); at++ {
		if strings.EqualFold(string(seen[at:at+len(text)]), string(text)) {
			for i := range text {
				out[at+i] = true
			}
		}
	}
}

// Letter is what a place shows; 0 is nothing.
func (s *Screen) Letter(row, column int) rune { return s.letters[row*s.Columns+column] }

// Masked is the screen as text, with everything guarded covered, and without
// empty rows.
func (s *Screen) Masked(texts []string) []string {
	guarded := s.Guarded(texts)
	var rows []string
	for row := range s.Rows {
		var b strings.Builder
		for at := row * s.Columns; at < (row+1)*s.Columns; at++ {
			switch r := s.letters[at]; {
			case guarded[at] && r != 0 && r != ' ':
				b.WriteRune(Covered)
			default:
				b.WriteRune(shown(r))
			}
		}
		rows = append(rows, strings.TrimRight(b.String(), " "))
	}
	return slices.DeleteFunc(rows, func(row string) bool { return row == "" })
}
