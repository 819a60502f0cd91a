// SPDX-License-Identifier: EUPL-1.2

package trouble

import "time"

// Switches says what goes wrong. A key is the Personennummer or Ausweisnummer
// of a record. Where a number of times is asked, a negative one means always.
type Switches struct {
	// SecondLayout shows every record in the second layout; SecondLayoutFor
	// only those listed. Labels, field names and markup differ, a similar
	// field is added; only the position of the fields before it is the same.
	SecondLayout    bool
	SecondLayoutFor []string

	// Delay is how long each answer takes, Seed makes it repeatable.
	Delay Range
	Seed  uint64

	// FailLoading answers 500 so many times when the record is loaded.
	FailLoading map[string]int
	// FailBeforeSave answers 500 so many times and stores nothing.
	FailBeforeSave map[string]int
	// FailAfterSave stores the change and then answers 500 so many times.
	FailAfterSave map[string]int

	// LogOutAfter drops a session after so many requests (a frameset alone
	// takes four); LogOutTimes limits how many sessions, 0 means all.
	LogOutAfter int
	LogOutTimes int
	// SessionIdle ends a session without requests; 0 means 20 minutes.
	SessionIdle time.Duration

	// DoubleSubmit forgets the check of the Vorgangs-Token and leaves the
	// form on the page after saving: a second submit saves a second time.
	DoubleSubmit bool

	// Hang lists records whose page never comes.
	Hang []string
}

// Range is a duration between two bounds.
type Range struct{ Min, Max time.Duration }

// UsualDelay is how slow the real ones are: 200 to 800 milliseconds.
func UsualDelay() Range {
	return Range{Min: 200 * time.Millisecond, Max: 800 * time.Millisecond}
}
