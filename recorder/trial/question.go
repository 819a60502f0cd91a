// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios"

	"github.com/heinzel-rpa/heinzel/recorder/target"
)

// question is a target with the page as it is, and with the page from which
// the true element, and whatever does the same or cannot be told from it, was
// taken out. Without a label truth is -1, and only the page as it is counts.
type question struct {
	site      string
	number    int
	contested bool
	was       scenarios.Fingerprint
	page      scene
	truth     int
	without   scene
}

// scene is the elements of a page with their numbers, compared with a target.
type scene struct {
	elements []scenarios.Fingerprint
	numbers  []int
	compared target.Example
}

func questions(s site, t *truth) []question {
	var out []question
	for n := range s.Targets {
		q := question{site: s.Name, number: n, was: s.Targets[n], truth: -1}
		if t != nil && n < len(t.Truth[s.Name]) {
			q.truth, q.contested = t.Truth[s.Name][n], slices.Contains(t.Contested[s.Name], n)
		}
		others := slices.Delete(slices.Clone(s.Targets), n, n+1)
		q.page = newScene(&q.was, s.Candidates, others, q.truth, func(int) bool { return true })
		if q.truth >= 0 {
			lost := &s.Candidates[q.truth]
			q.without = newScene(&q.was, s.Candidates, others, -1, func(i int) bool {
				return !target.Equivalent(lost, &s.Candidates[i]) && !target.Lookalike(lost, &s.Candidates[i])
			})
		}
		out = append(out, q)
	}
	return out
}

// newScene compares a target with those elements that are there.
func newScene(was *scenarios.Fingerprint, all, others []scenarios.Fingerprint, truth int, there func(int) bool) scene {
	var s scene
	for i := range all {
		if there(i) {
			s.elements, s.numbers = append(s.elements, all[i]), append(s.numbers, i)
		}
	}
	s.compared = target.NewExample(was, s.elements, others, truth)
	return s
}

// right reports whether an element, by its number, does what the true one does.
func (q *question) right(number int) bool {
	return q.truth >= 0 && number >= 0 && target.Equivalent(&q.page.elements[q.truth], &q.page.elements[number])
}
