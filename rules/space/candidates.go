// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"iter"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// candidates are values for a fact: those that make terms come out right,
// then plain ones. They are made as they are asked for.
func (w *search) candidates(d *dimension) iter.Seq[value.Value] {
	return func(yield func(value.Value) bool) {
		var tried []value.Value
		for v := range w.all(d) {
			if slices.ContainsFunc(tried, func(t value.Value) bool { return value.Equal(t, v) }) {
				continue
			}
			tried = append(tried, v)
			if !yield(v) || len(tried) == mostCandidates {
				return
			}
		}
	}
}

func (w *search) all(d *dimension) iter.Seq[value.Value] {
	return func(yield func(value.Value) bool) {
		if v, settled := w.fixed[d.of.text()]; settled {
			yield(v)
			return
		}
		for _, t := range w.terms {
			if !t.reads(d.of.text()) {
				continue
			}
			for _, v := range w.guesses(t, d.of.(*fact)) {
				if !yield(v) {
					return
				}
			}
		}
		allowed := d.live
		if d.index >= 0 {
			allowed = w.space.in(w.box, d.index)
		}
		if d.plain(allowed, yield) && allowed.has(d.none()) {
			yield(value.Value{})
		}
	}
}

// plain yields values of the first regions and of the last, one of each, and
// then the others of them; it is false where no more are wanted.
func (d *dimension) plain(allowed *set, yield func(value.Value) bool) bool {
	regions := d.regions(allowed)
	for _, i := range regions {
		if len(d.samples[i]) > 0 && !yield(d.samples[i][0]) {
			return false
		}
	}
	for _, i := range regions {
		for n := 1; n < len(d.samples[i]); n++ {
			if !yield(d.samples[i][n]) {
				return false
			}
		}
	}
	return true
}

// regions are the first that have values, and the last two.
func (d *dimension) regions(allowed *set) []int {
	var out []int
	for i := allowed.lo; i <= allowed.hi && len(out) < mostRegions-2; i++ {
		if i != d.none() && allowed.has(i) {
			out = append(out, i)
		}
	}
	for i := allowed.hi; len(out) > 0 && i > out[len(out)-1] && len(out) < mostRegions; i-- {
		if i != d.none() && allowed.has(i) {
			out = append(out, i)
		}
	}
	return out
}
