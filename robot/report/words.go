// SPDX-License-Identifier: EUPL-1.2

package report

import (
	"fmt"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Text is the outcome as people say it.
func (o Outcome) Text() speech.Text {
	switch o {
	case Done:
		return speech.Say("done", "erledigt")
	case Unchanged:
		return speech.Say("unchanged", "unverändert")
	case Halted:
		return speech.Say("halted", "angehalten")
	case Business:
		return speech.Say("business fault", "fachlicher Fehler")
	case Interrupted:
		return speech.Say("interrupted", "unterbrochen")
	default:
		return speech.Say("technical fault", "technischer Fehler")
	}
}

// meaning tells a reader what an outcome asks of people.
func meaning(o Outcome) speech.Text {
	switch o {
	case Done:
		return speech.Say("entered, and read back", "eingetragen und zurückgelesen")
	case Unchanged:
		return speech.Say("everything was already as it should be", "alles war schon so, wie es sein soll")
	case Halted:
		return speech.Say("the robot did not guess: a person decides", "der Roboter hat nicht geraten: ein Mensch entscheidet")
	case Business:
		return speech.Say("the case itself must be put right", "der Vorgang selbst ist zu berichtigen")
	case Interrupted:
		return speech.Say("stopped on the way: go on with --resume", "unterwegs angehalten: weiter mit --resume")
	default:
		return speech.Say("a system did not work: try again, or tell the IT staff", "ein Verfahren hat nicht funktioniert: erneut versuchen oder der IT melden")
	}
}

// mark is a sign beside the word, so that colour alone never tells.
func mark(o Outcome) string {
	switch o {
	case Done:
		return "✓"
	case Unchanged:
		return "="
	case Halted:
		return "■"
	case Business:
		return "!"
	case Interrupted:
		return "…"
	default:
		return "×"
	}
}

// when is a span of time as people write it, with its zone.
func (r Report) when(from, to time.Time) string {
	day, clock, zone := "2 January 2006, ", "15:04:05", " MST"
	if r.Lang == speech.German {
		day, zone = "02.01.2006, ", " Uhr (MST)"
	}
	if from.Format(day) == to.Format(day) {
		return from.Format(day+clock) + " – " + to.Format(clock+zone)
	}
	return from.Format(day+clock) + " – " + to.Format(day+clock+zone)
}

// stamp is a point in time with its day and zone.
func (r Report) stamp(at time.Time) string {
	if r.Lang == speech.German {
		return at.Format("02.01.2006, 15:04:05 Uhr (MST)")
	}
	return at.Format("2 January 2006, 15:04:05 MST")
}

// moment is a point in time; the day is left out where it is the given one.
func (r Report) moment(day, at time.Time) string {
	switch same := at.Format(time.DateOnly) == day.Format(time.DateOnly); {
	case same:
		return at.Format("15:04:05")
	case r.Lang == speech.German:
		return at.Format("02.01. 15:04:05")
	}
	return at.Format("2 Jan 15:04:05")
}

// took is a span of time with the accuracy that people need.
func (r Report) took(d time.Duration) string {
	switch {
	case d <= 0:
		return "–"
	case d < time.Minute:
		text := fmt.Sprintf("%.1f s", d.Seconds())
		if r.Lang == speech.German {
			text = strings.Replace(text, ".", ",", 1)
		}
		return text
	case d < time.Hour:
		return fmt.Sprintf("%d min %02d s", int(d.Minutes()), int(d.Seconds())%60)
	}
	return fmt.Sprintf("%d h %02d min", int(d.Hours()), int(d.Minutes())%60)
}

func (r Report) reference(c Case) string {
	if r.ShowValues {
		return c.Reference
	}
	return c.ReferenceWithoutValues
}

// reason is why a case ended as it did, as a sentence.
func (r Report) reason(c Case) string { return r.sentence(c.Reason, c.ReasonWithoutValues) }

func (r Report) hint(c Case) string { return r.sentence(c.Hint, c.HintWithoutValues) }

func (r Report) sentence(full, without speech.Text) string {
	text := without
	if r.ShowValues {
		text = full
	}
	return whole(text.In(r.Lang))
}
