// SPDX-License-Identifier: EUPL-1.2

package ledger

import "time"

// Entry is one save as the application stored it.
type Entry struct {
	System  string    `json:"system"`
	Key     string    `json:"key"`     // Personennummer or Ausweisnummer
	Changes []Change  `json:"changes"` // empty: somebody saved without changing anything
	At      time.Time `json:"at"`
	Count   int       `json:"count"`             // how many times this key has been saved so far, this time included
	Session string    `json:"session"`           // public name of the session, never its cookie
	Number  string    `json:"number,omitempty"`  // the Vorgangsnummer that the clerk was shown
	Request string    `json:"request,omitempty"` // the Idempotency-Key, so that a restart still knows it
}

// Change is one field of a save. Old is what the register held at that moment,
// so a second save of the same form shows Old equal to New and a Count of two.
type Change struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
	Count int    `json:"count"` // how many times this very key and field have been saved so far
}

// Field answers the change of the named field.
func (e Entry) Field(name string) (Change, bool) {
	for _, c := range e.Changes {
		if c.Field == name {
			return c, true
		}
	}
	return Change{}, false
}
