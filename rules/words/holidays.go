// SPDX-License-Identifier: EUPL-1.2

package words

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/de"
)

// The years that the laws of the Länder are known for: from the end of the
// Buß- und Bettag in all Länder but Saxony.
const firstYear, lastYear = 1995, 9999

// lands are the Länder by their codes (ISO 3166-2:DE) with the holidays that
// hold in all of each.
func lands() map[string][]*cal.Holiday {
	return map[string][]*cal.Holiday{
		"BW": de.HolidaysBW, "BY": de.HolidaysBY, "BE": de.HolidaysBE, "BB": de.HolidaysBB, "HB": de.HolidaysHB, "HH": de.HolidaysHH,
		"HE": de.HolidaysHE, "MV": de.HolidaysMV, "NI": de.HolidaysNI, "NW": de.HolidaysNW, "RP": de.HolidaysRP, "SL": de.HolidaysSL,
		"SN": de.HolidaysSN, "ST": de.HolidaysST, "SH": de.HolidaysSH, "TH": de.HolidaysTH,
	}
}

// correction is what the library's tables (v2.1.13) do not know: when a
// holiday began, and holidays of one year.
type correction struct {
	lands       string // blank: all
	from, until int    // years
	month       time.Month
	day         int
	holiday     bool
	law         string
}

// corrections are tried in order; the first that fits decides.
func corrections() []correction {
	return []correction{
		{"", 2017, 2017, time.October, 31, true, "500 years of Reformation: laws of all Länder for 2017 alone"},
		{"HB HH NI SH", firstYear, 2017, time.October, 31, false, "Reformationstag since 2018: § 2 FeiertagsG HB, § 1 FeiertagsG HH, § 2 NFeiertagsG, § 2 SFTG SH"},
		{"BE", firstYear, 2018, time.March, 8, false, "Frauentag since 2019: § 1 FeiertG BE"},
		{"MV", 2023, lastYear, time.March, 8, true, "Frauentag since 2023: § 2 FTG M-V"},
		{"BE", 2020, 2020, time.May, 8, true, "75 years of liberation, once: § 1 FeiertG BE"},
		{"BE", 2025, 2025, time.May, 8, true, "80 years of liberation, once: § 1 FeiertG BE"},
	}
}

// isHoliday reports whether a day is a public holiday in a whole Land.
func isHoliday(day time.Time, land string) (bool, error) {
	holidays := lands()[land]
	switch {
	case holidays == nil:
		return false, problem("%q is no Land; known are %s", "„%s“ ist kein Land; bekannt sind %s", land, strings.Join(slices.Sorted(maps.Keys(lands())), ", "))
	case day.Year() < firstYear || day.Year() > lastYear:
		return false, problem("the public holidays of %d are not known here, only from %d on", "die gesetzlichen Feiertage von %d sind hier nicht bekannt, erst ab %d", day.Year(), firstYear)
	}
	for _, c := range corrections() {
		if c.fits(day, land) {
			return c.holiday, nil
		}
	}
	return slices.ContainsFunc(holidays, func(h *cal.Holiday) bool {
		date, _ := h.Calc(day.Year())
		return date.Month() == day.Month() && date.Day() == day.Day()
	}), nil
}

func (c correction) fits(day time.Time, land string) bool {
	return day.Month() == c.month && day.Day() == c.day && day.Year() >= c.from && day.Year() <= c.until &&
		(c.lands == "" || strings.Contains(c.lands, land))
}
