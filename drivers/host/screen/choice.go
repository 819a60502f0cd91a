// SPDX-License-Identifier: EUPL-1.2

package screen

import "regexp"

// Choice is one numbered entry that belongs to a field: 2. Süd.
type Choice struct{ Number, Text string }

var (
	numbered = regexp.MustCompile(`^(\d{1,2})[.)]? +(\S.*)$`)
	number   = regexp.MustCompile(`^(\d{1,2})[.)]?$`)
)

// Choices are the numbered entries of a field: those to its right, down to the
// next field; where it is the only field of the screen, all that the screen has.
func (s *Screen) Choices(field Spot) []Choice {
	inputs := 0
	until := s.Rows
	for _, p := range s.all() {
		if p.Input {
			inputs++
		}
		if p.Input && p.Row > field.Row {
			until = min(until, p.Row)
		}
	}
	if beside := s.choices(field.Row, until, field.end()); len(beside) > 0 {
		return beside
	}
	if inputs > 1 {
		return nil
	}
	return s.choices(0, s.Rows, 0)
}

// choices reads numbered entries in some rows, right of a column.
func (s *Screen) choices(from, to, column int) []Choice {
	var out []Choice
	for row := from; row < to; row++ {
		pieces := s.pieces(row)
		for i, p := range pieces {
			if p.Input || p.Column < column {
				continue
			}
			if m := numbered.FindStringSubmatch(p.Text); m != nil {
				out = append(out, Choice{m[1], plain(m[2])})
			} else if m := number.FindStringSubmatch(p.Text); m != nil && i+1 < len(pieces) && !pieces[i+1].Input {
				out = append(out, Choice{m[1], plain(pieces[i+1].Text)})
			}
		}
	}
	return out
}
