// SPDX-License-Identifier: EUPL-1.2

package scenarios

import "github.com/heinzel-rpa/heinzel/scenarios/source"

// Elements describes the screens of one system.
type Elements struct {
	System  string
	Screens []Screen
}

// Screen is one mask or page, by the name that people give it.
type Screen struct {
	Name string
	// RecognisedBy is a text that only this screen shows.
	RecognisedBy string
	// Window picks one of the system's windows; empty is the first.
	Window WindowHint
	// Frame leads from the window to the frame, outermost first.
	Frame    []FrameHint
	Elements []Element
	// Siblings are other elements that were on the screen when it was recorded:
	// what became of them tells how the screen has changed.
	Siblings []Fingerprint
	At       source.Place
}

// WindowHint recognises a popup.
type WindowHint struct{ Title string }

// FrameHint recognises a frame inside its parent: by its name; where it has
// none, by what its address ends in, and else by its place among the frames of
// its parent, from 1. All that is given must fit.
type FrameHint struct {
	Name    string `json:"name,omitempty"`
	Address string `json:"address,omitempty"`
	Number  int    `json:"number,omitempty"`
}

// Element is one thing on a screen, with the ways to find it again.
type Element struct {
	Name  string
	Role  string
	Frame []FrameHint // where it differs from the screen's
	Found []Candidate
	// Keys is set where the page listens for single keys while one types.
	Keys bool
	// Secret is set where secrets may be written although the field shows what
	// it holds, such as one for the name of a user.
	Secret bool
	// Mask says that the field itself rewrites what is typed.
	Mask    string
	Picture string
	// Fingerprint is what it looked like when it was recorded.
	Fingerprint Fingerprint
	// Sample is a made-up value that the imaginary screen shows.
	Sample string
	At     source.Place
}

// By is a way to find an element again.
type By string

// The ways, most trusted first.
const (
	ByLabel         By = "label"
	ByLabelLeft     By = "label left"
	ByLabelAbove    By = "label above"
	ByName          By = "name" // the accessible name, with a role
	ByText          By = "text"
	ByColumn        By = "column"    // the cell below this heading
	ByBeside        By = "beside"    // the control that follows this text
	ByTextLike      By = "text like" // a text whose numbers may change: each is written as #
	ByPlaceholder   By = "placeholder"
	ByTitle         By = "title" // what is shown when the mouse rests on it
	ByLink          By = "link"  // where it leads, without what changes from time to time
	ByNameAttribute By = "name attribute"
	ByID            By = "id"
	ByCSS           By = "css" // a selector, as recorders of others write it
	ByPath          By = "path"
)

// Ways lists the ways to find an element, most trusted first.
func Ways() []By {
	return []By{
		ByLabel, ByLabelLeft, ByLabelAbove, ByName, ByText, ByColumn, ByBeside, ByTextLike, ByPlaceholder, ByTitle,
		ByLink, ByNameAttribute, ByID, ByCSS, ByPath,
	}
}

// Candidate is one way to find an element, as it was recorded.
type Candidate struct {
	By   By     `json:"by"`
	What string `json:"what"`
	Role string `json:"role,omitempty"` // restricts the match to elements of this role
	// Matched is how many elements it found when it was recorded.
	Matched int          `json:"matched"`
	At      source.Place `json:"-"`
}

// Screen finds a screen by name, or nil.
func (e *Elements) Screen(name string) *Screen {
	if e == nil {
		return nil
	}
	for i := range e.Screens {
		if e.Screens[i].Name == name {
			return &e.Screens[i]
		}
	}
	return nil
}

// Element finds an element by name, or nil.
func (s *Screen) Element(name string) *Element {
	if s == nil {
		return nil
	}
	for i := range s.Elements {
		if s.Elements[i].Name == name {
			return &s.Elements[i]
		}
	}
	return nil
}

// Find looks a target up; both are nil where it does not exist.
func (e *Elements) Find(t Target) (*Screen, *Element) {
	s := e.Screen(t.Screen)
	return s, s.Element(t.Element)
}
