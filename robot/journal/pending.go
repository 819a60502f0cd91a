// SPDX-License-Identifier: EUPL-1.2

// Package journal records what happened, per case, on a Merkle log.
package journal

import (
	"errors"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

var errPending = errors.New("not yet written")

// Keys are what signs a journal's checkpoints and opens its values.
type Keys struct{}

// LoadOrCreateKeys reads the keys in dir, and makes them on first use.
func LoadOrCreateKeys(dir string) (*Keys, error) { return nil, errPending }

// NewKeys makes keys that are kept nowhere, for tests.
func NewKeys() (*Keys, error) { return nil, errPending }

// Public is the verifier key that belongs to the signatures.
func (k *Keys) Public() string { return "" }

// Journal writes the log of one order and those of its cases. Its methods may
// be called at the same time.
type Journal struct{}

// Create begins the journal of an order.
func Create(f Folder, order Order, keys *Keys, clock func() time.Time) (*Journal, error) {
	return nil, errPending
}

// Open continues the journal of an order, and tells what it found.
func Open(f Folder, keys *Keys, clock func() time.Time) (*Journal, Found, error) {
	return nil, Found{}, errPending
}

// Begin begins a case; number 0 takes the next free one.
func (j *Journal) Begin(number int, reference string, inputs map[string]value.Value) (*Case, error) {
	return nil, errPending
}

// Resume goes on with a case that is running or waiting.
func (j *Journal) Resume(number int) (*Case, error) { return nil, errPending }

// Erase deletes the key of a case, and with it every sealed value.
func (j *Journal) Erase(number int) error { return errPending }

// Opened notes that a person looked at the sealed values of cases.
func (j *Journal) Opened(by string, numbers ...int) error { return errPending }

// End closes the order: its last line and checkpoint.
func (j *Journal) End(s Summary) error { return errPending }

// Close gives the folder free without ending the order.
func (j *Journal) Close() error { return errPending }

// Summary is how an order ended; the journal adds the counts.
type Summary struct {
	Outcome Outcome
	Text    speech.Text // in clear
}

// Case writes the log of one case.
type Case struct{}

// Number is the number of the case in its order.
func (c *Case) Number() int { return 0 }

// Note writes an event; it need not be durable when Note returns.
func (c *Case) Note(e Event) error { return errPending }

// Intend writes an event and makes it durable, with all before it.
func (c *Case) Intend(e Event) error { return errPending }

// Wait writes an event, usually a Question, and lets the case wait.
func (c *Case) Wait(e Event) error { return errPending }

// End ends the case; reason may quote values, it is sealed.
func (c *Case) End(outcome Outcome, reason speech.Text) error { return errPending }

// Events gives what the case has recorded so far, opened.
func (c *Case) Events() ([]Event, error) { return nil, errPending }

// Values gives the newest value of every variable that was recorded.
func (c *Case) Values() (map[string]value.Value, error) { return nil, errPending }

// VerifyOptions is what a verification may use.
type VerifyOptions struct {
	Public string // the verifier key; empty: that of Keys
	Keys   *Keys  // opens the values, to check them against their commitments
}

// Report is what a verification found.
type Report struct {
	proof.Report
	Order Order
	Cases []CaseReport
}

// CaseReport is what a verification found about one case.
type CaseReport struct {
	proof.Case
	State   State
	Outcome Outcome
	Values  int // opened and found right
	Lost    int // could not be opened, because of a missing key or record
	Wrong   int // do not fit their commitment
}

// Verify checks the journal of an order. A journal that does not verify gives
// a report and a fault of kind Evidence.
func Verify(f Store, o VerifyOptions) (Report, error) { return Report{}, errPending }

// Show gives the events of a case, or with number 0 those of the order's log,
// with their values where keys are given and the case's key still exists.
func Show(f Store, number int, keys *Keys) ([]Event, error) { return nil, errPending }
