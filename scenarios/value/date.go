// SPDX-License-Identifier: EUPL-1.2

package value

import (
	"strconv"
	"strings"
	"time"
)

// parseDate reads 2026-12-31 and 31.12.2026 (also 1.2.2026). Years need four
// digits: 26 could be 1926.
func parseDate(s string) (Value, error) {
	if len(s) == len("2026-12-31") && s[4] == '-' && s[7] == '-' && isDigits(s[:4]+s[5:7]+s[8:]) {
		return day(s, s[:4], s[5:7], s[8:])
	}
	d, rest, _ := strings.Cut(s, ".")
	m, y, _ := strings.Cut(rest, ".")
	if isDigits(d) && isDigits(m) && isDigits(y) && len(d) <= 2 && len(m) <= 2 && len(y) == 4 {
		return day(s, y, m, d)
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
