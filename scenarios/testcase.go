// SPDX-License-Identifier: EUPL-1.2

package scenarios

import "github.com/heinzel-rpa/heinzel/scenarios/source"

// TestCase is an example beside a scenario: what a case brings along, what
// the imaginary screen shows, and what must come of it.
type TestCase struct {
	Name string
	// Given holds the inputs, as text.
	Given map[string]string
	// Screen holds what is read, by screen/element or by the variable that an
	// interface's answer goes into.
	Screen map[string]string
	// Outcome is done, unchanged, business, technical or halted.
	Outcome string
	// Commits are the ids of the irreversible steps that happen, in order.
	Commits []string
	// Values are variables at the end, as text.
	Values map[string]string
	At     source.Place
}
