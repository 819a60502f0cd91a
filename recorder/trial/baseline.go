// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"math"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"

	"github.com/heinzel-rpa/heinzel/recorder/target"
)

// baseline is a way to find elements that others use: the index of the one it
// means, or -1.
type baseline struct {
	name string
	find func(was *scenarios.Fingerprint, list []scenarios.Fingerprint) int
}

func baselines() []baseline {
	path := by(func(f *scenarios.Fingerprint) string { return f.Path })
	id := by(func(f *scenarios.Fingerprint) string { return f.ID })
	return []baseline{
		{"absolute XPath", path},
		{"id", id},
		{"Selenium IDE's list", inOrder(id, by(func(f *scenarios.Fingerprint) string { return f.Name }), by(linkText), by(func(f *scenarios.Fingerprint) string { return f.Anchored }), path)},
		{"Similo", similo},
	}
}

// by finds the only element with the same value; several are none.
func by(of func(*scenarios.Fingerprint) string) func(*scenarios.Fingerprint, []scenarios.Fingerprint) int {
	return func(was *scenarios.Fingerprint, list []scenarios.Fingerprint) int {
		found := -1
		for i := range list {
			if want := of(was); want != "" && of(&list[i]) == want {
				if found >= 0 {
					return -1
				}
				found = i
			}
		}
		return found
	}
}

// linkText is the text of a link.
func linkText(f *scenarios.Fingerprint) string {
	if strings.EqualFold(f.Tag, "a") {
		return f.Text
	}
	return ""
}

// inOrder takes the first way that finds something.
func inOrder(ways ...func(*scenarios.Fingerprint, []scenarios.Fingerprint) int) func(*scenarios.Fingerprint, []scenarios.Fingerprint) int {
	return func(was *scenarios.Fingerprint, list []scenarios.Fingerprint) int {
		for _, way := range ways {
			if i := way(was, list); i >= 0 {
				return i
			}
		}
		return -1
	}
}

// similo always takes the most similar element, by the properties and weights
// of Nass et al. 2023, Similarity-based Web Element Localization for Robust
// Test Automation.
func similo(was *scenarios.Fingerprint, list []scenarios.Fingerprint) int {
	best, most := -1, math.Inf(-1)
	for i := range list {
		if s := similarity(was, &list[i]); s > most {
			best, most = i, s
		}
	}
	return best
}

func similarity(a, b *scenarios.Fingerprint) float64 {
	sum := 0.0
	for _, p := range []struct {
		weight float64
		a, b   string
	}{
		{1.5, a.Tag, b.Tag},
		{1.5, a.ID, b.ID},
		{1.5, a.Name, b.Name},
		{1.5, a.Text, b.Text},
		{1.5, a.Neighbours, b.Neighbours},
		{0.5, a.Class, b.Class},
		{0.5, a.Href, b.Href},
		{0.5, a.Title, b.Title},
		{0.5, a.Path, b.Path},
		{0.5, a.Anchored, b.Anchored},
		{0.5, a.Role, b.Role},
	} {
		if p.a != "" && p.b != "" {
			sum += p.weight * target.Similar(strings.ToLower(p.a), strings.ToLower(p.b))
		}
	}
	if a.Box.Width > 0 && b.Box.Width > 0 {
		sum += 0.5 * max(0, 1-math.Hypot(a.Box.X-b.Box.X, a.Box.Y-b.Box.Y)/100)
	}
	return sum
}

// answer lets a baseline answer: it is as sure as it can say something.
func (b baseline) answer(q *question) answer {
	a := answer{q: q, removed: -1}
	a.always = numbered(&q.page, b.find(&q.was, q.page.elements))
	if a.present = a.always; q.truth >= 0 {
		a.removed = numbered(&q.without, b.find(&q.was, q.without.elements))
	}
	return a
}
