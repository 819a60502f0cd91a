// SPDX-License-Identifier: EUPL-1.2

package check

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func (c *checker) steps(steps []scenarios.Step, at place) {
	for i := range steps {
		if i > 0 {
			if _, stops := steps[i-1].Act.(*scenarios.Stop); stops {
				c.report.Errorf(steps[i].At, speech.Say("this step is never reached: the one before ends the case", "dieser Schritt wird nie erreicht: der vorige beendet den Vorgang"), speech.Text{})
			}
		}
		c.step(&steps[i], at)
	}
}

func (c *checker) step(s *scenarios.Step, at place) {
	if s.ID != "" {
		if first, twice := c.ids[s.ID]; twice {
			c.report.Errorf(s.At, speech.Say("the id %q is used twice, first in line %d", "die id „%s“ ist doppelt vergeben, zuerst in Zeile %d", s.ID, first.Line), speech.Text{})
		}
		c.ids[s.ID] = s.At
	}
	switch a := s.Act.(type) {
	case *scenarios.In:
		c.in(s, a, at)
	case *scenarios.Open:
		c.onScreen(s, at)
		c.operand(a.Path, value.Type{})
	case *scenarios.Fill:
		c.fill(s, a, at)
	case *scenarios.Click:
		c.target(a.Target, s, at)
	case *scenarios.Drag:
		c.target(a.Target, s, at)
		c.target(a.Onto, s, at)
	case *scenarios.Choose:
		c.target(a.Target, s, at)
		c.operand(a.With, value.Type{})
	case *scenarios.Upload, *scenarios.Download, *scenarios.Print:
		c.file(s, at)
	case *scenarios.Tick:
		c.target(a.Target, s, at)
		c.operand(a.With, value.Of(value.Boolean))
	case *scenarios.Press:
		c.onScreen(s, at)
		if a.Target != nil {
			c.target(*a.Target, s, at)
		}
	case *scenarios.Read:
		c.target(a.Target, s, at)
		c.declare(a.Into, personal(a.Type), s.At)
	case *scenarios.Wait:
		c.condition(a.Until, at)
	case *scenarios.Expect:
		c.condition(a.That, at)
	case *scenarios.Look:
		c.condition(a.At, at)
		c.declare(a.Into, value.Of(value.Boolean), s.At)
	case *scenarios.Dialog:
		c.onScreen(s, at)
		c.operand(a.Prompt, value.Type{})
	case *scenarios.Request:
		c.request(s, a, at)
	case *scenarios.Commit:
		c.commit(s, a, at)
	default:
		c.control(s, at)
	}
}

// control checks the steps that touch no system themselves.
func (c *checker) control(s *scenarios.Step, at place) {
	switch a := s.Act.(type) {
	case *scenarios.Decide:
		c.decide(s, a)
	case *scenarios.When:
		c.compile(a.If, expression.Condition, value.Type{})
		c.steps(a.Then, at)
		c.steps(a.Else, at)
	case *scenarios.ForEach:
		c.forEach(s, a, at)
	case *scenarios.Try:
		c.steps(a.Do, at)
		c.steps(a.Recover, at)
	case *scenarios.Either:
		for _, variant := range a.Variants {
			c.steps(variant, at)
		}
		c.condition(a.Expect, at)
	case *scenarios.Ask:
		c.declare(a.Into, value.Of(value.Text), s.At)
	case *scenarios.Set:
		c.declare(a.Into, c.operand(a.With, value.Type{}), s.At)
	case *scenarios.Holds:
		c.compile(a.That, expression.Condition, value.Type{})
	case *scenarios.Stop:
		c.stop(s, a, at)
	}
}

func personal(t value.Type) value.Type {
	t.Class = value.Personal // nobody declared what a screen shows
	return t
}

func (c *checker) in(s *scenarios.Step, a *scenarios.In, at place) {
	sys := c.Scenario.System(a.System)
	if sys == nil {
		c.report.Errorf(s.At, speech.Say("unknown system %q", "unbekanntes System „%s“", a.System), source.DidYouMean(a.System, c.systems()))
		return
	}
	if at.system != nil {
		c.report.Errorf(s.At, speech.Say("a block “in” may not stand inside another", "ein Block „in“ darf nicht in einem anderen stehen"), speech.Text{})
	}
	c.steps(a.Do, place{system: sys, reading: at.reading})
}

func (c *checker) systems() []string {
	var names []string
	for _, s := range c.Scenario.Systems {
		names = append(names, s.Name)
	}
	return names
}

// onScreen checks that the step stands in a system with a screen.
func (c *checker) onScreen(s *scenarios.Step, at place) bool {
	switch {
	case at.system == nil:
		c.report.Errorf(s.At, speech.Say("%q must stand inside a block “in”", "„%s“ muss in einem Block „in“ stehen", s.Act.Verb()), speech.Say("write in: SYSTEM, do: around it", "schreiben Sie in: SYSTEM, do: darum"))
	case !at.system.Kind.HasScreens():
		c.report.Errorf(s.At, speech.Say("the system %q has no screen to %s", "das System „%s“ hat keinen Bildschirm für „%s“", at.system.Name, s.Act.Verb()), speech.Text{})
	case at.system.Kind == scenarios.Host:
		c.ofTerminals(s)
		return true
	case at.system.Kind == scenarios.Desktop:
		c.ofPrograms(s)
		return true
	default:
		return true
	}
	return false
}

