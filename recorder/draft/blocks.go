// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// item is a deed, or a loop over some.
type item struct {
	*deed
	loop *loop
}

// line is what a deed has become.
type line struct {
	item
	steps []scenarios.Step
}

// blocks writes the items, with a block for each stay in a system. Inside one,
// the lines are seen together: a look-up may prove a commit.
func (c *composer) blocks(items []item) (out []scenarios.Step) {
	for from := 0; from < len(items); {
		at, to := items[from].system(), from+1
		for to < len(items) && items[to].system() == at {
			to++
		}
		if at < 0 {
			out = append(out, c.loopStep(items[from].loop, c.blocks)) // it goes through several systems
			from++
			continue
		}
		c.workBegins(items[from], at)
		if steps := c.inside(items[from:to]); len(steps) > 0 {
			out = append(out, scenarios.Step{Act: &scenarios.In{System: c.scenario.Systems[at].Name, Do: steps}})
		}
		from = to
	}
	return out
}

// workBegins notes that the work in a system begins where its session does.
func (c *composer) workBegins(it item, system int) {
	d := it.deed
	if it.loop != nil {
		d = it.loop.body[0]
	}
	if !c.worked[system] {
		c.worked[system] = true
		c.startsWith(d.doc)
	}
}

// system is where an item happens; -1 is in several.
func (i item) system() int {
	if i.loop == nil {
		return i.deed.landingSystem()
	}
	at := i.loop.body[0].landingSystem()
	for _, d := range i.loop.body {
		if d.landingSystem() != at {
			return -1
		}
	}
	return at
}

func (d *deed) landingSystem() int {
	if d.Kind == event.Open {
		return d.landing().system
	}
	return d.doc.system
}

// inside writes the steps of one stay in a system.
func (c *composer) inside(items []item) (out []scenarios.Step) {
	lines := make([]line, len(items))
	for i, it := range items {
		lines[i].item = it
		switch {
		case it.loop != nil:
			lines[i].steps = []scenarios.Step{c.loopStep(it.loop, c.inside)}
		default:
			var next *deed
			if i+1 < len(items) && items[i+1].loop == nil {
				next = items[i+1].deed
			}
			lines[i].steps = c.write(it.deed, next)
		}
	}
	for _, l := range c.commits(lines) {
		out = append(out, l.steps...)
	}
	return out
}

// step is a step that is nothing but its act.
func step(a scenarios.Act) []scenarios.Step { return []scenarios.Step{{Act: a}} }
