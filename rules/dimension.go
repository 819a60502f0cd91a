// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"slices"
	"time"

	"github.com/cockroachdb/apd/v3"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// dimension is a fact in an index. Its marks are the values that conditions
// compare it with. Of values that have an order, region 2i+1 is the mark i and
// region 2i what lies before it; of words, region i is the mark i, and the last
// region all others; of a boolean, region 0 is no and 1 is yes.
type dimension struct {
	place   int
	of      value.Type
	marks   []value.Value
	days    []time.Time    // the marks of dates
	numbers []*apd.Decimal // the marks of numbers
	words   map[string]int
	regions int
	rows    int // regions share rows where there are very many
	sets    [][]uint64
	absent  []uint64 // where the fact is missing
	free    []uint64 // rules that do not ask for the fact
}

func newDimension(place int, t value.Type) *dimension {
	d := &dimension{place: place, of: t, words: map[string]int{}}
	if t.Kind == value.Choice {
		for _, word := range t.Choices {
			d.marks = append(d.marks, value.NewChoice(word).Composed())
		}
	}
	return d
}

func (d *dimension) isOrdered() bool { return d.of.Kind.IsNumber() || d.of.Kind == value.Date }

func (d *dimension) note(c constraint) {
	if d.of.Kind != value.Choice {
		d.marks = append(d.marks, c.with...)
	}
}

// prepare fixes the regions once all marks are known.
func (d *dimension) prepare(rules, most int) {
	switch {
	case d.isOrdered():
		slices.SortFunc(d.marks, order)
		d.marks = slices.CompactFunc(d.marks, value.Equal)
		d.regions = 2*len(d.marks) + 1
		for _, m := range d.marks {
			d.days, d.numbers = append(d.days, m.Day()), append(d.numbers, m.Number())
		}
	case d.of.Kind == value.Boolean:
		d.regions = 2
	default:
		for _, m := range d.marks {
			if _, known := d.words[m.String()]; !known {
				d.words[m.String()] = len(d.words)
			}
		}
		d.regions = len(d.words) + 1
	}
	d.rows = min(d.regions, most)
	d.sets = make([][]uint64, d.rows)
	for i := range d.sets {
		d.sets[i] = make([]uint64, (rules+63)/64)
	}
	d.absent, d.free = make([]uint64, (rules+63)/64), make([]uint64, (rules+63)/64)
}

func order(a, b value.Value) int {
	o, _ := value.Compare(a, b)
	return o
}

// admit lets a rule through in each region that one of its clauses allows.
func (d *dimension) admit(at int, clauses []clause) {
	if clauses == nil {
		add(d.free, at)
	}
	for _, c := range clauses {
		asked := c[d.place]
		if !slices.ContainsFunc(asked, func(c constraint) bool { return c.sign == expression.Given }) {
			add(d.absent, at)
		}
		allowed := ranges{{0, d.regions - 1}}
		for _, a := range asked {
			allowed = allowed.and(d.allows(a))
		}
		if len(asked) == 0 {
			add(d.free, at)
		}
		for _, r := range allowed {
			for row := d.row(r.from); row <= d.row(r.until); row++ {
				add(d.sets[row], at)
			}
		}
	}
}

func (d *dimension) finish() {
	for _, set := range append(d.sets, d.absent) {
		for i, word := range d.free {
			set[i] |= word
		}
	}
}

func (d *dimension) row(region int) int { return region * d.rows / d.regions }

func add(set []uint64, at int) { set[at/64] |= 1 << (at % 64) }

// lookup is the set of a value's region; nil where every rule may apply.
func (d *dimension) lookup(v value.Value) []uint64 {
	switch {
	case v.IsMissing():
		return d.absent
	case v.Kind() == value.Money && v.Currency() != value.Euro, d.of.Kind == value.List:
		return nil
	case v.Kind() == value.Boolean:
		return d.sets[d.row(choose(v.Yes()))]
	case d.isOrdered():
		i, exact := d.search(v)
		return d.sets[d.row(2*i+choose(exact))]
	}
	text := v.Composed().String()
	region, known := d.words[text]
	if !known {
		region = len(d.words)
	}
	return d.sets[d.row(region)]
}

func choose(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
