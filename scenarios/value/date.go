// SPDX-License-Identifier: EUPL-1.2

package value

import (
	"regexp"
	"strconv"
	"time"
)

// parseDate reads 2026-12-31 and 31.12.2026 (also 1.2.2026). Years need four
// digits: 26 could be 1926.
func parseDate(s string) (Value, error) {
	if m := regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`).FindStringSubmatch(s); m != nil {
		return day(s, m[1], m[2], m[3])
	}
	if m := regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})$`).FindStringSubmatch(s); m != nil {
		return day(s, m[3], m[2], m[1])
	}
	return Value{}, problem("%q is not a date such as 2026-12-31 or 31.12.2026", "„%s“ ist kein Datum wie 31.12.2026 oder 2026-12-31", s)
}

func day(s, year, month, dayOf string) (Value, error) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(dayOf)
	v := NewDate(y, time.Month(m), d)
	if v.day.Day() != d || int(v.day.Month()) != m {
		return Value{}, problem("%q is not a day of the calendar", "den %s gibt es im Kalender nicht", s)
	}
	return v, nil
}
