// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// IsExact reports whether a box limits facts alone, so that each of its cells
// is a case. A box that limits terms may hold no case at all.
func (s *Space) IsExact(b Box) bool {
	return !slices.ContainsFunc(s.terms(b), func(*dimension) bool { return true })
}

// terms are the dimensions that are no facts and that a box limits.
func (s *Space) terms(b Box) []*dimension {
	var out []*dimension
	for d, set := range b {
		if _, isFact := s.dims[d].of.(*fact); set != nil && !isFact {
			out = append(out, s.dims[d])
		}
	}
	return out
}

// Witness looks for a case in a box that is accepted, and tries at most so many.
func (s *Space) Witness(b Box, tries int, accept func(facts map[string]value.Value) bool) (map[string]value.Value, bool) {
	w := &search{space: s, box: b, terms: s.terms(b), facts: map[string]value.Value{}, left: tries, steps: 20 * tries, accept: accept}
	w.order()
	if w.assign(0) {
		return w.facts, true
	}
	return w.solved(tries)
}

// solved looks for a case with the solutions of what the box asks of sums.
func (w *search) solved(tries int) (facts map[string]value.Value, ok bool) {
	if len(w.terms) == 0 {
		return nil, false
	}
	w.space.systemOf(w.box).each(func(solution map[string]value.Value) bool {
		w.fixed, w.left, w.steps, w.facts = solution, tries, 20*tries, map[string]value.Value{}
		ok = solution != nil && w.assign(0)
		return !ok
	})
	return w.facts, ok
}

// search is the search for a case, fact by fact.
type search struct {
	space  *Space
	box    Box
	terms  []*dimension
	open   []*dimension   // the facts: first those that terms read
	due    [][]*dimension // the terms that a fact is the last of
	facts  map[string]value.Value
	fixed  map[string]value.Value // values that are settled before
	left   int                    // cases to try
	steps  int                    // values to try
	accept func(map[string]value.Value) bool
}

// order settles which fact comes when, and which terms are then complete.
func (w *search) order() {
	w.open = slices.Clone(w.space.facts)
	slices.SortStableFunc(w.open, func(a, b *dimension) int {
		return turn(readBy(w.terms, a.of.text()), a) - turn(readBy(w.terms, b.of.text()), b)
	})
	w.due = make([][]*dimension, len(w.open))
	for _, t := range w.terms {
		last := 0
		for i, d := range w.open {
			if t.reads(d.of.text()) {
				last = i
			}
		}
		w.due[last] = append(w.due[last], t)
	}
}

// turn says when a fact gets its value: first what terms read, and of these
// first what is limited by itself, so that the others can be solved for.
func turn(read bool, d *dimension) int {
	switch {
	case !read:
		return 2
	case d.index < 0 || len(d.marks)+len(d.words) == 0:
		return 1
	}
	return 0
}

// assign gives the i-th fact and all behind it a value.
func (w *search) assign(i int) bool {
	if i == len(w.open) {
		w.left--
		return w.accept(maps.Clone(w.facts))
	}
	name := w.open[i].of.text()
	for v := range w.candidates(w.open[i]) {
		if w.steps--; w.left <= 0 || w.steps < 0 {
			break
		}
		w.set(name, v)
		if w.fits(i) && w.assign(i+1) {
			return true
		}
		delete(w.facts, name)
	}
	return false
}

// set keeps a missing fact out, as cases do.
func (w *search) set(name string, v value.Value) {
	delete(w.facts, name)
	if !v.IsMissing() {
		w.facts[name] = v
	}
}

// fits reports whether the value of the i-th fact lies in the box, and the
// terms that it was the last to complete as well.
func (w *search) fits(i int) bool {
	d := w.open[i]
	f := d.of.(*fact)
	if v := w.facts[f.Name]; !v.IsMissing() && !f.admits(v) || !w.allows(d) {
		return false
	}
	return !slices.ContainsFunc(w.due[i], func(t *dimension) bool { return !w.allows(t) })
}

func (w *search) allows(d *dimension) bool {
	return d.index < 0 || w.space.in(w.box, d.index).has(d.region(w.facts))
}

const (
	mostRegions    = 8
	mostCandidates = 40
)
