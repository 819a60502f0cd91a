// SPDX-License-Identifier: EUPL-1.2

package act

import "github.com/heinzel-rpa/heinzel/scenarios"

// Ballot is what all recorded ways to find an element found this time.
type Ballot struct {
	Ways   []Vote
	Rivals []Rival
}

// Vote is one way and the rivals it found, by their index.
type Vote struct {
	By      scenarios.By
	What    string
	Matches []int
}

// Rival is one element that at least one way found.
type Rival struct {
	// Describe is the element in words: "textbox Nachname, shows Meier".
	Describe string
	Score    float64
}

// Clue is one way, and the elements that it found, in words.
type Clue struct {
	By    scenarios.By
	What  string
	Found []string
}

// clue names the rivals that a way found.
func (b Ballot) clue(v Vote) Clue {
	c := Clue{By: v.By, What: v.What}
	for _, i := range v.Matches {
		if i < len(b.Rivals) {
			c.Found = append(c.Found, b.Rivals[i].Describe)
		}
	}
	return c
}
