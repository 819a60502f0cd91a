// SPDX-License-Identifier: EUPL-1.2

// Package sentences says a checked scenario in numbered sentences, as clerks
// and auditors read it, in German and English. It makes a plain structure,
// which two printers set out: Text for terminals, HTML for reading and filing.
// The numbers are those that journals name.
package sentences

import (
	"github.com/heinzel-rpa/heinzel/rules/explain"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Document is a scenario, or a rulebook alone, in words of one language.
type Document struct {
	Lang  speech.Lang
	Title string
	Hash  string
	// Reference says what names a case; empty where nothing does.
	Reference string
	Inputs    []Input
	// Retention says how long the values of a case are kept, class by class.
	Retention []string
	Systems   []System
	Steps     []Sentence
	Rulebooks []Book
}

// Input is a value that every case brings along.
type Input struct {
	Name, Label string
	Kind        string // the type in words
	Class       string // the privacy class in words
	Required    bool
}

// System is an application that the scenario works with.
type System struct {
	Name, Title   string
	Kind, Session string // in words
	SignedOut     string // how a lost session is recognised
	LogIn, LogOut []Sentence
}

// Sentence is one step.
type Sentence struct {
	Number string
	ID     string
	Text   string
	// Irreversible marks a step that is announced first and done once.
	Irreversible bool
	// Element is the element's name as the files write it: screen/element.
	Element string
	// Picture is the path of the element's picture in the scenario's folder.
	Picture string
	// Notes are said below the sentence: what must hold, what is sent.
	Notes []string
	Parts []Part
}

// Part is a group of steps inside a step; its label may be empty.
type Part struct {
	Label string
	Steps []Sentence
}

// Book is a rulebook of the scenario, by the name that steps use.
type Book struct {
	Name string
	explain.Document
	// Whole shows what the rules ask for, and their tests, too.
	Whole bool `json:",omitempty"`
}
