// SPDX-License-Identifier: EUPL-1.2

package words

import (
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func workdays() []Function {
	return []Function{
		{
			Name: "ist_arbeitstag", Signatures: []Signature{takes(value.Boolean, value.Date, value.Text)}, Apply: isWorkday,
			Phrase: speech.Text{EN: "%[1]s is a working day in %[2]s", DE: "der %[1]s in %[2]s ein Arbeitstag ist"},
			Meaning: speech.Text{
				EN: "neither Saturday nor Sunday nor a public holiday of the whole Land (BW, BY, BE, …); from 1995 on",
				DE: "weder Sonnabend noch Sonntag noch ein gesetzlicher Feiertag im ganzen Land (BW, BY, BE, …); ab 1995",
			},
			Law: "§ 193 BGB, Feiertagsgesetze der Länder",
		},
		{
			Name: "naechster_arbeitstag", Signatures: []Signature{takes(value.Date, value.Date, value.Text)}, Apply: nextWorkday,
			Phrase: speech.Text{EN: "%[1]s or the next working day in %[2]s", DE: "der %[1]s oder der nächste Arbeitstag in %[2]s"},
			Meaning: speech.Text{
				EN: "the day itself or, where it is no working day, the next: when a period ends that would end on it",
				DE: "der Tag selbst oder, wenn er kein Arbeitstag ist, der nächste: wann eine Frist endet, die an ihm endete",
			},
			Law: "§ 193 BGB, § 31 Abs. 3 VwVfG",
		},
		{
			Name: "plus_arbeitstage", Signatures: []Signature{takes(value.Date, value.Date, value.Integer, value.Text)}, Apply: plusWorkdays,
			Phrase: speech.Text{EN: "%[1]s plus %[2]s working days in %[3]s", DE: "%[1]s plus %[2]s Arbeitstage in %[3]s"},
			Meaning: speech.Text{
				EN: "last day of a period of so many working days; the day of the event is not counted, before it with a minus",
				DE: "letzter Tag einer Frist von so vielen Arbeitstagen; der Tag des Ereignisses zählt nicht mit, davor mit Minus",
			},
			Law: "§ 187 Abs. 1, § 188 Abs. 1 BGB",
		},
	}
}

func isWorkday(args []value.Value) (value.Value, error) {
	works, err := worksOn(args[0].Day(), args[1].String())
	return value.NewBoolean(works), err
}

func nextWorkday(args []value.Value) (value.Value, error) {
	return walk(args[0].Day(), 0, 1, args[1].String())
}

func plusWorkdays(args []value.Value) (value.Value, error) {
	n, err := small(args[1], 10_000)
	switch {
	case err != nil:
		return value.Value{}, err
	case n == 0:
		return args[0], nil
	case n < 0:
		return walk(args[0].Day().AddDate(0, 0, -1), -n-1, -1, args[2].String())
	}
	return walk(args[0].Day().AddDate(0, 0, 1), n-1, 1, args[2].String())
}

// walk goes on, day by day, to the first working day, and past more of them.
func walk(day time.Time, more, step int, land string) (value.Value, error) {
	for ; ; day = day.AddDate(0, 0, step) {
		works, err := worksOn(day, land)
		switch {
		case err != nil:
			return value.Value{}, err
		case works && more == 0:
			return dateOf(day)
		case works:
			more--
		}
	}
}

func worksOn(day time.Time, land string) (bool, error) {
	holiday, err := isHoliday(day, land)
	return err == nil && !holiday && day.Weekday() != time.Saturday && day.Weekday() != time.Sunday, err
}
