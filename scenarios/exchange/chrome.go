// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"cmp"
	"strconv"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// chrome reads a user flow of Chrome's Recorder.
type chrome struct {
	*draft
	keys   keys
	titles map[string]string // of windows, by their addresses
	ticked map[string]bool   // boxes that were clicked once
}

func readChrome(d *draft, n *node) {
	c := &chrome{draft: d, titles: map[string]string{}, ticked: map[string]bool{}}
	d.scenario.Title = cmp.Or(naming.Clean(n.say("title")), d.scenario.Title)
	steps := n.get("steps").items
	if len(steps) > maxSteps {
		d.report.Errorf(n.get("steps").at, speech.Say("more than %d steps", "mehr als %d Schritte", maxSteps), speech.Text{})
		return
	}
	for _, s := range steps {
		for _, e := range s.get("assertedEvents").list() {
			c.titles[e.say("url")] = e.say("title")
		}
	}
	for _, s := range steps {
		c.step(s)
	}
}

// list are the entries of a list; what is none has none.
func (n *node) list() []*node {
	if n == nil {
		return nil
	}
	return n.items
}

func (c *chrome) step(s *node) {
	kind := s.say("type")
	at := s.at
	if t := s.get("type"); t != nil {
		at = t.at
	}
	if c.aside(at, kind, s) {
		return
	}
	if kind == "navigate" {
		c.open(at, s.say("url"))
		c.events(at, s)
		return
	}
	if !c.inside(at, kind) || !c.window(at, s) || !c.within(at, s) {
		return
	}
	c.act(at, kind, s)
	c.events(at, s)
}

// aside leaves out what a robot does not need, and refuses what it cannot.
func (c *chrome) aside(at source.Place, kind string, s *node) bool {
	switch kind {
	case "setViewport", "emulateNetworkConditions":
		c.remark(at, kind, speech.Say("the robot has a window of its own, and waits by itself", "der Roboter hat sein eigenes Fenster und wartet von selbst"))
	case "scroll":
		c.remark(at, kind, speech.Say("the robot moves what it works on into sight", "der Roboter holt ins Bild, womit er arbeitet"))
	case "close":
		c.remark(at, kind, speech.Say("windows are closed when a case ends", "Fenster werden am Ende eines Vorgangs geschlossen"))
	case "hover":
		c.remark(at, kind, speech.Say("does a menu open only below the mouse? Then the step that needs it will halt", "öffnet sich ein Menü nur unter der Maus? Dann hält der Schritt an, der es braucht"))
	case "customStep":
		c.refuse(at, kind+" "+s.say("name"), speech.Text{})
	case "waitForExpression":
		c.refuse(at, kind, speech.Say("write what is to be seen, with waitForElement", "schreiben Sie, was zu sehen sein soll, mit waitForElement"))
	case "navigate", "click", "doubleClick", "change", "keyDown", "keyUp", "waitForElement":
		return false
	default:
		c.report.Errorf(at, speech.Say("unknown step %q", "unbekannter Schritt „%s“", kind), speech.Text{})
	}
	return true
}

func (c *chrome) act(at source.Place, kind string, s *node) {
	switch kind {
	case "click", "doubleClick":
		c.click(at, s)
	case "change":
		c.write(at, selectors(s), s.say("value"))
	case "keyDown":
		c.press(c.keys.down(s.say("key")))
	case "keyUp":
		c.keys.up(s.say("key"))
	case "waitForElement":
		c.wait(at, s)
	}
}

// events are the pages that came of a step. The robot waits for them by itself.
func (c *chrome) events(at source.Place, s *node) {
	for _, e := range s.get("assertedEvents").list() {
		if e.say("type") == "navigation" {
			c.arrive(at, e.say("url"), e.say("title"))
		}
	}
}

// window knows a popup by the title that its page had.
func (c *chrome) window(at source.Place, s *node) bool {
	address := s.say("target")
	if address == "" || address == "main" {
		c.screen.Window = scenarios.WindowHint{}
		return true
	}
	title := naming.Clean(c.titles[address])
	if title == "" {
		c.refuse(at, address, speech.Say("the recording does not know the title of this window", "die Aufzeichnung kennt den Titel dieses Fensters nicht"))
		return false
	}
	c.screen.Name, c.screen.Window.Title = naming.Screen(title, nil), title
	return true
}

// within goes into the frame of a step, which the recording counts.
func (c *chrome) within(at source.Place, s *node) bool {
	c.frame = nil
	for _, number := range s.get("frame").list() {
		if !isNumber(number.text) {
			c.refuse(number.at, "frame", speech.Say("frames are counted from 0", "Rahmen werden ab 0 gezählt"))
			return false
		}
		c.frame = append(c.frame, counted(number.text))
	}
	return true
}

// isNumber reports the number of a frame.
func isNumber(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n >= 0 && n < 1000
}

// counted is a frame by its number from 0.
func counted(number string) scenarios.FrameHint {
	n, _ := strconv.Atoi(number) // isNumber
	return scenarios.FrameHint{Number: n + 1}
}

// selectors joins all that the selectors of a step know.
func selectors(s *node) (c clues) {
	for _, one := range s.get("selectors").list() {
		switch {
		case one.isText:
			c.join(selector(one.text))
		case len(one.items) > 0:
			c.join(chain(one.texts()))
		}
	}
	return c
}

// click presses a button, or ticks a box whose state is known.
func (c *chrome) click(at source.Place, s *node) {
	if button := s.say("button"); button != "" && button != "primary" {
		c.refuse(at, "click "+button, speech.Text{})
		return
	}
	known := selectors(s)
	t, _, ok := c.element(at, known)
	switch {
	case !ok:
	case s.say("type") == "doubleClick":
		c.add(&scenarios.Click{Target: t, Double: true})
	case known.isBox():
		c.tick(at, t)
	default:
		c.add(&scenarios.Click{Target: t})
	}
}

// tick takes a box for empty when it is clicked first.
func (c *chrome) tick(at source.Place, t scenarios.Target) {
	name := t.String()
	c.ticked[name] = !c.ticked[name]
	with := map[bool]string{true: "yes", false: "no"}[c.ticked[name]]
	c.add(&scenarios.Tick{Target: t, With: scenarios.Literal(with)})
	c.report.Warnf(at, speech.Say("%s becomes %s, as if it was empty at first", "%s wird %s, als wäre es zuerst leer gewesen", name, with),
		speech.Say("write with: no where it was ticked when you recorded", "schreiben Sie with: no, wenn es beim Aufzeichnen schon gesetzt war"))
}
