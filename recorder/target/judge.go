// SPDX-License-Identifier: EUPL-1.2

// Package target decides which element is meant. Several independent ways to
// find it were recorded; each votes, and only a clear winner is acted upon.
// The decision is pure arithmetic, alike for browser and desktop, and it
// explains itself.
package target

import (
	"fmt"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// The bounds of a decision. A winner holds at least Share of all the weight
// that was recorded and leads the next rival by at least Lead of it.
const (
	Share = 0.6
	Lead  = 0.3
)

// Verdict is the decision about a ballot.
type Verdict struct {
	// Winner is the index of the element, or -1.
	Winner int
	// Moved is set where a way disagrees although the winner is clear.
	Moved bool
	// Found names the ways that agree on the winner.
	Found string
	// Rivals are all elements with their share of the weight, 0 to 1.
	Rivals []act.Rival
}

// weight is the trust in a way: what people see counts more than what
// programmers named, and a place in the page counts least.
func weight(by scenarios.By) float64 {
	switch by {
	case scenarios.ByLabel, scenarios.ByLabelLeft, scenarios.ByLabelAbove, scenarios.ByName, scenarios.ByText, scenarios.ByColumn:
		return 3
	case scenarios.ByNameAttribute, scenarios.ByID:
		return 2
	default:
		return 1
	}
}

// Judge counts the votes. A way that found several elements splits its weight
// among them; a way that found none supports nobody, and counts against all.
func Judge(b act.Ballot) Verdict {
	v := Verdict{Winner: -1, Rivals: score(b)}
	best, second := -1, 0.0
	for i, r := range v.Rivals {
		switch {
		case best < 0 || r.Score > v.Rivals[best].Score:
			if best >= 0 {
				second = max(second, v.Rivals[best].Score)
			}
			best = i
		default:
			second = max(second, r.Score)
		}
	}
	if best < 0 || below(v.Rivals[best].Score, Share) || below(v.Rivals[best].Score-second, Lead) {
		return v
	}
	v.Winner = best
	v.Found, v.Moved = agreeing(b, best)
	return v
}

// below compares shares, which are sums of thirds and fifths: the last bit of
// a sum decides nothing.
func below(share, bound float64) bool { return share < bound-1e-9 }

func score(b act.Ballot) []act.Rival {
	rivals := make([]act.Rival, len(b.Rivals))
	copy(rivals, b.Rivals)
	var total float64
	for _, way := range b.Ways {
		w := weight(way.By)
		total += w
		for _, m := range way.Matches {
			rivals[m].Score += w / float64(len(way.Matches))
		}
	}
	for i := range rivals {
		rivals[i].Score /= total
	}
	return rivals
}

func agreeing(b act.Ballot, winner int) (found string, moved bool) {
	var ways []string
	for _, way := range b.Ways {
		if len(way.Matches) == 1 && way.Matches[0] == winner {
			ways = append(ways, fmt.Sprintf("%s: %s", way.By, way.What))
		} else {
			moved = true
		}
	}
	return strings.Join(ways, ", "), moved
}
