// SPDX-License-Identifier: EUPL-1.2

package journal

// Kind is what sort of event a line records. The list only grows: its words
// stand in journals that are kept for years.
type Kind string

// The kinds of events in the log of a case.
const (
	Begun    Kind = "begun"    // the case began, with its reference and inputs
	Resumed  Kind = "resumed"  // a process went on with it
	Step     Kind = "step"     // a step starts
	Intent   Kind = "intent"   // an irreversible step is about to happen
	Result   Kind = "result"   // a step is done
	Decision Kind = "decision" // rules decided
	Read     Kind = "read"     // a value was read from a screen or an interface
	Retry    Kind = "retry"    // a step or block is tried again
	Fault    Kind = "fault"    // something went wrong
	Question Kind = "question" // a person is asked; the case waits
	Answer   Kind = "answer"   // a person answered
	InDoubt  Kind = "in doubt" // an intent without a result was found
	Verified Kind = "verified" // an intent in doubt was checked, by reading only
	Secret   Kind = "secret"   // a secret was used: its name, never its content
	Proposal Kind = "proposal" // a repaired target waits for approval
	Picture  Kind = "picture"  // a picture or page was kept as evidence
	File     Kind = "file"     // a download or a printed page was kept, sealed
	Ended    Kind = "ended"    // the case ended, with its outcome
)

// The kinds of events in the log of an order. Begun, Resumed, Question and
// Ended stand there too.
const (
	Created  Kind = "created"     // the order began
	Erased   Kind = "erased"      // the key of a case was deleted
	Opened   Kind = "opened"      // a person looked at sealed values
	Exported Kind = "exported"    // a person took a case out
	NewKey   Kind = "key changed" // the journal is signed with another key from here on
	Closed   Kind = "closed"      // the order ended
)

// Outcome is how a case or an order ended: Done, or the kind of the fault.
type Outcome string

// Done is the outcome without a fault.
const Done Outcome = "done"

// State is how far a case has come.
type State string

// The states of a case.
const (
	NotBegun State = "not begun"
	Running  State = "running" // begun and neither waiting nor ended
	Waiting  State = "waiting" // for a person's answer
	Finished State = "ended"
)
