// SPDX-License-Identifier: EUPL-1.2

package target

import (
	"math"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Example is a recorded element with the elements of a page, as a model learns
// from them: how each is like the recorded one, and which of them are right.
type Example struct {
	Likeness [][]float64
	Right    []bool
}

// NewExample compares a recorded element with a page, and with what became of
// the other elements that were recorded on it. The element at truth, and those
// that do the same, are right; with -1 none is.
func NewExample(was *scenarios.Fingerprint, elements, recorded []scenarios.Fingerprint, truth int) Example {
	p := newPage(elements, recorded)
	e := Example{Likeness: make([][]float64, len(elements)), Right: make([]bool, len(elements))}
	for i := range elements {
		e.Likeness[i] = p.likeness(was, i)
		e.Right[i] = truth >= 0 && Equivalent(&elements[truth], &elements[i])
	}
	return e
}

// shares are what each element of an example, and at last none of them, has of
// all votes (a conditional logit).
func (l *Ladder) shares(e Example) []float64 {
	out := make([]float64, len(e.Likeness)+1)
	for i, likeness := range e.Likeness {
		out[i] = l.score(likeness)
	}
	out[len(e.Likeness)] = l.None
	return normalised(out)
}

func normalised(scores []float64) []float64 {
	most, sum := scores[0], 0.0
	for _, s := range scores {
		most = max(most, s)
	}
	for i, s := range scores {
		scores[i] = math.Exp(s - most)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
	return scores
}

// Choice is which element of a page a recorded one became.
type Choice struct {
	Best  int     // the best, whether or not it is beyond doubt; -1 on an empty page
	Share float64 // what it, and what does the same, has of all votes
	Rival float64 // the greatest share of another
	Trust float64 // how likely it is right, 0 where a gate refuses it
	// Index is the best where it is beyond doubt, else -1: the case halts.
	Index int
	// Because names the evidence: what agrees and what does not.
	Because speech.Text
}

// Elect lets the elements of a page stand for election.
func (l *Ladder) Elect(e Example, elements []scenarios.Fingerprint) Choice {
	c := Choice{Best: -1, Index: -1}
	shares := l.shares(e)
	for i := range elements {
		if c.Best < 0 || shares[i] > shares[c.Best] {
			c.Best = i
		}
	}
	for i := range elements {
		if Equivalent(&elements[c.Best], &elements[i]) {
			c.Share += shares[i]
		} else {
			c.Rival = max(c.Rival, shares[i])
		}
	}
	return c
}
