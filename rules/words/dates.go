// SPDX-License-Identifier: EUPL-1.2

package words

import (
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func dates() []Function {
	return []Function{
		{
			Name: "alter_am", Signatures: []Signature{takes(value.Integer, value.Date, value.Date)}, Apply: ageOn,
			Phrase:  speech.Text{EN: "age at %[2]s (%[1]s)", DE: "Alter am %[2]s (%[1]s)"},
			Meaning: speech.Text{EN: "completed years of life of a person born on the first day, on the second day", DE: "vollendete Lebensjahre einer am ersten Tag geborenen Person am zweiten Tag"},
			Law:     "§ 187 Abs. 2 Satz 2, § 188 Abs. 2 und 3 BGB",
		},
		{
			Name: "tage_zwischen", Signatures: []Signature{takes(value.Integer, value.Date, value.Date)}, Apply: daysBetween,
			Phrase:  speech.Text{EN: "days from %[1]s to %[2]s", DE: "Tage von %[1]s bis %[2]s"},
			Meaning: speech.Text{EN: "calendar days between two days; the first day is not counted", DE: "Kalendertage zwischen zwei Tagen; der erste Tag wird nicht mitgerechnet"},
			Law:     "§ 187 Abs. 1, § 188 Abs. 1 BGB",
		},
		{
			Name: "plus_tage", Signatures: []Signature{takes(value.Date, value.Date, value.Integer)}, Apply: plusDays,
			Phrase:  speech.Text{EN: "%[1]s plus %[2]s days", DE: "%[1]s plus %[2]s Tage"},
			Meaning: speech.Text{EN: "last day of a period of so many days that begins with the event of the first day", DE: "letzter Tag einer nach Tagen bestimmten Frist, die mit dem Ereignis am ersten Tag beginnt"},
			Law:     "§ 187 Abs. 1, § 188 Abs. 1 BGB",
		},
		{
			Name: "plus_monate", Signatures: []Signature{takes(value.Date, value.Date, value.Integer)}, Apply: plusMonths,
			Phrase:  speech.Text{EN: "%[1]s plus %[2]s months", DE: "%[1]s plus %[2]s Monate"},
			Meaning: speech.Text{EN: "last day of a period of so many months; where the month lacks the day, its last day", DE: "letzter Tag einer nach Monaten bestimmten Frist; fehlt der Tag im Monat, dessen letzter Tag"},
			Law:     "§ 187 Abs. 1, § 188 Abs. 2 und 3 BGB",
		},
	}
}

// ageOn counts completed years of life. The day of birth counts (§ 187 Abs. 2
// Satz 2 BGB), so a year is completed with the end of the day before the
// birthday, and the birthday itself belongs to the new year. For a birth on 29
// February the year ends, in a common year, with the end of 28 February (§ 188
// Abs. 2 and 3 BGB), so the new age holds from 1 March: the plain comparison of
// month and day says just that.
func ageOn(args []value.Value) (value.Value, error) {
	born, on := args[0].Day(), args[1].Day()
	if on.Before(born) {
		return value.Value{}, problem("%s lies before the birth on %s", "der %s liegt vor der Geburt am %s", german(args[1]), german(args[0]))
	}
	years := on.Year() - born.Year()
	if on.Month() < born.Month() || (on.Month() == born.Month() && on.Day() < born.Day()) {
		years--
	}
	return value.NewInteger(int64(years)), nil
}

func daysBetween(args []value.Value) (value.Value, error) {
	const day = 24 * 60 * 60 // exact: days are kept at midnight UTC, which knows no summer time
	return value.NewInteger((args[1].Day().Unix() - args[0].Day().Unix()) / day), nil
}

func plusDays(args []value.Value) (value.Value, error) {
	n, err := small(args[1], 100_000)
	if err != nil {
		return value.Value{}, err
	}
	return dateOf(args[0].Day().AddDate(0, 0, n))
}

// plusMonths does not use AddDate, which would carry 31 January over into March.
func plusMonths(args []value.Value) (value.Value, error) {
	n, err := small(args[1], 12_000)
	if err != nil {
		return value.Value{}, err
	}
	from := args[0].Day()
	first := time.Date(from.Year(), from.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return dateOf(first.AddDate(0, 0, min(from.Day(), last)-1))
}

func dateOf(t time.Time) (value.Value, error) {
	if t.Year() < 1 || t.Year() > 9999 {
		return value.Value{}, problem("the day lies outside the calendar", "der Tag liegt außerhalb des Kalenders")
	}
	return value.NewDate(t.Year(), t.Month(), t.Day()), nil
}

func small(v value.Value, most int64) (int, error) {
	n, err := v.Number().Int64()
	if err != nil || n > most || n < -most {
		return 0, problem("%s is too large here", "%s ist hier zu groß", v)
	}
	return int(n), nil
}

func german(v value.Value) speech.Text {
	return speech.Text{EN: v.In(speech.English), DE: v.In(speech.German)}
}
