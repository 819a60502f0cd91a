// SPDX-License-Identifier: EUPL-1.2

package target

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

// Model finds a recorded element again in two stages: an election among the
// elements of a page, in which "none of them" is a candidate, and then the
// question whether the winner can be trusted. Both are ladders.
type Model struct {
	Election  Ladder  `json:"election"`
	Trust     Ladder  `json:"trust"`
	Threshold float64 `json:"threshold"` // the least trust in a winner
}

// Ladder adds up what likenesses are worth: steps that they climb, each worth
// something once it is reached, so that more likeness never counts less.
type Ladder struct {
	Steps []Step  `json:"steps"`
	None  float64 `json:"none"` // what "none of them" scores
}

// Step is worth Gain to an element whose likeness in an aspect is at least
// From.
type Step struct {
	Aspect int     `json:"aspect"`
	From   float64 `json:"from"`
	Gain   float64 `json:"gain"`
}

//go:embed weights.json
var weights []byte

// Trained is the model that was learned; recorder/trial makes its weights.
func Trained() (*Model, error) {
	var m Model
	if err := json.Unmarshal(weights, &m); err != nil {
		return nil, fmt.Errorf("reading the weights: %w", err)
	}
	return &m, nil
}

// score adds up the steps that a likeness reaches.
func (l *Ladder) score(likeness []float64) float64 {
	sum := 0.0
	for _, s := range l.Steps {
		if likeness[s.Aspect] >= s.From {
			sum += s.Gain
		}
	}
	return sum
}
