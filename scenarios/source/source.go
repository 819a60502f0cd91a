// SPDX-License-Identifier: EUPL-1.2

// Package source says where something was written: file, line, column, and
// the line itself with a caret. Every diagnostic about a file that people
// write is made here.
package source

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Place is a position in a file. Lines and columns count from 1, columns in
// letters (runes), as editors show them. The zero Place is nowhere.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// IsZero reports whether the place is unknown.
func (p Place) IsZero() bool { return p == Place{} }

// String is file:line:column, the form that editors make clickable.
func (p Place) String() string {
	switch {
	case p.Line == 0:
		return p.File
	default:
		return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
	}
}

// Shift is the place n letters further right on the same line.
func (p Place) Shift(n int) Place {
	p.Column += n
	return p
}

// File is the text of one file, kept to quote its lines.
type File struct {
	Name  string
	lines []string
}

// NewFile splits text into lines.
func NewFile(name, text string) *File {
	return &File{Name: name, lines: strings.Split(text, "\n")}
}

// Snippet quotes the line of p with a caret below the column:
//
//	| fill: suche/Persnummer
//	| ......^
//
// A line longer than a screen is cut around the caret.
func (f *File) Snippet(p Place) string {
	if f == nil || p.Line < 1 || p.Line > len(f.lines) {
		return ""
	}
	line, column := window(strings.TrimSuffix(f.lines[p.Line-1], "\r"), max(p.Column, 1))
	return " | " + line + "\n | " + strings.Repeat(".", column-1) + "^"
}

const screen = 100

// window cuts a long line to at most one screen around column and replaces
// tabs, so that the caret stands below the right letter.
func window(line string, column int) (string, int) {
	line = strings.ReplaceAll(line, "\t", " ")
	if n := utf8.RuneCountInString(line); column > n+1 {
		column = n + 1
	}
	runes := []rune(line)
	if len(runes) <= screen {
		return line, column
	}
	from := max(0, min(column-screen/2, len(runes)-screen))
	return string(runes[from : from+screen]), column - from
}
