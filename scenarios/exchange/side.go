// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"cmp"
	"net/url"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// side reads a project of Selenium IDE.
type side struct {
	*draft
	base  *url.URL
	asked string // what a message box was seen to say
}

// command is one line of a test.
type command struct {
	at            source.Place
	name          string
	target, value string
	targets       []string // all ways that were recorded
}

func readSide(d *draft, n *node) {
	s := &side{draft: d}
	d.scenario.Title = cmp.Or(naming.Clean(n.say("name")), d.scenario.Title)
	base, err := url.Parse(n.say("url"))
	if err != nil {
		base = &url.URL{}
	}
	s.base = base
	tests, count := n.get("tests").list(), 0
	if len(tests) > 1 {
		d.report.Warnf(n.get("tests").at, speech.Say("the project holds %d tests, which now follow one another", "das Projekt enthält %d Tests, die nun aufeinander folgen", len(tests)),
			speech.Say("each begins with a block of its own", "jeder beginnt mit einem eigenen Block"))
	}
	for _, t := range tests {
		d.block, d.frame = nil, nil
		for _, c := range t.get("commands").list() {
			if count++; count > maxSteps {
				d.report.Errorf(c.at, speech.Say("more than %d steps", "mehr als %d Schritte", maxSteps), speech.Text{})
				return
			}
			s.command(commandOf(c))
		}
	}
}

func commandOf(n *node) command {
	c := command{at: n.at, name: n.say("command"), target: n.say("target"), value: n.say("value")}
	if at := n.get("command"); at != nil {
		c.at = at.at
	}
	c.targets = []string{c.target}
	for _, t := range n.get("targets").list() {
		if pair := t.texts(); len(pair) > 0 {
			c.targets = append(c.targets, pair[0])
		}
	}
	return c
}

// command performs a line: as an action, a look, or one that needs nothing.
func (s *side) command(c command) {
	c.name = strings.TrimSuffix(c.name, "AndWait")
	if c.name == "" || strings.HasPrefix(c.name, "//") {
		return // a comment, or switched off
	}
	if c.name == "open" {
		s.openBelow(c)
		return
	}
	if s.aside(c) || !s.inside(c.at, c.name) {
		return
	}
	if !s.acts(c) && !s.looks(c) && !s.answers(c) {
		s.refuse(c.at, c.name, speech.Text{})
	}
}

func (s *side) openBelow(c command) {
	u, err := s.base.Parse(c.target)
	if err != nil {
		s.open(c.at, c.target)
		return
	}
	s.frame = nil
	s.open(c.at, u.String())
}

// aside leaves out what a robot does not need.
func (s *side) aside(c command) bool {
	switch c.name {
	case "setWindowSize", "storeWindowHandle", "close":
		s.remark(c.at, c.name, speech.Say("the robot has windows of its own", "der Roboter hat seine eigenen Fenster"))
	case "pause", "setSpeed":
		s.remark(c.at, c.name, speech.Say("the robot waits for what it needs, and no longer", "der Roboter wartet auf das, was er braucht, und nicht länger"))
	case "echo":
		s.remark(c.at, c.name, speech.Say("the journal says what happens", "das Journal sagt, was geschieht"))
	case "mouseOver", "mouseOut", "mouseMove", "mouseMoveAt", "mouseDown", "mouseDownAt", "mouseUp", "mouseUpAt":
		s.remark(c.at, c.name, speech.Say("does a menu open only below the mouse? Then the step that needs it will halt", "öffnet sich ein Menü nur unter der Maus? Dann hält der Schritt an, der es braucht"))
	case "assertTitle", "verifyTitle":
		s.remark(c.at, c.name, speech.Say("the elements of a screen tell which page it is", "die Elemente einer Maske zeigen, welche Seite es ist"))
		s.arrive(c.at, "", c.target)
	case "chooseOkOnNextConfirmation", "chooseCancelOnNextConfirmation", "answerOnNextPrompt":
		// the answer itself is recorded behind the click
	default:
		return false
	}
	return true
}

// answers replies to message boxes, by what they were seen to say.
func (s *side) answers(c command) bool {
	switch c.name {
	case "assertAlert", "verifyAlert":
		s.add(&scenarios.Dialog{Says: c.target, Accept: true})
	case "assertConfirmation", "assertPrompt":
		s.asked = c.target
	case "webdriverChooseOkOnVisibleConfirmation":
		s.add(&scenarios.Dialog{Says: s.asked, Accept: true})
	case "webdriverChooseCancelOnVisibleConfirmation", "webdriverChooseCancelOnVisiblePrompt":
		s.add(&scenarios.Dialog{Says: s.asked})
	case "webdriverAnswerOnVisiblePrompt":
		s.add(&scenarios.Dialog{Says: s.asked, Accept: true, Prompt: s.value("Antwort", cmp.Or(c.value, c.target))})
	default:
		return false
	}
	return true
}
