// SPDX-License-Identifier: EUPL-1.2

package screen

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// Find gives everything that a way leads to. Ways that only web pages know lead
// nowhere.
func (s *Screen) Find(by scenarios.By, what string) []Spot {
	switch by {
	case scenarios.ByLabel:
		return merged(s.byLabel(what, s.right), s.byLabel(what, s.below))
	case scenarios.ByLabelLeft:
		return s.byLabel(what, s.right)
	case scenarios.ByLabelAbove:
		return s.byLabel(what, s.below)
	case scenarios.ByBeside:
		return s.byLabel(what, s.following)
	case scenarios.ByName:
		return s.keysNamed(what)
	case scenarios.ByText:
		return s.texts(func(text string) bool { return plain(text) == plain(what) })
	case scenarios.ByTextLike:
		return s.texts(func(text string) bool { return like(text) == plain(what) })
	case scenarios.ByPath:
		return s.at(what)
	}
	return nil
}

// merged joins what two ways found.
func merged(a, b []Spot) []Spot {
	for _, one := range b {
		known := false
		for _, other := range a {
			known = known || one == other
		}
		if !known {
			a = append(a, one)
		}
	}
	return a
}

// byLabel finds what belongs to each text that reads as the label.
func (s *Screen) byLabel(label string, belonging func(Spot) (Spot, bool)) []Spot {
	var out []Spot
	for _, p := range s.all() {
		if p.Input || named(p.Text) != named(label) {
			continue
		}
		if spot, ok := belonging(p); ok {
			out = merged(out, []Spot{spot})
		}
	}
	return out
}

// right is what stands to the right of a label: a field, a text, or the empty
// field in which a text would stand.
func (s *Screen) right(label Spot) (Spot, bool) {
	limit := s.Columns
	for _, p := range s.pieces(label.Row) {
		switch {
		case p.Column < label.end():
			continue
		case p.Input:
			return p, true
		case p.label:
			limit = p.Column
		default:
			return s.whole(p), true
		}
		break
	}
	return s.blank(label.Row, label.end(), limit)
}

// whole is a text with all of its field, unless the field holds labels, too: a
// value may have several spaces inside.
func (s *Screen) whole(p Spot) Spot {
	own := s.ownerOf(p)
	if own < 0 || s.Fields[own].Row != p.Row || s.Fields[own].Column+s.Fields[own].Length > s.Columns {
		return p
	}
	f := s.Fields[own]
	for _, other := range s.pieces(p.Row) {
		if other.Column >= f.Column && other.Column < f.Column+f.Length && (other.label || other.Column < p.Column) {
			return p
		}
	}
	p.Text = plain(s.Text(own))
	p.Length = len([]rune(s.Text(own))) - (p.Column - f.Column)
	return p
}

func (s *Screen) ownerOf(p Spot) int { return s.owner[p.Row*s.Columns+p.Column] }

// blank is the first empty protected field that begins in a stretch of a row.
func (s *Screen) blank(row, from, to int) (Spot, bool) {
	for _, f := range s.Fields {
		if f.Row == row && f.Column > from && f.Column < to && f.Protected && !f.Hidden && f.Held == 0 && f.Length > 0 {
			return Spot{Row: row, Column: f.Column, Length: f.Length, Field: -1}, true
		}
	}
	return Spot{}, false
}

// below is what stands under a label and overlaps it; the nearest counts.
func (s *Screen) below(label Spot) (Spot, bool) {
	if label.Row+1 >= s.Rows {
		return Spot{}, false
	}
	best, found := Spot{}, false
	for _, p := range s.pieces(label.Row + 1) {
		if p.Column < label.end() && p.end() > label.Column && (!found || far(p, label) < far(best, label)) {
			best, found = p, true
		}
	}
	return best, found
}

func far(p, label Spot) int { return max(p.Column-label.Column, label.Column-p.Column) }

// following is the first field for writing after a text, in its row or the next.
func (s *Screen) following(text Spot) (Spot, bool) {
	for row := text.Row; row < min(text.Row+2, s.Rows); row++ {
		for _, p := range s.pieces(row) {
			if p.Input && (row > text.Row || p.Column >= text.end()) {
				return p, true
			}
		}
	}
	return Spot{}, false
}

func (s *Screen) texts(fits func(string) bool) []Spot {
	var out []Spot
	for _, p := range s.all() {
		if !p.Input && fits(p.Text) {
			out = append(out, p)
		}
	}
	return out
}

// like writes each number as one #.
func like(text string) string {
	var b strings.Builder
	digit := false
	for _, r := range plain(text) {
		if !unicode.IsDigit(r) {
			b.WriteRune(r)
		} else if !digit {
			b.WriteByte('#')
		}
		digit = unicode.IsDigit(r)
	}
	return b.String()
}

// at is what stands in a place, written as row/column, both from 1.
func (s *Screen) at(place string) []Spot {
	var row, column int
	if n, err := fmt.Sscanf(place, "%d/%d", &row, &column); n != 2 || err != nil || row < 1 || row > s.Rows {
		return nil
	}
	for _, p := range s.pieces(row - 1) {
		switch {
		case column-1 < p.Column || column-1 >= p.end():
		case p.Input:
			return []Spot{p}
		default:
			return []Spot{s.whole(p)}
		}
	}
	return nil
}
