// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"math/big"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// dimension is something that conditions compare with constants: a fact, or a
// term over several. Its values are cut into regions in which every comparison
// gives the same answer.
//
// The regions of numbers and days lie in the order of their values: below the
// first mark, on it, between it and the next, and so on. The regions of words
// are the words that conditions name, any other word, and a text of blanks.
// The last region is that of no value: missing, or not to be calculated.
type dimension struct {
	index int
	key   string
	of    subject
	whole bool       // only whole numbers, and days
	marks []*big.Rat // numbers, ascending
	words []string
	order []string // the words in their declared order, where it means more and less
	live  *set     // the regions that have values at all
	names []string // of the facts that are measured
	// samples are some values of each region of a fact.
	samples [][]value.Value
	// asksGiven says that it matters whether there is a value, so that a text
	// of nothing but blanks stands apart from other texts.
	asksGiven bool
}

// subject is what a dimension measures.
type subject interface {
	// kind is the kind of the values that are compared.
	kind() value.Kind
	// reads are the names of the facts that are measured.
	reads() []string
	// text writes the subject as conditions do.
	text() string
	// mayLack reports whether there may be no value.
	mayLack() bool
	// lacking are the facts that may be missing.
	lacking() []string
}

// measured is a subject whose value in a case can be written down; missing
// where there is none.
type measured interface {
	at(facts map[string]value.Value) value.Value
}

func (d *dimension) isNumeric() bool {
	k := d.of.kind()
	return k.IsNumber() || k == value.Date
}

// size is the number of regions, live or not.
func (d *dimension) size() int {
	if d.isNumeric() {
		return 2*len(d.marks) + 2
	}
	return len(d.words) + 3
}

func (d *dimension) none() int { return d.size() - 1 }

func (d *dimension) blank() int { return d.size() - 2 }

func (d *dimension) other() int { return d.size() - 3 }

// given are the regions with a value.
func (d *dimension) given() *set { return d.live.minus(span(d.size(), d.none(), d.none())) }

// seal finds the regions that have values, once all marks and words are known.
func (d *dimension) seal() {
	slices.SortFunc(d.marks, (*big.Rat).Cmp)
	d.marks = slices.CompactFunc(d.marks, func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
	slices.Sort(d.words)
	d.words = slices.Compact(d.words)
	d.names = d.of.reads()
	d.live = newSet(d.size())
	if f, isFact := d.of.(*fact); isFact {
		for i := range d.size() {
			d.samples = append(d.samples, f.values(d, i))
		}
	}
	for i := range d.none() {
		if d.hasValues(i) {
			d.live.add(i)
		}
	}
	if d.of.mayLack() {
		d.live.add(d.none())
	}
}

// reads reports whether a fact is measured.
func (d *dimension) reads(name string) bool { return slices.Contains(d.names, name) }

// hasValues reports whether a region holds values that a case may have.
func (d *dimension) hasValues(i int) bool {
	_, isFact := d.of.(*fact)
	switch {
	case i == d.blank() && !d.isNumeric() && (!d.asksGiven || !isFact):
		return false
	case isFact:
		return len(d.samples[i]) > 0
	case d.isNumeric():
		_, ok := d.inside(i)
		return ok
	case i == d.other():
		return d.of.kind() != value.Boolean
	}
	return true
}
