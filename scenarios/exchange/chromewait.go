// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"cmp"
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// wait waits for an element, for what it shows, or for a text to go.
func (c *chrome) wait(at source.Place, s *node) {
	known := selectors(s)
	if c.absent(s) {
		text := cmp.Or(naming.Clean(known.name), known.shown())
		if text == "" {
			c.refuse(at, "waitForElement", speech.Say("the robot waits for a text to go, and none is known of this element", "der Roboter wartet, bis ein Text verschwindet, und von diesem Element ist keiner bekannt"))
			return
		}
		c.add(&scenarios.Wait{Until: scenarios.Condition{Given: true, Gone: scenarios.Literal(text)}})
		return
	}
	if !c.countable(at, s) {
		return
	}
	shows, ok := c.shows(s)
	t, _, found := c.element(at, known)
	if !ok || !found {
		return
	}
	c.add(&scenarios.Wait{Until: scenarios.Condition{Given: true, Element: &t, Shows: shows}})
}

// absent reports that no element may be there.
func (c *chrome) absent(s *node) bool {
	if v := s.get("visible"); v != nil && v.text == "false" {
		return true
	}
	count := s.get("count")
	return count != nil && count.text == "0" && s.say("operator") != ">="
}

// countable refuses to count: an element is there, or it is not clear which.
func (c *chrome) countable(at source.Place, s *node) bool {
	count, operator := s.get("count"), s.say("operator")
	if count != nil && count.text != "1" || operator == "<=" {
		c.refuse(at, "waitForElement "+operator, speech.Say("the robot does not count elements", "der Roboter zählt keine Elemente"))
		return false
	}
	return true
}

// shows is what the element must show.
func (c *chrome) shows(s *node) (shows scenarios.Operand, ok bool) {
	ok = true
	for _, of := range []string{"properties", "attributes"} {
		for _, name := range slices.Sorted(maps.Keys(members(s.get(of)))) {
			v := s.get(of).get(name)
			if v.isText && of == "properties" && slices.Contains([]string{"value", "innerText", "textContent"}, name) {
				shows = scenarios.Literal(v.text)
				continue
			}
			c.refuse(v.at, of+" "+name, speech.Say("an element shows its value or innerText", "ein Element zeigt sein value oder innerText"))
			ok = false
		}
	}
	return shows, ok
}

func members(n *node) map[string]*node {
	if n == nil {
		return nil
	}
	return n.members
}
