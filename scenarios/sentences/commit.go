// SPDX-License-Identifier: EUPL-1.2

package sentences

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// request says a call of an interface, what is sent, and what is taken from
// the answer.
func (w *writer) request(a *scenarios.Request) Sentence {
	out := Sentence{Text: w.say("Ask the interface: %s.", "Frage die Schnittstelle: %s.", w.called(a))}
	out.Notes = append(w.sent(a), w.taken(a)...)
	return out
}

func (w *writer) called(a *scenarios.Request) string {
	var path strings.Builder
	parts, _ := a.PathParts()
	for _, p := range parts {
		path.WriteString(p.Text)
		if p.Expr.Given {
			path.WriteString("{" + w.value(p.Expr) + "}")
		}
	}
	return a.Method + " " + path.String()
}

func (w *writer) sent(a *scenarios.Request) []string {
	if len(a.Body) == 0 {
		return nil
	}
	return []string{w.say("It is sent: %s.", "Gesendet wird: %s.", w.assigned(a.Body))}
}

func (w *writer) assigned(fields []scenarios.BodyField) string {
	parts := make([]string, len(fields))
	for i, f := range fields {
		parts[i] = f.Name + " = " + w.value(f.With)
	}
	return strings.Join(parts, ", ")
}

func (w *writer) taken(a *scenarios.Request) []string {
	var out []string
	for _, t := range a.Take {
		out = append(out, w.say("From the answer, keep %s as “%s”.", "Merke aus der Antwort %s als „%s“.", t.Pointer, t.Into))
	}
	if a.Expect.Given {
		out = append(out, w.afterwards(a.Expect))
	}
	return out
}

// commit says the irreversible step with everything that guards it.
func (w *writer) commit(a *scenarios.Commit) Sentence {
	var out Sentence
	if a.Request != nil {
		out = Sentence{Text: w.say("Call the interface: %s.", "Rufe die Schnittstelle auf: %s.", w.called(a.Request)), Notes: w.sent(a.Request)}
	} else {
		out = w.pointed(*a.Target, w.say("Click %s.", "Klicke auf %s.", w.element(*a.Target)))
	}
	out.Irreversible = true
	if a.Unless.Given {
		out.Notes = append(out.Notes, w.say("Not needed, and not done, if %s.", "Entfällt, wenn %s.", w.value(a.Unless)))
	}
	out.Notes = append(out.Notes, w.answered(a.Dialog)...)
	if a.Request != nil {
		out.Notes = append(out.Notes, w.taken(a.Request)...)
	} else if a.Expect.Given {
		out.Notes = append(out.Notes, w.afterwards(a.Expect))
	}
	return w.proven(out, a)
}

// proven adds how it is found out, after an interruption, whether the step
// happened.
func (w *writer) proven(out Sentence, a *scenarios.Commit) Sentence {
	if a.ByPerson {
		out.Notes = append(out.Notes, w.say("After an interruption, a person finds out whether it happened.", "Ob es geschah, stellt nach einer Unterbrechung ein Mensch fest."))
		return out
	}
	label := w.say("After an interruption, this finds out, by reading only, whether it happened:", "Ob es geschah, wird nach einer Unterbrechung so festgestellt, nur lesend:")
	screen := w.screen
	w.screen = "" // a fresh session begins
	out.Parts = append(out.Parts, Part{label, w.steps(a.Verify)})
	w.screen = screen
	return out
}
