// SPDX-License-Identifier: EUPL-1.2

package sentences

import (
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

func (w *writer) steps(steps []scenarios.Step) []Sentence {
	var out []Sentence
	for i := range steps {
		s := w.step(&steps[i])
		s.Number, s.ID = steps[i].Number, steps[i].ID
		if within := steps[i].Within; within > 0 {
			s.Notes = append(s.Notes, w.say("Waits %s at most.", "Wartet höchstens %s.", w.lasting(within)))
		}
		out = append(out, s)
	}
	return out
}

func (w *writer) lasting(d time.Duration) string {
	if d%time.Minute == 0 {
		return w.say("%d minutes", "%d Minuten", int(d/time.Minute))
	}
	text := strings.TrimSuffix(d.String(), "s")
	return w.say("%s seconds", "%s Sekunden", text)
}

func (w *writer) clicked(a *scenarios.Click) string {
	if a.Double {
		return w.say("Double-click %s.", "Klicke doppelt auf %s.", w.element(a.Target))
	}
	return w.say("Click %s.", "Klicke auf %s.", w.element(a.Target))
}

// step says what is done on a screen; control says the rest.
func (w *writer) step(s *scenarios.Step) Sentence {
	switch a := s.Act.(type) {
	case *scenarios.Open:
		return Sentence{Text: w.say("Open the page %s.", "Öffne die Seite %s.", w.plain(a.Path))}
	case *scenarios.Fill:
		return w.fill(a)
	case *scenarios.Click:
		out := w.pointed(a.Target, w.clicked(a))
		out.Notes = w.answered(a.Dialog)
		return out
	case *scenarios.Drag:
		return w.pointed(a.Target, w.say("Drag %s onto %s.", "Ziehe %s auf %s.", w.element(a.Target), w.element(a.Onto)))
	case *scenarios.Upload, *scenarios.Download, *scenarios.Print:
		return w.file(s.Act)
	case *scenarios.Choose:
		return w.pointed(a.Target, w.say("Choose %s in the list %s.", "Wähle %s in der Liste %s.", w.lines(a.With), w.element(a.Target)))
	case *scenarios.Tick:
		return w.tick(a)
	case *scenarios.Press:
		return w.press(a)
	case *scenarios.Read:
		return w.pointed(a.Target, w.say("Read %s and keep it as “%s”.", "Lies %s und merke es als „%s“.", w.element(a.Target), a.Into))
	case *scenarios.Wait:
		return Sentence{Text: w.say("Wait until %s.", "Warte, bis %s.", w.condition(a.Until))}
	case *scenarios.Expect:
		return Sentence{Text: w.say("Check that %s.", "Prüfe, dass %s.", w.condition(a.That))}
	case *scenarios.Look:
		return Sentence{Text: w.say("Find out whether %s, and keep it as “%s”.", "Stelle fest, ob %s, und merke es als „%s“.", w.condition(a.At), a.Into)}
	case *scenarios.Dialog:
		return Sentence{Text: strings.Join(w.answered(a), " ")}
	case *scenarios.Request:
		return w.request(a)
	case *scenarios.Commit:
		return w.commit(a)
	}
	return w.control(s)
}

// plain says a text without quotes, where nobody can mistake its ends.
func (w *writer) plain(o scenarios.Operand) string {
	if o.IsExpr {
		return w.value(o)
	}
	return o.Text
}

func (w *writer) fill(a *scenarios.Fill) Sentence {
	what := w.value(a.With)
	if a.Secret != "" {
		what = w.say("the stored secret “%s”", "das hinterlegte Geheimnis „%s“", a.Secret)
	}
	return w.pointed(a.Target, w.say("Write into %s: %s.", "Schreibe in %s: %s.", w.field(a.Target), what))
}

func (w *writer) tick(a *scenarios.Tick) Sentence {
	box := w.element(a.Target)
	switch {
	case a.With.IsExpr:
		return w.pointed(a.Target, w.say("Set or clear the box %s: %s.", "Setze oder entferne das Häkchen %s: %s.", box, w.value(a.With)))
	case a.With.Text == "no" || a.With.Text == "nein":
		return w.pointed(a.Target, w.say("Clear the box %s.", "Entferne das Häkchen %s.", box))
	}
	return w.pointed(a.Target, w.say("Set the box %s.", "Setze das Häkchen %s.", box))
}

func (w *writer) press(a *scenarios.Press) Sentence {
	if a.Target == nil {
		return Sentence{Text: w.say("Press %s.", "Drücke %s.", a.Key)}
	}
	return w.pointed(*a.Target, w.say("Press %s on %s.", "Drücke %s auf %s.", a.Key, w.element(*a.Target)))
}

// answered says how a message box is answered.
func (w *writer) answered(d *scenarios.Dialog) []string {
	if d == nil {
		return nil
	}
	text := w.say("Answer the message “%s” with %s.", "Beantworte die Meldung „%s“ mit %s.", d.Says, w.button(d.Accept))
	if d.Prompt.Given {
		text = w.say("Answer the message “%s” by typing %s, then %s.", "Gib auf die Meldung „%s“ %s ein, dann %s.", d.Says, w.value(d.Prompt), w.button(d.Accept))
	}
	return []string{text}
}

func (w *writer) button(accept bool) string {
	if accept {
		return "OK"
	}
	return w.say("Cancel", "Abbrechen")
}
