// SPDX-License-Identifier: EUPL-1.2

// Package proof verifies journals: their lines, checkpoints and proofs. It
// uses the standard library and golang.org/x/mod only.
package proof

// State is what a check found.
type State string

// Finding is what is wrong with a log, and where.
type Finding struct {
	State State
	Line  int
}

// Report is what the check of an order found.
type Report struct{}

// Case is what the check of a case found.
type Case struct {
	Number int
}
