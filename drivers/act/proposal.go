// SPDX-License-Identifier: EUPL-1.2

package act

import (
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Proposal is what a driver believes an element has become. It changes nothing
// by itself: a person approves it.
type Proposal struct {
	System, Screen string
	Old, New       scenarios.Element
	// Trust is how likely it is right, 0 to 1; Share and Rival are what the
	// element and the next best one had of all votes.
	Trust, Share, Rival float64
	// Because names the evidence.
	Because speech.Text
	// Picture shows the element now, masked; nil where none could be taken.
	Picture []byte
}

// Proposer receives proposals.
type Proposer func(Proposal)

// State is how an element is found on a screen today.
type State string

// The states of an element.
const (
	Certain  State = "certain"  // every recorded way leads to it
	Moved    State = "moved"    // some do not, but which it is is clear
	Doubtful State = "doubtful" // it has changed: what it has become is only a proposal, or several could be meant
	Missing  State = "gone"
)

// Finding is one element of a screen, found again or not.
type Finding struct {
	State State
	// Now is what the element is today; nil where nobody knows.
	Now *Proposal
	// Doubt explains what is not certain.
	Doubt error
}
