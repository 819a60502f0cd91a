// SPDX-License-Identifier: EUPL-1.2

package target

import (
	"math"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// The answers of a likeness where one side or both say nothing.
const (
	neither = 0.5
	oneOnly = 0.25
)

// aspects are the ways in which two elements are compared, in the order of
// likeness. Each is between 0 and 1, and more means more alike.
var aspects = []speech.Text{
	{EN: "text", DE: "Text"},
	{EN: "letters of the text", DE: "Buchstaben des Textes"},
	{EN: "rare words", DE: "seltene Wörter"},
	{EN: "label", DE: "Beschriftung"},
	{EN: "id", DE: "id"},
	{EN: "name", DE: "Feldname"},
	{EN: "link", DE: "Verweis"},
	{EN: "class", DE: "Klasse"},
	{EN: "tag", DE: "Bauart"},
	{EN: "role", DE: "Rolle"},
	{EN: "type", DE: "Feldart"},
	{EN: "path", DE: "Pfad"},
	{EN: "end of the path", DE: "Ende des Pfades"},
	{EN: "path from an id", DE: "Pfad ab einer id"},
	{EN: "place", DE: "Ort"},
	{EN: "size", DE: "Größe"},
	{EN: "shape", DE: "Form"},
	{EN: "words around it", DE: "Wörter ringsum"},
	{EN: "title", DE: "Hinweistext"},
	{EN: "value", DE: "Aufschrift"},
	{EN: "strong keys", DE: "starke Merkmale"},
	{EN: "no strong key differs", DE: "kein starkes Merkmal weicht ab"},
	{EN: "class to the letter", DE: "Klasse buchstabengetreu"},
	{EN: "stands with its neighbours", DE: "steht bei seinen Nachbarn"},
	{EN: "moved like them", DE: "ist mit ihnen gewandert"},
	{EN: "is none of them", DE: "ist keiner von ihnen"},
	{EN: "steady class", DE: "Klasse so beständig wie ihre"},
	{EN: "steady path", DE: "Pfad so beständig wie ihrer"},
	{EN: "steady link", DE: "Verweis so beständig wie ihrer"},
}

// Two of them decide where only one strong key is left.
var steadyClass, together = aspect("steady class"), aspect("stands with its neighbours")

func aspect(name string) int {
	return slices.IndexFunc(aspects, func(a speech.Text) bool { return a.EN == name })
}

// page is what a comparison knows of all elements of a page.
type page struct {
	elements   []scenarios.Fingerprint
	neighbours []neighbour
	rarity     map[string]float64 // of words: few elements have them
}

func newPage(elements, recorded []scenarios.Fingerprint) *page {
	p := &page{elements: elements, rarity: map[string]float64{}}
	for i := range elements {
		seen := words(elements[i].Text)
		slices.Sort(seen)
		for _, w := range slices.Compact(seen) {
			p.rarity[w]++
		}
	}
	for w, n := range p.rarity {
		p.rarity[w] = math.Log(1 + float64(len(elements))/n)
	}
	p.settle(recorded)
	return p
}

// weigh is how much a word says; one that the page does not have says most.
func (p *page) weigh(word string) float64 {
	if r, ok := p.rarity[word]; ok {
		return r
	}
	return math.Log(1 + float64(len(p.elements)))
}

// likeness compares a recorded element with one on the page.
func (p *page) likeness(was *scenarios.Fingerprint, index int) []float64 {
	is := &p.elements[index]
	agree, differ := keys(was, is)
	return append([]float64{
		same(normal(was.Text), normal(is.Text)), Similar(normal(was.Text), normal(is.Text)), p.rare(was.Text, is.Text),
		Similar(normal(was.Label), normal(is.Label)), same(was.ID, is.ID), same(was.Name, is.Name), linked(was.Href, is.Href),
		overlap(strings.Fields(was.Class), strings.Fields(is.Class)), same(strings.ToLower(was.Tag), strings.ToLower(is.Tag)),
		same(was.Role, is.Role), same(was.Type, is.Type), aligned(steps(was.Path), steps(is.Path)), ending(was.Path, is.Path),
		anchored(was.Anchored, is.Anchored), near(was.Box, is.Box), ratio(was.Box, is.Box, area), ratio(was.Box, is.Box, shape),
		overlap(words(was.Neighbours), words(is.Neighbours)), same(normal(was.Title+was.Placeholder), normal(is.Title+is.Placeholder)),
		same(normal(was.Value), normal(is.Value)), float64(agree) / 4, 1 - float64(differ)/4,
		same(was.Class, is.Class),
	}, p.surroundings(was, index)...)
}

// keys counts the strong keys of two elements that agree, and those that both
// have and that differ.
func keys(was, is *scenarios.Fingerprint) (agree, differ int) {
	count := func(a, b string) {
		switch {
		case a == "" || b == "":
		case a == b:
			agree++
		default:
			differ++
		}
	}
	count(normal(was.Text), normal(is.Text))
	count(was.ID, is.ID)
	count(was.Name, is.Name)
	placeA, askA := link(was.Href)
	placeB, askB := link(is.Href)
	if placeA != "" && placeB != "" {
		count(placeA+"?"+askA, placeB+"?"+askB)
	}
	if was.ID == "" && anchor(was.Anchored) != "" && anchor(was.Anchored) == anchor(is.Anchored) {
		agree++
	}
	return min(agree, 4), min(differ, 4)
}

func same(a, b string) float64 {
	switch {
	case a == "" && b == "":
		return neither
	case a == "" || b == "":
		return oneOnly
	case a == b:
		return 1
	}
	return 0
}

// Similar is the share of letters that stay (Levenshtein).
func Similar(a, b string) float64 {
	if a == "" || b == "" || a == b {
		return same(a, b)
	}
	x, y := []rune(a), []rune(b)
	return 1 - float64(distance(x, y))/float64(max(len(x), len(y)))
}

func distance[T comparable](a, b []T) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		before := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := before
			if x != y {
				cost = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// rare is the share of what the words of both say together that they share.
func (p *page) rare(a, b string) float64 {
	x, y := words(a), words(b)
	if len(x) == 0 || len(y) == 0 {
		return same(strings.Join(x, ""), strings.Join(y, ""))
	}
	var shared, all float64
	for _, w := range unique(slices.Concat(x, y)) {
		all += p.weigh(w)
		if slices.Contains(x, w) && slices.Contains(y, w) {
			shared += p.weigh(w)
		}
	}
	return shared / all
}

func unique(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// overlap is the share of words that two lists have in common (Jaccard).
func overlap(a, b []string) float64 {
	x, y := unique(a), unique(b)
	if len(x) == 0 || len(y) == 0 {
		return same(strings.Join(x, ""), strings.Join(y, ""))
	}
	shared := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			shared++
		}
	}
	return float64(shared) / float64(len(x)+len(y)-shared)
}

// linked compares addresses: the same, the same place asked differently, or
// the same last part.
func linked(a, b string) float64 {
	placeA, askA := link(a)
	placeB, askB := link(b)
	if placeA == "" || placeB == "" {
		return same(placeA, placeB)
	}
	lastA, lastB := placeA[strings.LastIndex(placeA, "/")+1:], placeB[strings.LastIndex(placeB, "/")+1:]
	switch {
	case placeA == placeB && askA == askB:
		return 1
	case placeA == placeB && (askA == "" || askB == ""):
		return 0.8
	case lastA == lastB && strings.Contains(placeA, "/"):
		return 0.6
	case placeA == placeB:
		return 0.3
	}
	return 0
}

func aligned(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return same(strings.Join(a, ""), strings.Join(b, ""))
	}
	return 1 - float64(distance(a, b))/float64(max(len(a), len(b)))
}

// ending is how many of the last steps are alike, without their numbers.
func ending(a, b string) float64 {
	x, y := steps(a), steps(b)
	n := 0
	for n < min(len(x), len(y), 8) && bare(x[len(x)-1-n]) == bare(y[len(y)-1-n]) {
		n++
	}
	return float64(n) / 8
}

// anchored compares paths that begin at an id.
func anchored(a, b string) float64 {
	if anchor(a) == "" || anchor(b) == "" {
		return same(anchor(a), anchor(b))
	}
	return aligned(steps(anchor(a)), steps(anchor(b)))
}

// near falls with the distance on the page.
func near(a, b scenarios.Box) float64 {
	if !a.IsShown() || !b.IsShown() {
		return neither
	}
	return math.Exp(-math.Hypot(a.X-b.X, a.Y-b.Y) / 300)
}

func area(b scenarios.Box) float64  { return b.Width * b.Height }
func shape(b scenarios.Box) float64 { return b.Width / b.Height }

func ratio(a, b scenarios.Box, of func(scenarios.Box) float64) float64 {
	if !a.IsShown() || !b.IsShown() {
		return neither
	}
	x, y := of(a), of(b)
	return min(x, y) / max(x, y)
}
