// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// always is the condition of a rule that asks nothing.
const always = "true"

// sentence is a condition that is put together of several cells, and knows
// which letter came from where.
type sentence struct {
	text   strings.Builder
	length int // in letters
	parts  []part
}

// part is a condition of a cell: where it begins, and the place of its n-th
// letter.
type part struct {
	from int
	at   func(letter int) source.Place
}

// add lets a further condition hold as well.
func (s *sentence) add(c condition, at func(int) source.Place) {
	text, brackets := c.inside(joined), 0
	if c.bond < joined {
		brackets = 1
	}
	if len(s.parts) > 0 {
		s.write(" and ")
	}
	s.parts = append(s.parts, part{s.length + brackets, at})
	s.write(text)
}

func (s *sentence) write(text string) {
	s.text.WriteString(text)
	s.length += utf8.RuneCountInString(text)
}

// expression is the whole condition; a row that asks nothing always applies.
func (s *sentence) expression(at source.Place) book.Expression {
	if len(s.parts) == 0 {
		return book.Expression{Text: always, At: at, TextAt: func(int) source.Place { return at }}
	}
	return book.Expression{Text: s.text.String(), At: s.place(0), TextAt: s.place}
}

func (s *sentence) place(letter int) source.Place {
	last := s.parts[0]
	for _, p := range s.parts {
		if p.from <= letter {
			last = p
		}
	}
	return last.at(max(letter-last.from, 0))
}
