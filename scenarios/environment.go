// SPDX-License-Identifier: EUPL-1.2

package scenarios

import (
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// Environment says where the systems are and how they are entered. It lies
// beside the scenarios, so that the same scenario runs in test and in earnest.
type Environment struct {
	Name    string
	Title   string
	Systems []Location
	Limits  Limits
	// Pictures says when the screen is kept as evidence, masked.
	Pictures Pictures
	// Vault is where the secrets are kept; nil is Heinzel's own store.
	Vault *Vault
	Hash  string
	At    source.Place
}

// Location is where one system is found.
type Location struct {
	System  string
	Address string
	// Origins are the only ones the robot acts on; the address's is one.
	Origins []string
	// Secrets maps the scenario's names to those in the secret store.
	Secrets map[string]string
	// Bearer is the secret sent as a bearer token to an interface (RFC 6750).
	Bearer string
	Access Access
	// Program is what a desktop system is: a program and its arguments. Only what
	// stands here is ever started.
	Program []string
	// Display says where it is shown.
	Display DisplayKind
	At      source.Place
}

// DisplayKind says on which display a program is worked.
type DisplayKind string

// The displays: one that the robot starts for itself, or that of the clerk who
// sits in front of it.
const (
	OwnDisplay   DisplayKind = "own"
	ClerkDisplay DisplayKind = "clerk"
)

// Vault is a server of OpenBao or Vault that keeps the secrets.
type Vault struct {
	Address string
	Mount   string // of the key/value engine, version 2
	Token   string // the name of the token in Heinzel's own store
	At      source.Place
}

// Pictures says when a masked picture of the screen is kept.
type Pictures string

// When pictures are kept: where a case halts, or after every commit, too.
const (
	OfFaults  Pictures = "faults"
	OfCommits Pictures = "commits"
)

// Limits bound waiting and retrying.
type Limits struct {
	Answer  time.Duration // how long one step may wait
	Retries int           // how often a case starts again after a technical fault
	Pause   time.Duration // before the first retry; doubled for each further one
}

// DefaultLimits hold where an environment says nothing.
func DefaultLimits() Limits {
	return Limits{Answer: 15 * time.Second, Retries: 2, Pause: time.Second}
}

// Location finds where a system is, or nil.
func (e *Environment) Location(system string) *Location {
	for i := range e.Systems {
		if e.Systems[i].System == system {
			return &e.Systems[i]
		}
	}
	return nil
}
