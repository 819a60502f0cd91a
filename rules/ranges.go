// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"cmp"
	"slices"
)

// regionRange is some regions in a row, both ends inclusive.
type regionRange struct{ from, until int }

// ranges are regions, in their order.
type ranges []regionRange

// and is what two lists have in common.
func (a ranges) and(b ranges) ranges {
	var out ranges
	for _, x := range a {
		for _, y := range b {
			if from, until := max(x.from, y.from), min(x.until, y.until); from <= until {
				out = append(out, regionRange{from, until})
			}
		}
	}
	slices.SortFunc(out, func(x, y regionRange) int { return cmp.Compare(x.from, y.from) })
	return out
}

// without is everything else up to the last region.
func (a ranges) without(last int) ranges {
	var out ranges
	next := 0
	for _, r := range a {
		if r.from > next {
			out = append(out, regionRange{next, r.from - 1})
		}
		next = r.until + 1
	}
	if next <= last {
		out = append(out, regionRange{next, last})
	}
	return out
}
