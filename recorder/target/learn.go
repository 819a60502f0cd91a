// SPDX-License-Identifier: EUPL-1.2

package target

import "slices"

// The bounds of learning: so many steps, each a part of what would fit best
// (Friedman 2001, Greedy Function Approximation), with thresholds on a grid.
const (
	rounds    = 160
	rate      = 0.25
	smoothing = 20.0
	grid      = 20
)

// Learn fits a ladder to examples: steps boosted on the likelihood of
// elections. Steps only ever add, so that more likeness never counts less. The
// same examples give the same ladder.
func Learn(examples []Example) Ladder {
	l := newLearner(examples)
	for range rounds {
		l.round()
	}
	return l.model
}

type learner struct {
	model    Ladder
	examples []Example
	scores   [][]float64 // of each element, and of none of them
	cells    [][][]uint8 // of each element and aspect: its place on the grid
}

func newLearner(examples []Example) *learner {
	l := &learner{examples: examples}
	for _, e := range examples {
		l.scores = append(l.scores, make([]float64, len(e.Likeness)+1))
		cells := make([][]uint8, len(e.Likeness))
		for i, likeness := range e.Likeness {
			for _, x := range likeness {
				cells[i] = append(cells[i], uint8(x*grid+1e-9))
			}
		}
		l.cells = append(l.cells, cells)
	}
	return l
}

// slope is how the likelihood would rise with a score, and how that changes.
type slope struct{ first, second float64 }

func (s *slope) add(first, second float64) { s.first += first; s.second += second }

// round adds the step that helps most, and moves what none of them scores.
func (l *learner) round() {
	sums := make([][grid + 1]slope, len(aspects)+3)
	var none slope
	for n, e := range l.examples {
		shares := normalised(slices.Clone(l.scores[n]))
		right := wanted(e, shares)
		for i, cells := range l.cells[n] {
			first, second := right[i]-shares[i], shares[i]*(1-shares[i])
			if first == 0 && second < 1e-12 {
				continue
			}
			for a, cell := range cells {
				sums[a][cell].add(first, second)
			}
		}
		last := len(shares) - 1
		none.add(right[last]-shares[last], shares[last]*(1-shares[last]))
	}
	l.step(best(sums))
	l.abstain(rate * none.first / (none.second + smoothing))
}

// wanted is what shares should be: all of it among the right ones, as they
// stand to each other, or with none of them.
func wanted(e Example, shares []float64) []float64 {
	out := make([]float64, len(shares))
	sum := 0.0
	for i, right := range e.Right {
		if right {
			sum += shares[i]
		}
	}
	if sum == 0 {
		out[len(out)-1] = 1
		return out
	}
	for i, right := range e.Right {
		if right {
			out[i] = shares[i] / sum
		}
	}
	return out
}

// best finds the step with the greatest use.
func best(sums [][grid + 1]slope) Step {
	var out Step
	most := 0.0
	for a := range sums {
		var above slope
		for cell := grid; cell > 0; cell-- {
			above.add(sums[a][cell].first, sums[a][cell].second)
			use := above.first * above.first / (above.second + smoothing)
			if above.first > 0 && use > most {
				most, out = use, Step{Aspect: a, From: float64(cell) / grid, Gain: rate * above.first / (above.second + smoothing)}
			}
		}
	}
	return out
}

func (l *learner) step(s Step) {
	if s.Gain == 0 {
		return
	}
	l.model.Steps = append(l.model.Steps, s)
	for n, cells := range l.cells {
		for i := range cells {
			if float64(cells[i][s.Aspect]) >= s.From*grid-1e-9 {
				l.scores[n][i] += s.Gain
			}
		}
	}
}

func (l *learner) abstain(gain float64) {
	l.model.None += gain
	for n := range l.scores {
		l.scores[n][len(l.scores[n])-1] += gain
	}
}
