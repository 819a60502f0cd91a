// SPDX-License-Identifier: EUPL-1.2

package sentences

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// writer says one scenario in one language.
type writer struct {
	*check.Checked
	lang   speech.Lang
	labels map[string]speech.Text // of everything that expressions read
	system string                 // whose elements are meant
	screen string                 // that was named last, so that it need not be named again
}

func newWriter(c *check.Checked, lang speech.Lang) *writer {
	w := &writer{Checked: c, lang: lang, labels: map[string]speech.Text{}}
	for _, in := range c.Scenario.Inputs {
		w.labels[in.Name] = speech.Same(in.Label)
	}
	for i := range c.Scenario.Systems {
		scenarios.Walk(c.Scenario.Systems[i].LogIn, w.learn)
	}
	scenarios.Walk(c.Scenario.Steps, w.learn)
	return w
}

// learn finds words for values that the scenario makes itself: a decision's
// outputs by their labels, and what was looked for by the look itself.
func (w *writer) learn(s *scenarios.Step) {
	switch a := s.Act.(type) {
	case *scenarios.Decide:
		if r := w.Rulebooks[a.Rulebook]; r != nil {
			for _, o := range r.Book().Outputs {
				w.labels[a.Into+"."+o.Name] = r.Book().LabelOf(o.Name)
			}
		}
	case *scenarios.Look:
		if text := a.At.Text; text.Given && !text.IsExpr {
			w.labels[a.Into] = speech.Say("“%s” was visible", "„%s“ zu sehen war", text.Text)
		}
	}
}

// named is how an expression calls a value: by its label, else in quotes.
func (w *writer) named(name string) speech.Text {
	if label, ok := w.labels[name]; ok {
		return label
	}
	return speech.Say("“%s”", "„%s“", name)
}

func (w *writer) say(en, de string, args ...any) string {
	return speech.Say(en, de, args...).In(w.lang)
}

func (w *writer) quote(s string) string { return w.say("“%s”", "„%s“", s) }

// value says what an operand gives: an expression in words, a text in quotes.
func (w *writer) value(o scenarios.Operand) string {
	if !o.IsExpr {
		return w.quote(o.Text)
	}
	if p := w.Programs[o.At]; p != nil {
		return p.Words(w.lang, w.named)
	}
	return o.Text
}

// typed is a type in words.
func (w *writer) typed(t value.Type) string {
	switch {
	case t.Kind == value.Choice:
		return w.say("one of %s", "eines von %s", strings.Join(t.Choices, ", "))
	case t.Kind == value.List && t.Of != nil:
		return t.Kind.Label().In(w.lang) + " (" + w.typed(*t.Of) + ")"
	}
	return t.Kind.Label().In(w.lang)
}

// class is a privacy class in words.
func (w *writer) class(c value.Class) string {
	switch c {
	case value.Open:
		return w.say("may be public", "darf öffentlich sein")
	case value.Personal:
		return w.say("personal data", "personenbezogen")
	case value.Special:
		return w.say("special category of personal data (Art. 9 GDPR)", "besonders schützenswert (Art. 9 DSGVO)")
	}
	return w.say("internal", "intern")
}

// condition says what must be so, as a clause behind "that" or "dass".
func (w *writer) condition(c scenarios.Condition) string {
	var parts []string
	if c.Text.Given {
		parts = append(parts, w.say("%s is visible", "%s zu sehen ist", w.value(c.Text)))
	}
	if c.Element != nil {
		name := w.element(*c.Element)
		if c.Shows.Given {
			parts = append(parts, w.say("%s shows %s", "%s %s zeigt", name, w.value(c.Shows)))
		} else {
			parts = append(parts, w.say("%s is there", "%s da ist", name))
		}
	}
	if c.Gone.Given {
		parts = append(parts, w.say("%s is not visible", "%s nicht zu sehen ist", w.value(c.Gone)))
	}
	if c.Holds.Given {
		parts = append(parts, w.value(c.Holds))
	}
	if c.Status != 0 {
		parts = append(parts, w.say("the answer has the status %d", "die Antwort den Status %d hat", c.Status))
	}
	return strings.Join(parts, w.say(" and ", " und "))
}

// afterwards says a condition as what must be so in the end.
func (w *writer) afterwards(c scenarios.Condition) string {
	if c.Text.Given && c.Element == nil && !c.Gone.Given && !c.Holds.Given && c.Status == 0 {
		return w.say("Afterwards, %s must be visible.", "Danach muss %s zu sehen sein.", w.value(c.Text))
	}
	return w.say("Afterwards, it must be so that %s.", "Danach muss gelten, dass %s.", w.condition(c))
}
