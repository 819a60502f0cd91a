// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// mark says what the person pointed at: to be there, or to be read.
func (c *composer) mark(d *deed) []scenarios.Step {
	if d.Kind == event.Read {
		return step(c.read(d))
	}
	a := &scenarios.Expect{That: scenarios.Condition{Given: true}}
	text := c.stable(d.Text.Words)
	if text != "" && text == d.Text.Words && !isField(d.Target) && len(d.Target.Row) == 0 {
		a.That.Text = scenarios.Literal(text)
		return step(a)
	}
	t := d.target
	a.That.Element = &t
	switch name := c.values.byToken[d.Text.Token]; {
	case d.Text.Token != "" && name != "":
		a.That.Shows = scenarios.Expr(name)
	case text != "" && text == d.Text.Words:
		a.That.Shows = scenarios.Literal(d.Text.Words)
	case d.Text.Token != "":
		c.remark(AboutValue, a, speech.Say("that %q is there is checked, and not what it shows: no value of the case is the same", "geprüft wird, dass „%s“ da ist, und nicht, was es zeigt: kein Wert des Vorgangs ist derselbe", t.Element),
			speech.Say("add shows: with what it must show", "ergänzen Sie shows: mit dem, was es zeigen muss"))
	}
	return step(a)
}

// wait waits for what appeared on the page before the person went on, where
// the next step would not wait by itself: its element was there already.
func (c *composer) wait(d, next *deed) []scenarios.Step {
	if len(d.shown) == 0 || d.moved() || d.file != nil || d.writes() && d.Kind != event.Choose || d.marks() {
		return nil
	}
	if next == nil || next.doc != d.doc || next.Target == nil || next.marks() || !c.before(next, d) {
		return nil
	}
	text := c.first(d.shown)
	if text == "" {
		return nil
	}
	return step(&scenarios.Wait{Until: scenarios.Condition{Given: true, Text: scenarios.Literal(text)}})
}

// before reports that the element of a deed was used before another deed, or
// is no part of what appeared then.
func (c *composer) before(next, d *deed) bool {
	for _, o := range c.deeds {
		if o == d {
			break
		}
		if o.on(next.Target, next.doc) {
			return true
		}
	}
	return next.Kind == event.Click && isControl(next.Target) && len(next.Target.Row) == 0 && !slices.Contains(d.shown, next.Target.Name)
}

// first is the first text that will be the same for every case.
func (c *composer) first(texts []string) string {
	for _, t := range texts {
		if s := c.stable(t); s != "" {
			return s
		}
	}
	return ""
}
