// SPDX-License-Identifier: EUPL-1.2

// Package act is what a robot asks of a driver, and what the driver answers:
// actions and looks, effects and doubts. Plain values, alike for browsers,
// desktops, terminals and interfaces.
package act

import (
	"time"

	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// Verb is what is to be done.
type Verb string

// The verbs.
const (
	Open    Verb = "open"
	Fill    Verb = "fill"
	Click   Verb = "click"
	Choose  Verb = "choose"
	Tick    Verb = "tick"
	Press   Verb = "press"
	Read    Verb = "read"
	Dialog  Verb = "dialog"
	Request Verb = "request"

	Drag     Verb = "drag"
	Upload   Verb = "upload"
	Download Verb = "download"
	Print    Verb = "print"
)

// Action is one thing to do in a system.
type Action struct {
	Verb    Verb
	Screen  *scenarios.Screen
	Element *scenarios.Element
	// Row are the key cells of the element's table row.
	Row []Cell
	// Text is what is written, chosen (one entry per line), pressed, or the
	// path that is opened.
	Text string
	// Onto is where something is dropped.
	Onto *scenarios.Element
	// OntoScreen is the screen of Onto.
	OntoScreen *scenarios.Screen
	// Files are the paths of the files that are uploaded.
	Files []string
	// Secret is written instead of Text.
	Secret secret.Value
	// Double is a click that is made twice in quick succession.
	Double bool
	// On is the wanted state of a box.
	On bool
	// Answer is what a message box must say and gets.
	Answer *Answer
	Call   *Call
	Within time.Duration
	// Heals lets the action proceed where the element has changed, but which it
	// has become is beyond doubt.
	Heals bool
}

// Cell is one key column and what it must show.
type Cell struct{ Column, Text string }

// Answer says which message box is expected and how it is answered.
type Answer struct {
	Says   string
	Accept bool
	Prompt string
}

// Call is a request to an interface.
type Call struct {
	Method, Path string
	Body         []byte // JSON, or nil
	// Key makes the call idempotent where the interface honours it.
	Key    string
	Status int // expected; 0 is any below 400
}

// Effect is what came of an action.
type Effect struct {
	// Value is what was read, or read back after writing.
	Value string
	// Found says how the element was found, for the journal.
	Found string
	// Moved is set where some of the recorded ways no longer agree.
	Moved bool
	// Body and Status are the answer of an interface.
	Body   []byte
	Status int
	// Touched is set as soon as the system may have felt the action. An action
	// that failed untouched surely did not happen.
	Touched bool
	// Said is the text of the message box that was answered.
	Said string
	// File is what was downloaded or printed: whole, and checked. Its name is
	// in Value.
	File []byte
}

// Look is a question about what a system shows.
type Look struct {
	Text    string // visible somewhere
	Gone    string // not visible
	Screen  *scenarios.Screen
	Element *scenarios.Element
	Shows   string
	HasText bool // Shows was given
	Within  time.Duration
}

// AtOnce is the waiting of a look that only notes what is so right now.
const AtOnce = 300 * time.Millisecond
