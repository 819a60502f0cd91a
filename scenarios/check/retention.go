// SPDX-License-Identifier: EUPL-1.2

package check

import (
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// retention warns of personal data that nobody says when to erase: once per
// class, at the first input that brings such data along.
func (c *checker) retention() {
	told := map[value.Class]bool{}
	for _, in := range c.Scenario.Inputs {
		for _, class := range in.Type.Classes() {
			_, given := c.Scenario.Retention[class]
			if !class.Guarded() || given || told[class] {
				continue
			}
			told[class] = true
			c.report.Warnf(in.At, speech.Say("nothing says how long values of the class %s are kept", "nichts sagt, wie lange Werte der Klasse %s aufbewahrt werden", class),
				speech.Say("add retention: {%s: 90 days}, with the period of your office", "ergänzen Sie retention: {%s: 90 days}, mit der Frist Ihres Amtes", class))
		}
	}
}
