// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"errors"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/drivers/field"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// obstacle is what stands between an action and its element, as long as it
// may still go away by waiting.
type obstacle struct {
	why    string
	by     string
	target string
	doubt  *act.Doubt
	answer answer
	screen *scenarios.Screen // that was expected
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

// doubtful reports whether several elements could be meant: more waiting
// rarely helps, and never makes it safer.
func doubtful(err error) bool {
	o, ok := errors.AsType[*obstacle](err)
	return ok && o.doubt != nil && (len(o.doubt.Rivals) > 0 || len(o.doubt.Rows) > 1)
}

// missing reports whether nothing at all was found.
func missing(err error) bool {
	o, ok := errors.AsType[*obstacle](err)
	return ok && o.doubt != nil && len(o.doubt.Rivals) == 0 && len(o.doubt.Rows) == 0
}

// obstacle turns the library's answer into an error, or nil when ready.
func (s *Session) obstacle(a act.Action, got answer) error {
	switch got.Why {
	case "":
		return field.Fits("browser", a, got.Secret)
	case "origin":
		if got.Failed != "" {
			return s.missing(got.Failed)
		}
		return foreign(got.Origin, s.at.Origins)
	case "row":
		return &obstacle{doubt: &act.Doubt{Target: name(a), Rows: got.Rows, ByRow: true}, answer: got}
	case "judge":
		return &obstacle{doubt: &act.Doubt{Target: name(a)}, answer: got}
	case "no list", "no entry", "several entries", "one entry only":
		return notChosen(a, got)
	case "no box":
		return fault.New(fault.Halted, "browser.tick", speech.Say("%s is no box that can be ticked", "%s ist kein Kästchen zum Ankreuzen", name(a)))
	}
	return &obstacle{why: got.Why, by: got.By, target: name(a), answer: got}
}

func blockedFault(o *obstacle) error {
	reasons := map[string]speech.Text{
		"loading":     speech.Say("the page did not finish loading", "die Seite wurde nicht fertig geladen"),
		"no frame":    speech.Say("the frame of the element is not there", "der Rahmen des Elements ist nicht da"),
		"no window":   speech.Say("the window of the element is not there", "das Fenster des Elements ist nicht da"),
		"disabled":    speech.Say("%s is disabled", "%s ist gesperrt", o.target),
		"read-only":   speech.Say("%s cannot be written", "%s ist nicht beschreibbar", o.target),
		"moving":      speech.Say("%s does not stand still", "%s steht nicht still", o.target),
		"covered":     speech.Say("%s is covered by %s", "%s wird verdeckt von %s", o.target, o.by),
		"unreachable": speech.Say("%s cannot be entered, a dialog may lie over it", "%s lässt sich nicht betreten, vielleicht liegt ein Dialog darüber", o.target),
		"outside":     speech.Say("%s cannot be scrolled into view", "%s lässt sich nicht ins Bild rollen", o.target),
	}
	kind := fault.Halted
	if o.why == "loading" || o.why == "no frame" || o.why == "no window" {
		kind = fault.Technical
	}
	f := fault.New(kind, "browser.ready", reasons[o.why]).
		WithHint(speech.Say("look at the screen, or allow the step more time with within", "sehen Sie sich die Maske an oder geben Sie dem Schritt mit within mehr Zeit"))
	f.Private = o.by != "" // what covers an element may show values of the case
	return f
}

func serverFault(status int) error {
	return fault.New(fault.Technical, "browser.server", speech.Say("the server answered with an error (HTTP %d)", "der Server antwortete mit einem Fehler (HTTP %d)", status)).
		WithHint(speech.Say("try again later, or ask those who run the system", "versuchen Sie es später oder fragen Sie den Betreiber des Systems"))
}

func foreign(origin string, allowed []string) error {
	return fault.New(fault.Halted, "browser.origin", speech.Say("the page comes from %s, which the environment does not allow", "die Seite kommt von %s, was die Umgebung nicht erlaubt", origin)).
		WithHint(speech.Say("allowed are %s; add it under origins if that is right", "erlaubt sind %s; ergänzen Sie sie unter origins, wenn das richtig ist", speech.List(allowed, "and", "und")))
}

func crashed() error {
	return fault.New(fault.Technical, "browser.crashed", speech.Say("the page crashed", "die Seite ist abgestürzt"))
}

func unexpected(m *page.Message) error {
	if m.Kind == "beforeunload" {
		return fault.New(fault.Halted, "browser.message", speech.Say("the page asks whether it may be left", "die Seite fragt, ob sie verlassen werden darf")).
			WithHint(speech.Say("something on it is not saved; save it, or answer with a dialog step", "etwas darauf ist nicht gespeichert; speichern Sie es oder antworten Sie mit einem Schritt dialog"))
	}
	return fault.New(fault.Halted, "browser.message", speech.Say("an unexpected message box says: %s", "ein unerwartetes Meldungsfenster sagt: %s", m.Text)).Guard().
		WithHint(speech.Say("if it belongs to the task, add confirm: or a dialog step", "gehört es zur Aufgabe, ergänzen Sie confirm: oder einen Schritt dialog"))
}

func notChosen(a act.Action, got answer) error {
	entry := a.Text
	if got.Value != "" {
		entry = got.Value // the one of several that is wrong
	}
	cause := map[string]speech.Text{
		"no list":         speech.Say("%s is no list", "%s ist keine Liste", name(a)),
		"no entry":        speech.Say("%s has no entry %q", "%s hat keinen Eintrag „%s“", name(a), entry),
		"several entries": speech.Say("%s has several entries %q", "%s hat mehrere Einträge „%s“", name(a), entry),
		"one entry only":  speech.Say("%s takes one entry only", "%s nimmt nur einen Eintrag", name(a)),
	}[got.Why]
	return fault.New(fault.Halted, "browser.choose", cause).Guard().WithHint(speech.Say("entries: %s", "Einträge: %s", got.By))
}
