// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// looks performs what reads a page; it tells whether the command does.
func (s *side) looks(c command) bool {
	switch c.name {
	case "assertText", "verifyText", "assertValue", "verifyValue", "assertSelectedLabel", "verifySelectedLabel":
		s.shows(c, c.value, false)
	case "waitForText":
		s.shows(c, c.value, true)
	case "assertChecked", "verifyChecked":
		s.shows(c, "yes", false)
	case "assertNotChecked", "verifyNotChecked":
		s.shows(c, "no", false)
	case "assertElementPresent", "verifyElementPresent", "assertEditable", "verifyEditable":
		s.there(c, false)
	case "waitForElementPresent", "waitForElementVisible", "waitForElementEditable":
		s.there(c, true)
	case "assertElementNotPresent", "verifyElementNotPresent", "waitForElementNotPresent", "waitForElementNotVisible":
		s.gone(c)
	case "store", "storeText", "storeValue":
		s.store(c)
	default:
		return false
	}
	return true
}

// shows checks what an element shows, or waits for it.
func (s *side) shows(c command, text string, waits bool) {
	o, ok := s.filled(c, text)
	t, _, found := s.element(c.at, locators(c.targets))
	if ok && found {
		s.condition(scenarios.Condition{Given: true, Element: &t, Shows: o}, waits)
	}
}

func (s *side) there(c command, waits bool) {
	if t, _, ok := s.element(c.at, locators(c.targets)); ok {
		s.condition(scenarios.Condition{Given: true, Element: &t}, waits)
	}
}

func (s *side) condition(c scenarios.Condition, waits bool) {
	if waits {
		s.add(&scenarios.Wait{Until: c})
		return
	}
	s.add(&scenarios.Expect{That: c})
}

// gone waits for a text to go: nothing else can be seen to be away.
func (s *side) gone(c command) {
	known := locators(c.targets)
	text := cmp.Or(naming.Clean(known.name), known.shown())
	if text == "" {
		s.refuse(c.at, c.name, speech.Say("the robot waits for a text to go, and none is known of this element", "der Roboter wartet, bis ein Text verschwindet, und von diesem Element ist keiner bekannt"))
		return
	}
	s.condition(scenarios.Condition{Given: true, Gone: scenarios.Literal(text)}, strings.HasPrefix(c.name, "wait"))
}

// store keeps a text, or what an element shows, in a variable.
func (s *side) store(c command) {
	name := naming.Fresh(naming.Word(c.value, "wert"), "_", func(name string) bool { return s.scenario.Input(name) != nil })
	if c.name == "store" {
		if o, ok := s.filled(c, c.target); ok {
			s.add(&scenarios.Set{Into: name, With: o})
		}
	} else if t, _, ok := s.element(c.at, locators(c.targets)); ok {
		s.add(&scenarios.Read{Target: t, Into: name, Type: value.Of(value.Text)})
	}
	s.stored[name] = true
}

// filled is a text with its variables, as an expression where it has some.
func (s *side) filled(c command, text string) (o scenarios.Operand, ok bool) {
	var parts []string
	for rest := text; rest != ""; {
		before, after, found := strings.Cut(rest, "${")
		if before != "" {
			parts = append(parts, strconv.Quote(before))
		}
		if rest = ""; !found {
			break
		}
		name, next, _ := strings.Cut(after, "}")
		if name = naming.Word(name, "wert"); !s.stored[name] || !expression.IsName(name) {
			s.refuse(c.at, "${"+name+"}", speech.Say("nothing was stored in it before", "darin wurde zuvor nichts gespeichert"))
			return o, false
		}
		parts, rest = append(parts, name), next
	}
	if !strings.Contains(text, "${") {
		return scenarios.Literal(text), true
	}
	return scenarios.Operand{Text: strings.Join(parts, " + "), IsExpr: true, Given: true}, true
}

// locators joins all that the ways of a command know.
func locators(all []string) (c clues) {
	for _, one := range all {
		c.join(locator(one))
	}
	return c
}

// locator reads one of Selenium's: id=, name=, css=, xpath= or //, linkText=.
func locator(s string) clues {
	way, what, _ := strings.Cut(s, "=")
	switch {
	case strings.HasPrefix(s, "//"):
		return xpath(s)
	case way == "xpath":
		return xpath(what)
	case way == "id":
		return clues{id: what}
	case way == "name":
		return clues{attribute: what}
	case way == "css":
		return css(what)
	case way == "linkText" || way == "link":
		return clues{name: what, tag: "a"}
	}
	return clues{}
}
