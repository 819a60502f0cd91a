// SPDX-License-Identifier: EUPL-1.2

package target

import (
	"math"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// neighbour is another element that was recorded on the page, and where it is
// now.
type neighbour struct {
	was, is *scenarios.Fingerprint
	index   int
}

// settle finds the neighbours whose new places are plain: one element shares
// more keys with them than any other.
func (p *page) settle(recorded []scenarios.Fingerprint) {
	for i := range recorded {
		was := &recorded[i]
		best, most, tied := -1, 0, false
		for n := range p.elements {
			switch k := common(was, &p.elements[n]); {
			case k > most:
				best, most, tied = n, k, false
			case k == most && best >= 0 && !Equivalent(&p.elements[best], &p.elements[n]):
				tied = true
			}
		}
		if best >= 0 && most >= 2 && !tied {
			p.neighbours = append(p.neighbours, neighbour{was, &p.elements[best], best})
		}
	}
}

// common counts what two elements share to the letter.
func common(was, is *scenarios.Fingerprint) int {
	n := 0
	for _, pair := range [][2]string{
		{normal(was.Text), normal(is.Text)},
		{was.ID, is.ID},
		{was.Name, is.Name},
		{was.Href, is.Href},
		{was.Class, is.Class},
		{anchor(was.Anchored), anchor(is.Anchored)},
		{was.Path, is.Path},
	} {
		if pair[0] != "" && pair[0] == pair[1] {
			n++
		}
	}
	return n
}

// surroundings compares a candidate with what became of the recorded
// neighbours: does it still stand where they stand, did it move as they moved,
// did it change no more than they did, and is it none of them?
func (p *page) surroundings(was *scenarios.Fingerprint, index int) []float64 {
	is := &p.elements[index]
	if len(p.neighbours) == 0 {
		return []float64{neither, neither, neither, neither, neither, neither}
	}
	together, weights := 0.0, 0.0
	for _, n := range p.neighbours {
		then, now := kinship(was.Path, n.was.Path), kinship(is.Path, n.is.Path)
		together += then * then * (1 - math.Abs(then-now))
		weights += then * then
	}
	free := 1.0
	for _, n := range p.neighbours {
		if n.index == index || Equivalent(n.is, is) {
			free = 0
		}
	}
	return []float64{
		together / max(weights, 1e-9), p.moved(was, is), free,
		p.steady(was, is, func(a, b *scenarios.Fingerprint) float64 {
			return overlap(strings.Fields(a.Class), strings.Fields(b.Class))
		}),
		p.steady(was, is, func(a, b *scenarios.Fingerprint) float64 { return aligned(steps(a.Path), steps(b.Path)) }),
		p.steady(was, is, func(a, b *scenarios.Fingerprint) float64 { return linked(a.Href, b.Href) }),
	}
}

// kinship is how much of their way from the root two elements share.
func kinship(a, b string) float64 {
	x, y := steps(a), steps(b)
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return float64(n) / float64(max(len(x), len(y), 1))
}

// moved compares the place of a candidate with where the element would be if
// it had moved as its nearest neighbours did.
func (p *page) moved(was, is *scenarios.Fingerprint) float64 {
	if !was.Box.IsShown() || !is.Box.IsShown() {
		return neither
	}
	type shift struct{ far, x, y float64 }
	var shifts []shift
	for _, n := range p.neighbours {
		if n.was.Box.IsShown() && n.is.Box.IsShown() {
			shifts = append(shifts, shift{math.Hypot(was.Box.X-n.was.Box.X, was.Box.Y-n.was.Box.Y), n.is.Box.X - n.was.Box.X, n.is.Box.Y - n.was.Box.Y})
		}
	}
	if len(shifts) == 0 {
		return neither
	}
	slices.SortFunc(shifts, func(a, b shift) int { return int(math.Copysign(1, a.far-b.far)) })
	least := math.Inf(1)
	for _, s := range shifts[:min(len(shifts), 3)] {
		least = min(least, math.Hypot(was.Box.X+s.x-is.Box.X, was.Box.Y+s.y-is.Box.Y))
	}
	return math.Exp(-least / 200)
}

// steady is 1 where a candidate changed no more than its neighbours did.
func (p *page) steady(was, is *scenarios.Fingerprint, like func(a, b *scenarios.Fingerprint) float64) float64 {
	sum := 0.0
	for _, n := range p.neighbours {
		sum += like(n.was, n.is)
	}
	return 1 - max(0, sum/float64(len(p.neighbours))-like(was, is))
}
