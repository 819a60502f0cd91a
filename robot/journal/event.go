// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"encoding/json"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Event is one thing that happened. What a caller fills in is divided in two:
// fields that stand in the line in clear and must hold no personal data, and
// fields that are sealed, of which the line shows commitments only.
type Event struct {
	Kind Kind
	// Step is the number of the step in the plan, with the round where it stands
	// in a loop, ID its id; both in clear.
	Step string
	ID   string
	// About are words in clear: driver, variant, hash of a picture, file name.
	About map[string]string
	// Rules are the ids of the rules that fired, in clear.
	Rules []string
	// Text is a sentence in clear, made by Heinzel alone.
	Text speech.Text

	// Values are sealed one by one, each under the name of its variable.
	Values map[string]value.Value
	// Sealed is sealed as a whole: the record of a decision, a question.
	Sealed json.RawMessage
	// Fault stands in clear with kind, operation and step; its cause may quote
	// values and is sealed. In an event that was read it is a *fault.Fault.
	Fault error
	// Reason is why a case ended; sealed, since it may quote values.
	Reason speech.Text

	// The fields below are written by the journal and filled when it is read.

	Seq int       // number of the line in its log, from 1
	At  time.Time // when, by the journal's clock, in UTC
	// Case is the number of the case; 0 where the order itself is meant.
	Case int
	// Reference is the file number of the case, where it could be opened.
	Reference string
	Outcome   Outcome
	Order     *Order // of Created
	// Commitments stand for what was sealed: per variable, and under
	// "(sealed)", "(fault)", "(reason)" and "(reference)".
	Commitments map[string]string
	// Unopened names those commitments whose content is not available: no
	// key, an erased key, or a record that was lost.
	Unopened []string
}
