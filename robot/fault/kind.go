// SPDX-License-Identifier: EUPL-1.2

package fault

// Kind says what sort of trouble a fault is. The list only grows: its words
// stand in journals.
type Kind string

// The kinds.
const (
	Unknown     Kind = ""
	Internal    Kind = "internal"    // a fault of ours
	Usage       Kind = "usage"       // wrong use or an invalid file
	Business    Kind = "business"    // the case is wrong: not retried, a person gets the reason
	Technical   Kind = "technical"   // retried by policy from the last safe point
	Halted      Kind = "halted"      // a person is needed: ambiguous, in doubt, a question
	Unapproved  Kind = "unapproved"  // the scenario may not run here
	Evidence    Kind = "evidence"    // the journal does not verify
	Interrupted Kind = "interrupted" // a person stopped it
)

// ExitCode is what the command line ends with; it is decided here and nowhere
// else. The codes are a contract with scripts.
func (k Kind) ExitCode() int {
	switch k {
	case Unknown:
		return 0
	case Usage:
		return 2
	case Business:
		return 3
	case Technical:
		return 4
	case Halted:
		return 5
	case Unapproved:
		return 6
	case Evidence:
		return 7
	case Interrupted:
		return 130
	default:
		return 1
	}
}
