// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
)

// illustrate gives an element the picture of a thing, if it has none yet. Of a
// document in which a person called something private, no picture is kept: it
// may have been seen before that was said.
func (c *composer) illustrate(s *screen, e *scenarios.Element, t *event.Thing, doc *document) {
	if e.Picture != "" || t.Pictured == "" || len(c.private[doc]) > 0 {
		return
	}
	name := "pictures/" + c.scenario.Systems[s.system].Name + "/" + naming.Plain(s.name, "maske") + "-" + naming.Plain(e.Name, "element")
	e.Picture = naming.Fresh(name, "-", func(name string) bool { return c.pictures[name+".png"] != "" }) + ".png"
	c.pictures[e.Picture] = t.Pictured
}
