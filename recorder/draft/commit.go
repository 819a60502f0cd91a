// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// commits proposes a commit wherever a click cannot be taken back.
func (c *composer) commits(lines []line) []line {
	for i := 0; i < len(lines); i++ {
		if lines[i].loop == nil && c.isCommit(lines, i) {
			lines = c.commit(lines, i)
		}
	}
	return lines
}

// isCommit reports a click that changes something for good: by its word, by
// the message box that it asks for, or by what the system says afterwards.
func (c *composer) isCommit(lines []line, at int) bool {
	d := lines[at].deed
	if len(lines[at].steps) == 0 {
		return false
	}
	if d.Kind == event.Press {
		if says(joined(d.shown), changed) || d.Key == "Control+s" || d.Key == "Control+S" {
			c.remark(AboutCommit, lines[at].steps[0].Act, speech.Say("a key may have saved something: the robot does not know that it must do it once", "eine Taste hat womöglich etwas gespeichert: der Roboter weiß nicht, dass es nur einmal geschehen darf"),
				speech.Say("use the button that saves, as a commit", "verwenden Sie den Knopf, der speichert, als commit"))
		}
		return false
	}
	click, ok := lines[at].steps[0].Act.(*scenarios.Click)
	if ok && d.prompted() && says(d.called(), saving+" "+finalWords) {
		c.remark(AboutCommit, click, speech.Say("this may not be undone, and asks for a text: a commit cannot answer that", "das ist vielleicht nicht rückgängig zu machen und fragt nach einem Text: ein commit kann das nicht beantworten"),
			speech.Say("is there a way without the question?", "gibt es einen Weg ohne die Frage?"))
	}
	if !ok || d.refused() || says(d.called(), leaving) {
		return false
	}
	return c.irreversible(lines, at, click)
}

// irreversible weighs the words.
func (c *composer) irreversible(lines []line, at int, click *scenarios.Click) bool {
	d := lines[at].deed
	wrote := c.wrote(lines, at)
	name := d.called()
	asked := click.Dialog != nil && (d.boxes[0].Box == "confirm" || says(d.boxes[0].Says, saving+" "+finalWords))
	switch {
	case asked && !says(name, leaving+" "+looking), asked && says(d.boxes[0].Says, saving+" "+finalWords):
		return true
	case says(name, looking) && !says(name, saving+" "+finalWords), says(name, "filter"), len(wrote) > 0 && says(joined(c.seen(d)), found):
		return false
	case says(name, finalWords):
		return isControl(d.Target) && !d.wanders() && !c.asksAgain(lines, at)
	case says(name, saving):
		return len(wrote) > 0 && len(d.Target.Row) == 0
	}
	return len(wrote) > 0 && says(joined(d.shown), changed)
}

// seen are the texts that came of a deed.
func (c *composer) seen(d *deed) (out []string) {
	out = slices.Clone(d.shown)
	for _, doc := range d.arrived {
		out = append(out, doc.page.Headings...)
	}
	return out
}

// wanders reports a link that is called like a deed, and only leads to a page.
func (d *deed) wanders() bool {
	return d.Target.Role == "link" && len(d.Target.Row) == 0 && !d.submitted && len(d.arrived) > 0 && !says(joined(d.shown), changed)
}

func joined(texts []string) (out string) {
	for _, t := range texts {
		out += t + " "
	}
	return out
}

// prompted reports a message box that was given a text.
func (d *deed) prompted() bool {
	return slices.ContainsFunc(d.boxes, func(e event.Event) bool { return e.On && e.Box == "prompt" })
}

// refused reports a message box that was answered with no.
func (d *deed) refused() bool {
	return slices.ContainsFunc(d.boxes, func(e event.Event) bool { return !e.On || e.Box == "prompt" })
}

