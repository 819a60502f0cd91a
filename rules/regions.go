// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"cmp"
	"slices"
	"time"

	"github.com/cockroachdb/apd/v3"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// allows are the regions in which a constraint is not false. A text of nothing
// but blanks counts as not given, so that presence excludes no text.
func (d *dimension) allows(c constraint) ranges {
	last := d.regions - 1
	switch c.sign {
	case expression.Yes:
		return ranges{{1, 1}}
	case expression.No:
		return ranges{{0, 0}}
	case expression.NotGiven:
		if !d.of.Kind.IsText() {
			return nil
		}
		return ranges{{0, last}}
	case "in", "==":
		return d.points(c.with)
	case expression.NotIn, "!=":
		return d.points(c.with).without(last)
	case "<", "<=", ">", ">=":
		return d.side(c.sign, d.region(c.with[0]))
	}
	return ranges{{0, last}}
}

func (d *dimension) side(sign expression.Sign, at int) ranges {
	last := d.regions - 1
	switch {
	case sign == "<" && at > 0:
		return ranges{{0, at - 1}}
	case sign == "<=":
		return ranges{{0, at}}
	case sign == ">" && at < last:
		return ranges{{at + 1, last}}
	case sign == ">=":
		return ranges{{at, last}}
	}
	return nil
}

// points are the regions of marks.
func (d *dimension) points(marks []value.Value) ranges {
	var out ranges
	for _, m := range marks {
		out = append(out, regionRange{d.region(m), d.region(m)})
	}
	slices.SortFunc(out, func(x, y regionRange) int { return cmp.Compare(x.from, y.from) })
	return slices.Compact(out)
}

// region is where a mark stands.
func (d *dimension) region(mark value.Value) int {
	if !d.isOrdered() {
		return d.words[mark.String()]
	}
	i, _ := d.search(mark)
	return 2*i + 1
}

// search finds a value among marks of its kind.
func (d *dimension) search(v value.Value) (int, bool) {
	if d.of.Kind == value.Date {
		return slices.BinarySearchFunc(d.days, v.Day(), time.Time.Compare)
	}
	return slices.BinarySearchFunc(d.numbers, v.Number(), (*apd.Decimal).Cmp)
}
