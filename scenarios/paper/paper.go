// SPDX-License-Identifier: EUPL-1.2

// Package paper sets findings out for people: headings, sentences, lists,
// tables and lines of a file, once, and prints them as text for terminals or
// as one HTML page for reading and filing. The page needs no script, no other
// file and no network, and can be printed.
package paper

import "github.com/heinzel-rpa/heinzel/scenarios/speech"

// Document is what is set out, in one language.
type Document struct {
	Lang  speech.Lang
	Title string
	Parts []Part
}

// Part is one thing below another; only one of its fields is set.
type Part struct {
	Heading string
	Text    string
	List    []string
	Table   *Table
	Code    string // lines of a file, as they are
}

// Table is rows under a head, of as many cells.
type Table struct {
	Head []string
	Rows [][]string
}

// New begins a document.
func New(lang speech.Lang, title string) *Document { return &Document{Lang: lang, Title: title} }

// Heading begins a section.
func (d *Document) Heading(text string) { d.Parts = append(d.Parts, Part{Heading: text}) }

// Say adds a sentence or two.
func (d *Document) Say(text string) { d.Parts = append(d.Parts, Part{Text: text}) }

// List adds points.
func (d *Document) List(items ...string) { d.Parts = append(d.Parts, Part{List: items}) }

// Table adds a table; without rows it adds nothing.
func (d *Document) Table(head []string, rows [][]string) {
	if len(rows) > 0 {
		d.Parts = append(d.Parts, Part{Table: &Table{head, rows}})
	}
}

// Code adds lines of a file.
func (d *Document) Code(text string) { d.Parts = append(d.Parts, Part{Code: text}) }
