// SPDX-License-Identifier: EUPL-1.2

package zehnrunden

import (
	"net/url"
	"time"
)

// game is one run through all rounds.
type game struct {
	number int
	seed   uint64
	people []Person
	round  int // 0 is the first
	right  int
	began  time.Time
	took   time.Duration
}

// view is what a page shows of a game.
type view struct {
	Game, Seed, Round, Rounds int
	Right, Of                 int
	Took                      string
	Layout                    layout
}

func (g *game) view() view {
	v := view{Game: g.number, Seed: int(g.seed), Round: g.round + 1, Rounds: Rounds, Right: g.right, Of: g.round * len(Labels()), Took: g.took.Round(time.Millisecond).String()}
	if !g.over() {
		v.Layout = layoutOf(g.seed, g.round)
	}
	return v
}

func (g *game) over() bool { return g.round >= Rounds }

// answer counts what a round's form holds, and goes on to the next. A form of
// another round counts nothing: nobody enters a person twice.
func (g *game) answer(round int, form url.Values, now time.Time) {
	if g.over() || round != g.round+1 {
		return
	}
	for _, f := range layoutOf(g.seed, g.round).Fields {
		if form.Get(f.Name) == g.people[g.round][f.Label] {
			g.right++
		}
	}
	g.round++
	g.took = now.Sub(g.began)
}
