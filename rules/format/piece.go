// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"
	"unicode/utf8"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// slip is what is wrong with a cell, at a letter of it.
type slip struct {
	letter        int
	problem, hint speech.Text
}

// piece is a part of a cell that knows where it begins.
type piece struct {
	text   string
	letter int
}

// from is the piece behind its first n bytes, without blanks around it.
func (p piece) from(n int) piece {
	rest := strings.TrimLeft(p.text[n:], " \t\n")
	letter := p.letter + utf8.RuneCountInString(p.text[:len(p.text)-len(rest)])
	return piece{strings.TrimRight(rest, " \t\n"), letter}
}

func (p piece) trimmed() piece { return p.from(0) }

// after is the rest behind a prefix, and whether it was there.
func (p piece) after(prefix string) (piece, bool) {
	if !strings.HasPrefix(p.text, prefix) {
		return p, false
	}
	return p.from(len(prefix)), true
}

// split cuts at a separator that stands outside quotes.
func (p piece) split(separator string) []piece {
	var out []piece
	from := 0
	for at := 0; at < len(p.text); {
		switch {
		case p.text[at] == '"':
			length, _ := quoted(p.text[at:])
			at += length
		case strings.HasPrefix(p.text[at:], separator):
			out = append(out, p.between(from, at))
			at += len(separator)
			from = at
		default:
			at++
		}
	}
	return append(out, p.between(from, len(p.text)))
}

func (p piece) between(from, to int) piece {
	return piece{p.text[:to], p.letter}.from(from)
}

// quoted is the length of a text in quotes at the start of s, and whether its
// closing quote is there.
func quoted(s string) (length int, closed bool) {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1, true
		}
	}
	return len(s), false
}

// unquoted resolves a text that stands wholly in quotes.
func unquoted(s string) (text string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return s, false
	}
	if length, closed := quoted(s); !closed || length != len(s) {
		return s, false
	}
	return strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n", `\r`, "\r").Replace(s[1 : len(s)-1]), true
}

// inQuotes is the contrary of unquoted.
func inQuotes(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`).Replace(s) + `"`
}