// target checks that the element exists, with the nearest name as a hint.
func (c *checker) target(t scenarios.Target, s *scenarios.Step, at place) *scenarios.Element {
	for _, key := range t.Row {
		c.operand(key.Value, value.Type{})
	}
	if t.Screen == "" || !c.onScreen(s, at) {
		return nil
	}
	elements := c.Scenario.Elements[at.system.Name]
	if elements == nil {
		return nil // said at the system
	}
	screen, element := elements.Find(t)
	switch {
	case screen == nil:
		c.report.Errorf(t.At, speech.Say("there is no screen %q in elements/%s.yaml", "in elements/%[2]s.yaml gibt es keine Maske „%[1]s“", t.Screen, at.system.Name), source.DidYouMean(t.Screen, screens(elements)))
	case element == nil:
		c.report.Errorf(t.At.Shift(len([]rune(t.Screen))+1), speech.Say("there is no element %q on the screen %q", "auf der Maske „%[2]s“ gibt es kein Element „%[1]s“", t.Element, t.Screen), source.DidYouMean(t.Element, names(screen)))
	}
	return element
}

func screens(e *scenarios.Elements) []string {
	var out []string
	for _, s := range e.Screens {
		out = append(out, s.Name)
	}
	return out
}

func names(s *scenarios.Screen) []string {
	var out []string
	for _, e := range s.Elements {
		out = append(out, e.Name)
	}
	return out
}

func (c *checker) fill(s *scenarios.Step, a *scenarios.Fill, at place) {
	c.target(a.Target, s, at)
	c.operand(a.With, value.Type{})
	if a.With.Given && looksSecret(a.Target.Element, a.With) {
		c.report.Errorf(a.With.At, speech.Say("a secret may not stand in a scenario", "ein Geheimnis darf nicht in einem Ablauf stehen"),
			speech.Say("store it with heinzel secret set NAME and write secret: NAME", "hinterlegen Sie es mit heinzel secret set NAME und schreiben Sie secret: NAME"))
	}
}

// looksSecret recognises a literal in a field that is named like a secret, and
// a literal that no person would type.
func looksSecret(field string, with scenarios.Operand) bool {
	if with.IsExpr || with.Text == "" {
		return false
	}
	for _, word := range []string{"kennwort", "passwort", "password", "passphrase", "geheim", "secret", "token"} {
		if strings.Contains(strings.ToLower(field), word) {
			return true
		}
	}
	return len(with.Text) >= 20 && !strings.Contains(with.Text, " ") &&
		strings.ContainsAny(with.Text, "0123456789") && strings.ToUpper(with.Text) != with.Text && strings.ToLower(with.Text) != with.Text &&
		!strings.ContainsAny(with.Text, ":/.@")
}

func (c *checker) condition(cond scenarios.Condition, at place) {
	step := &scenarios.Step{At: cond.At, Act: &scenarios.Expect{}}
	c.operand(cond.Text, value.Type{})
	c.operand(cond.Gone, value.Type{})
	c.operand(cond.Shows, value.Type{})
	c.compile(cond.Holds, expression.Condition, value.Type{})
	if cond.OnScreen() {
		c.onScreen(step, at)
	}
	if cond.Element != nil {
		c.target(*cond.Element, step, at)
	}
	if cond.Shows.Given && cond.Element == nil {
		c.report.Errorf(cond.At, speech.Say("shows: needs element:", "shows: braucht element:"), speech.Text{})
	}
}

func (c *checker) forEach(s *scenarios.Step, a *scenarios.ForEach, at place) {
	list := c.compile(a.List, expression.Value, value.Type{})
	of := value.Of(value.Text)
	if list.Of != nil {
		of = *list.Of
	}
	if list.Kind != value.List && list.Kind != value.Missing {
		c.report.Errorf(a.List.At, speech.Say("“for each” needs a list, this is a %s", "„for each“ braucht eine Liste, dies ist vom Typ %s", list.Kind.Label()), speech.Text{})
	}
	c.declare(a.Name, of, s.At)
	c.steps(a.Do, at)
}

func (c *checker) stop(s *scenarios.Step, a *scenarios.Stop, at place) {
	c.operand(a.Because, value.Type{})
	if at.reading {
		c.report.Errorf(s.At, speech.Say("“stop” may not stand in verify or log in", "„stop“ darf nicht in verify oder log in stehen"), speech.Text{})
	}
	if a.Business && !a.Because.Given {
		c.report.Errorf(s.At, speech.Say("a business stop needs because:", "ein fachlicher Halt braucht because:"), speech.Say("the person who takes the case over reads it", "wer den Vorgang übernimmt, liest es"))
	}
}

func (c *checker) decide(s *scenarios.Step, a *scenarios.Decide) {
	book := c.Rulebooks[a.Rulebook]
	if book == nil {
		if _, broken := c.Scenario.Rulebooks[a.Rulebook]; !broken {
			var known []string
			for name := range c.Scenario.Rulebooks {
				known = append(known, name)
			}
			slices.Sort(known)
			c.report.Errorf(s.At, speech.Say("there is no rulebook rules/%s.yaml", "es gibt kein Regelwerk rules/%s.yaml", a.Rulebook), source.DidYouMean(a.Rulebook, known))
		}
		return
	}
	c.given(s, a, book)
	c.declare(a.Into, book.Book().Result(), s.At)
}
