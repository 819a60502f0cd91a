// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// turns are the days from which something is different, ascending, behind a
// missing one for the time before. Without a reference day there is just that.
func (s *Space) turns() []value.Value {
	var days []value.Value
	for _, r := range s.books {
		for _, p := range r.Book().Parameters {
			for _, period := range p.Periods {
				days = append(days, turnsOf(period.Valid)...)
			}
		}
	}
	slices.SortFunc(days, func(a, b value.Value) int { order, _ := value.Compare(a, b); return order })
	days = slices.CompactFunc(days, value.Equal)
	return append([]value.Value{{}}, days...)
}

func turnsOf(v book.Validity) []value.Value {
	var out []value.Value
	if !v.From.IsMissing() {
		out = append(out, v.From)
	}
	if !v.Until.IsMissing() {
		out = append(out, shifted(v.Until, 1))
	}
	return out
}

// shifted is a day so many days later.
func shifted(day value.Value, days int) value.Value {
	d := day.Day().AddDate(0, 0, days)
	return value.NewDate(d.Year(), d.Month(), d.Day())
}