// wrote are the lines that put values into the page before the click on it.
func (c *composer) wrote(lines []line, at int) (out []line) {
	doc := lines[at].doc
	for i := at - 1; i >= 0; i-- {
		l := lines[i]
		if l.loop != nil || l.doc != doc && !sameWindow(l.doc, doc) {
			break
		}
		if l.doc == doc && l.writes() {
			out = append(out, l)
		}
		if _, committed := act(l).(*scenarios.Commit); committed {
			break
		}
	}
	slices.Reverse(out)
	return out
}

// sameWindow reports documents of which one may be a frame beside the other.
func sameWindow(a, b *document) bool {
	return a.window == b.window && place(a.window, a.frame) != place(b.window, b.frame)
}

// act is the first act of a line, or nil.
func act(l line) scenarios.Act {
	if len(l.steps) == 0 {
		return nil
	}
	return l.steps[0].Act
}

// asksAgain reports that the next page asks whether it is meant.
func (c *composer) asksAgain(lines []line, at int) bool {
	if at+1 >= len(lines) || lines[at+1].loop != nil {
		return false
	}
	next := lines[at+1].deed
	if next.Target == nil || says(joined(lines[at].shown), changed) || next.Target.Role == "link" && !says(next.called(), "ja$ yes$ ok$") {
		return false
	}
	return next.doc != lines[at].doc && next.Kind == event.Click && slices.Contains(lines[at].arrived, next.doc) &&
		says(next.called(), finalWords+" ja$ yes$ ok$ bestätig confirm")
}

// commit makes a commit of a click, with what was seen afterwards.
func (c *composer) commit(lines []line, at int) []line {
	d := lines[at].deed
	click := lines[at].steps[0].Act.(*scenarios.Click)
	a := &scenarios.Commit{Target: &click.Target, Dialog: click.Dialog, Expect: c.expected(d)}
	id := c.fresh(c.scenario.Systems[d.doc.system].Name + "_" + word(d.target.Element, "commit"))
	lines[at].steps = append([]scenarios.Step{{ID: id, Act: a}}, waitless(lines[at].steps[1:])...)
	for i := range c.remarks {
		if c.remarks[i].about == click {
			c.remarks[i].about = a
		}
	}
	c.remark(AboutCommit, a, speech.Say("%q cannot be taken back: the robot announces it, and does it once", "„%s“ ist nicht rückgängig zu machen: der Roboter kündigt es an und tut es einmal", d.target.Element),
		speech.Say("make it a click if nothing is lost by doing it twice", "machen Sie einen click daraus, wenn es zweimal nichts schadet"))
	return c.verify(lines, at, a)
}

// waitless drops the waits that the expectation of a commit makes needless.
func waitless(steps []scenarios.Step) []scenarios.Step {
	return slices.DeleteFunc(steps, func(s scenarios.Step) bool { _, is := s.Act.(*scenarios.Wait); return is })
}

// expected is what the system showed afterwards.
func (c *composer) expected(d *deed) scenarios.Condition {
	seen := c.seen(d)
	slices.SortStableFunc(seen, func(a, b string) int { return rank(a) - rank(b) })
	before := map[string]bool{}
	for _, h := range d.doc.page.Headings {
		before[c.stable(h)] = true
	}
	for _, f := range d.doc.page.Siblings { // what a field is called says nothing
		before[c.stable(f.Label)], before[c.stable(f.Neighbours)] = true, true
	}
	text := c.first(slices.DeleteFunc(seen, func(s string) bool { return before[c.stable(s)] }))
	if text == "" {
		return scenarios.Condition{}
	}
	return scenarios.Condition{Given: true, Text: scenarios.Literal(text)}
}

// rank puts what speaks of a change first.
func rank(text string) int {
	if says(text, changed) {
		return 0
	}
	return 1
}

// fresh is an id that no other step has.
func (c *composer) fresh(id string) string {
	out := naming.Fresh(id, "_", func(s string) bool { return c.ids[s] })
	c.ids[out] = true
	return out
}
