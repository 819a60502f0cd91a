// SPDX-License-Identifier: EUPL-1.2

// Package report sets out what came of an order as one page: first what a
// person has to do, then every case with its steps, then how to verify it all.
// A statement is the same of one case, on one sheet, for the file. A page needs
// nothing else, no script, no other file, no network; it can be read aloud,
// printed, and filed.
//
// A sentence about a case may quote personal data. So each comes in two
// wordings, and the report shows the one without unless it is told that values
// may be seen.
package report

import (
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Report is everything the page says.
type Report struct {
	Lang speech.Lang
	// Title is the scenario's, Order the order's id.
	Title, Order string
	// Begun and Ended are shown in their own time zone.
	Begun, Ended time.Time
	StartedBy    string
	Environment  string
	// Approval says by whose leave it ran.
	Approval speech.Text
	// Versions are what ran, each with its hash.
	Versions []Version
	Cases    []Case
	// NotBegun counts the cases that nobody has touched yet.
	NotBegun int
	// Ledger is the systems' own word on the order, where it was asked.
	Ledger *Ledger
	Proof  Proof
	// ShowValues says that readers may see values of cases.
	ShowValues bool
}

// Version names one thing that took part in the order.
type Version struct {
	What       speech.Text
	Name, Hash string
}

// Outcome is how a case ended; its words are those of the journal.
type Outcome string

// The outcomes.
const (
	Done        Outcome = "done"
	Unchanged   Outcome = "unchanged"
	Halted      Outcome = "halted"
	Business    Outcome = "business"
	Technical   Outcome = "technical"
	Interrupted Outcome = "interrupted"
)

// Case is what came of one case.
type Case struct {
	Number  int
	Outcome Outcome
	// Waits is set where the case is not over.
	Waits bool
	// Reference may quote values; ReasonWithoutValues and its like do not.
	Reference, ReferenceWithoutValues string
	Reason, ReasonWithoutValues       speech.Text
	Hint, HintWithoutValues           speech.Text
	// Begun is shown in its own time zone.
	Begun time.Time
	Took  time.Duration
	// Decisions and Steps are in the order in which they came.
	Decisions []Decision
	Steps     []Step
	// Commits are the irreversible steps that are done.
	Commits []Commit
	// Picture is a masked PNG of what the screen showed, if any.
	Picture []byte
}

// Commit is an irreversible step that is done: its id, the system it was done
// in, when, and its sentence in the report's language, where that is known.
type Commit struct {
	ID, System string
	At         time.Time
	Text       string
}

// Ledger compares what the systems say was done with what was to be done.
type Ledger struct {
	Expected, Found, Double int
	// Problems say what is not as expected.
	Problems []speech.Text
}

// Proof is what a reader needs to verify the journal.
type Proof struct {
	Command, PublicKey, Checkpoint string
}
