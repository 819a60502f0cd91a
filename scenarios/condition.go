// SPDX-License-Identifier: EUPL-1.2

package scenarios

import "github.com/heinzel-rpa/heinzel/scenarios/source"

// Condition is what must be so: every part that is given.
type Condition struct {
	// Text must be visible somewhere in the system's window.
	Text Operand
	// Element must be there; Shows is the text or value it must have.
	Element *Target
	Shows   Operand
	// Gone must not be visible (any more).
	Gone Operand
	// Holds must be true of the case's values.
	Holds Operand
	// Status is the answer's HTTP status, of a request.
	Status int
	Given  bool
	At     source.Place
}

// OnScreen reports whether the condition needs to look at a window.
func (c Condition) OnScreen() bool {
	return c.Text.Given || c.Gone.Given || c.Element != nil
}
