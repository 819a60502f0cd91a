// SPDX-License-Identifier: EUPL-1.2

package screen

import (
	"fmt"
	"strconv"
	"strings"
)

// The bits of a field attribute (IBM GA23-0059, 4.3.1).
const (
	protected = 0x20
	numeric   = 0x10
	display   = 0x0c
	hidden    = 0x0c
)

// attribute is where a field begins, and what it allows.
type attribute struct {
	at   int
	bits int64
}

// unknown stands for a letter that the terminal cannot tell.
const unknown = '\uFFFD'

// Parse reads the answer to ReadBuffer(Unicode): a line for each row, a word for
// each place.
func Parse(rows, columns int, lines []string) (*Screen, error) {
	if rows < 1 || columns < 1 || len(lines) != rows {
		return nil, fmt.Errorf("a screen of %d rows came in %d lines", rows, len(lines))
	}
	s := &Screen{Rows: rows, Columns: columns}
	var attributes []attribute
	for row, line := range lines {
		for word := range strings.FieldsSeq(line) {
			if strings.HasPrefix(word, "SA(") {
				continue // a colour: it takes no place
			}
			if bits, ok := fieldAttribute(word); ok {
				attributes = append(attributes, attribute{len(s.letters), bits})
				s.letters = append(s.letters, 0)
				continue
			}
			letter, err := letter(word)
			if err != nil {
				return nil, err
			}
			s.letters = append(s.letters, letter)
		}
		if len(s.letters) != (row+1)*columns {
			return nil, fmt.Errorf("row %d has %d places, not %d", row+1, len(s.letters)-row*columns, columns)
		}
	}
	s.divide(attributes)
	return s, nil
}

// fieldAttribute reads SF(c0=e8,42=f2): the basic attribute, and colours.
func fieldAttribute(word string) (int64, bool) {
	inside, ok := strings.CutPrefix(word, "SF(")
	if !ok {
		return 0, false
	}
	var bits int64
	for pair := range strings.SplitSeq(strings.TrimSuffix(inside, ")"), ",") {
		if code, ok := strings.CutPrefix(pair, "c0="); ok {
			bits, _ = strconv.ParseInt(code, 16, 16)
		}
	}
	return bits, true
}

// letter reads one place. Letters of the second code page (graphic escape) are
// drawings.
func letter(word string) (rune, error) {
	if strings.HasPrefix(word, "GE(") {
		return unknown, nil
	}
	code, err := strconv.ParseUint(word, 16, 21)
	switch {
	case err != nil:
		return 0, fmt.Errorf("a place holds %q", word)
	case code != 0 && code < ' ':
		return unknown, nil
	}
	return rune(code), nil
}

// divide makes fields of attributes: each goes on until the next attribute, the
// last one from the top of the screen. What hidden fields hold is forgotten.
func (s *Screen) divide(attributes []attribute) {
	size := len(s.letters)
	s.owner = make([]int, size)
	for i := range s.owner {
		s.owner[i] = -1
	}
	for i, a := range attributes {
		next := attributes[(i+1)%len(attributes)].at
		length := (next - a.at - 1 + size) % size
		start := (a.at + 1) % size
		f := Field{
			Row: start / s.Columns, Column: start % s.Columns, Length: length, start: start,
			Protected: a.bits&protected != 0, Numeric: a.bits&numeric != 0, Hidden: a.bits&display == hidden,
		}
		for _, at := range s.places(&f) {
			s.owner[at] = len(s.Fields)
			if s.letters[at] != 0 {
				f.Held++
			}
			if f.Hidden {
				s.letters[at] = 0
			}
		}
		s.Fields = append(s.Fields, f)
	}
}
