// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"regexp"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Order is the identity of an order: what ran, where, by whose leave. It is
// the first line of the order's log, in clear.
type Order struct {
	ID          string            `json:"id"`
	Scenario    Item              `json:"scenario"`
	Environment Item              `json:"environment"`
	Rulebooks   map[string]string `json:"rulebooks,omitempty"` // name → hash
	Version     string            `json:"program"`
	StartedBy   string            `json:"started_by,omitempty"`
	Approval    string            `json:"approval"`
	// Key is the verifier key that the order began with; Create fills it in.
	Key string `json:"key,omitempty"`
	// KeptFor is how many days the values of a case are kept after its end; 0 is
	// until somebody erases them.
	KeptFor int `json:"kept_for_days,omitempty"`
	// Cases is how many cases the order has; 0 where nobody knows beforehand.
	Cases int `json:"cases,omitempty"`
}

// Item names a thing and the hash of its content.
type Item struct {
	Name string `json:"name"`
	Hash string `json:"hash,omitempty"`
}

// NotApproved is what an order says as long as there are no approvals.
const NotApproved = "not approved: test operation"

var idPattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`)

func (o Order) check() error {
	if idPattern.MatchString(o.ID) {
		return nil
	}
	return fault.New(fault.Usage, "journal.create", speech.Say(
		"%q cannot name an order: letters, digits, full stop, hyphen and underline only",
		"„%s“ kann keinen Auftrag benennen: nur Buchstaben, Ziffern, Punkt, Binde- und Unterstrich", o.ID))
}

// Found is what Open found in the folder of an order.
type Found struct {
	Order Order
	// Closed reports whether the order had already ended.
	Closed bool
	// Cases holds every case that has begun or, where the order knows their
	// number, might have; in the order of their numbers.
	Cases []CaseFound
	// Torn lists last lines that a crash left unfinished. They are cut off.
	Torn []Torn
}

// CaseFound is one case as Open found it.
type CaseFound struct {
	Number  int
	State   State
	Outcome Outcome // of a case that ended
	Lines   int
	Erased  bool // its key was deleted: it can be verified, not read
}

// Torn is a last line that was not written to its end.
type Torn struct {
	Log   string
	Bytes int
}
