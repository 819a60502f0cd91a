// SPDX-License-Identifier: EUPL-1.2

package practice

import (
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

// The log-ins of the practice applications. They protect made-up data on the
// loopback interface and nothing else; never use them anywhere.
const (
	MelderegisterUser     = "uebung33"
	MelderegisterPassword = "Siedel-2003"
	BibliothekUser        = "theke1"
	BibliothekPassword    = "lesen-2001"
	BibliothekToken       = "uebung-kleinsiedel-nicht-geheim"
	KasseUser             = "KASSE1"
	KassePassword         = "Taler-1998"
)

// Options says where the town keeps its ledgers and how it behaves.
type Options struct {
	Dir               string // folder of the ledgers; created if missing
	MelderegisterPort int    // 0 means any free port
	BibliothekPort    int    // 0 means any free port
	ZehnRundenPort    int    // 0 means any free port
	KassePort         int    // 0 means any free port
	Switches          Switches
	Now               func() time.Time // the clock; nil means the real one
}

// Switches says what goes wrong in each application; the zero value is a
// town in good health that answers at once.
type Switches struct {
	Melderegister trouble.Switches
	Bibliothek    trouble.Switches
	Kasse         trouble.Switches
	APIOff        bool // the library's JSON interface answers 503
}

// The persons for whom DemoSwitches makes trouble.
const (
	DriftedPerson = "0040307" // Zoë Wolf: her mask is in the second layout
	FailingPerson = "0040238" // Emine Weber: loading her fails twice
)

// DemoSwitches is the trouble that the example Namensänderung is about.
func DemoSwitches() Switches {
	return Switches{Melderegister: trouble.Switches{
		SecondLayoutFor: []string{DriftedPerson},
		FailLoading:     map[string]int{FailingPerson: 2},
	}}
}
