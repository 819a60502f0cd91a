// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"errors"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// obstacle is what stands between an action and its element, as long as it
// may still go away by waiting.
type obstacle struct {
	why    string
	by     string
	target string
	doubt  *act.Doubt
}

func (o *obstacle) Error() string {
	if o.doubt != nil {
		return o.doubt.Error()
	}
	return o.target + ": " + o.why + " " + o.by
}

// final reports whether waiting cannot help.
func final(err error) bool {
	_, waits := errors.AsType[*obstacle](err)
	return !waits
}

// doubtful reports whether several elements could be meant: more waiting rarely
// helps, and never makes it safer.
func doubtful(err error) bool {
	o, ok := errors.AsType[*obstacle](err)
	return ok && o.doubt != nil && (len(o.doubt.Rivals) > 0 || len(o.doubt.Rows) > 1)
}

// outcome turns the last obstacle into the fault that a person reads.
func outcome(ctx context.Context, last error) error {
	o, ok := errors.AsType[*obstacle](last)
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return ctx.Err()
	case !ok:
		return last
	case o.doubt != nil:
		return fault.Wrap(fault.Halted, "desktop.find", speech.Say("no element is meant beyond doubt", "kein Element ist zweifelsfrei gemeint"), o.doubt).
			WithHint(advice(o.doubt))
	}
	return blocked(o)
}

// advice says what to do about a doubt: alike rows are the case's own trouble,
// an element that is missing may be the element file's.
func advice(d *act.Doubt) speech.Text {
	if d.ByRow && len(d.Rows) > 1 {
		return speech.Say("find out which row is meant, and work this case by hand; another column under row: may tell such rows apart",
			"stellen Sie fest, welche Zeile gemeint ist, und bearbeiten Sie diesen Vorgang von Hand; eine weitere Spalte unter row: kann solche Zeilen unterscheiden")
	}
	return speech.Say("look at the window; if it has changed, have the element file updated", "sehen Sie sich das Fenster an; hat es sich geändert, lassen Sie die Elementdatei anpassen")
}

func blocked(o *obstacle) error {
	reasons := map[string]speech.Text{
		"busy":        speech.Say("the program does not answer", "das Programm antwortet nicht"),
		"no window":   speech.Say("the window of the element is not there", "das Fenster des Elements ist nicht da"),
		"not on top":  speech.Say("the window of %s does not come to the top", "das Fenster von %s kommt nicht nach vorn", o.target),
		"unexpected":  speech.Say("an unexpected window lies over %s: %s", "ein unerwartetes Fenster liegt über %s: %s", o.target, o.by),
		"disabled":    speech.Say("%s is disabled", "%s ist gesperrt", o.target),
		"read-only":   speech.Say("%s cannot be written", "%s ist nicht beschreibbar", o.target),
		"not shown":   speech.Say("%s cannot be seen", "%s ist nicht zu sehen", o.target),
		"covered":     speech.Say("%s is covered by %s", "%s wird verdeckt von %s", o.target, o.by),
		"not focused": speech.Say("%s does not take the keys", "%s nimmt keine Tasten an", o.target),
	}
	kind := fault.Halted
	if o.why == "busy" || o.why == "no window" {
		kind = fault.Technical
	}
	f := fault.New(kind, "desktop.ready", reasons[o.why]).
		WithHint(speech.Say("look at the window, or allow the step more time with within", "sehen Sie sich das Fenster an oder geben Sie dem Schritt mit within mehr Zeit"))
	if o.why == "unexpected" {
		f = f.WithHint(speech.Say("if it belongs to the task, add confirm: or a dialog step, or describe its window as a screen", "gehört es zur Aufgabe, ergänzen Sie confirm: oder einen Schritt dialog, oder beschreiben Sie sein Fenster als Maske"))
	}
	f.Private = o.by != "" // titles and texts of windows may show values of the case
	return f
}
