// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// logOut takes the last click in a system out of the steps, if it leads out.
func (c *composer) logOut(system int) {
	mine := c.of(system)
	if len(mine) < 2 {
		return
	}
	last := mine[len(mine)-1]
	if last.Kind != event.Click || !says(last.called(), leaving) {
		return
	}
	c.deeds = slices.DeleteFunc(c.deeds, func(d *deed) bool { return d == last })
	sys := &c.scenario.Systems[system]
	if u, _, _ := origin(last.doc.page.Address); u != nil && len(last.doc.frame) == 0 && len(last.doc.page.Asked) == 0 && !last.doc.screen.popup && !c.quotes(u.Path) && u.Path != "" {
		sys.LogOut = append(sys.LogOut, scenarios.Step{Act: &scenarios.Open{Path: scenarios.Literal(u.EscapedPath())}})
	}
	sys.LogOut = append(sys.LogOut, c.write(last, nil)...)
	if text := c.first(last.shown); text != "" {
		sys.LogOut = append(sys.LogOut, scenarios.Step{Act: &scenarios.Expect{That: scenarios.Condition{Given: true, Text: scenarios.Literal(text)}}})
	}
}
