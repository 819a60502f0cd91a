// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"cmp"
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// composer writes the scenario of a recording.
type composer struct {
	*recording
	lang      speech.Lang
	scenario  *scenarios.Scenario
	locations []scenarios.Location
	folders   []map[string]bool // of each system's pages
	texts     []string          // that may stand in no file
	quoted    map[string]bool   // whether a text quotes one of them
	values    values
	remarks   []noted
	pictures  map[string]string // in the recording, by their places in the scenario's folder
	ids       map[string]bool
	worked    map[int]bool             // systems in which work has begun
	starts    map[int]map[*screen]bool // what a new session shows, by system
}

// noted is a remark whose step has no number yet.
type noted struct {
	Remark
	about scenarios.Act
}

func newComposer(r *recording, o Options) *composer {
	c := &composer{
		recording: r, ids: map[string]bool{}, quoted: map[string]bool{}, worked: map[int]bool{}, lang: cmp.Or(o.Lang, speech.German), starts: map[int]map[*screen]bool{}, values: newValues(), pictures: map[string]string{},
		scenario: &scenarios.Scenario{Elements: map[string]*scenarios.Elements{}},
	}
	c.texts = r.privateTexts()
	return c
}

// compose writes everything, from the outside to the inside: where it
// happened, what belongs to the log-in, what repeats, and then step by step.
func (c *composer) compose() {
	c.place()
	c.screens()
	c.resolve()
	c.begin()
	for i := range c.scenario.Systems {
		c.logIn(i)
	}
	for i := range c.scenario.Systems {
		c.logOut(i)
	}
	c.values.learn(c.deeds)
	c.link()
	c.readCells()
	c.scenario.Steps = c.blocks(c.loops(c.deeds))
	c.recognise()
	for _, d := range c.omitted {
		c.leftOut(&d)
	}
}

// resolve finds the element of every deed, and drops the deeds that have none.
func (c *composer) resolve() {
	kept := c.deeds[:0:0]
	for _, d := range c.deeds {
		if d.landingSystem() < 0 {
			continue
		}
		if (d.Kind == event.Read || d.Kind == event.Copy) && d.Target != nil && !isField(d.Target) && !isControl(d.Target) {
			d.Target = valueless(d.Target)
		}
		d.Target = c.seenAgain(c.rowless(d.Target), d.doc)
		target, ok := c.element(d.Target, d.doc)
		d.target = target
		d.masked = d.masked || d.Target != nil && c.private[d.doc][d.Target.Key]
		d.which = d.which || !ok && d.Kind == event.Click && c.isEntry(d.Target)
		if !ok && !d.which && !slices.Contains([]event.Kind{event.Open, event.Back, event.Press, event.Answer}, d.Kind) {
			if !d.dead() {
				c.omitted = append(c.omitted, *d)
			}
			continue
		}
		kept = append(kept, d)
	}
	c.deeds = kept
}

// begin drops the opening of a system's own address: a session begins there.
func (c *composer) begin() {
	seen := map[int]bool{}
	c.deeds = slices.DeleteFunc(c.deeds, func(d *deed) bool {
		at := d.landing().system
		first := d.Kind == event.Open && !seen[at]
		if at >= 0 {
			seen[at] = true
		}
		if first {
			for _, doc := range append(d.arrived, d.landing()) {
				c.startsWith(doc)
			}
		}
		return first
	})
}

// startsWith notes what a new session shows.
func (c *composer) startsWith(doc *document) {
	if doc.screen == nil {
		return
	}
	if c.starts[doc.system] == nil {
		c.starts[doc.system] = map[*screen]bool{}
	}
	c.starts[doc.system][doc.screen] = true
}

func (c *composer) remark(kind RemarkKind, about scenarios.Act, says, hint speech.Text) {
	c.remarks = append(c.remarks, noted{Remark{Kind: kind, Says: says, Hint: hint}, about})
}

// finished numbers the steps, and tells the remarks which they are about.
func (c *composer) finished(title string) *Draft {
	s := c.scenario
	s.Title, s.Inputs = title, c.values.inputs
	s.Reference = c.values.reference()
	numbers := map[scenarios.Act]string{}
	note := func(step *scenarios.Step) { numbers[step.Act] = step.Number }
	scenarios.Number("", s.Steps)
	scenarios.Walk(s.Steps, note)
	for i := range s.Systems {
		sys := &s.Systems[i]
		scenarios.Number(sys.Name+".in.", sys.LogIn)
		scenarios.Number(sys.Name+".out.", sys.LogOut)
		scenarios.Walk(sys.LogIn, note)
		scenarios.Walk(sys.LogOut, note)
	}
	d := &Draft{Scenario: s, Locations: c.locations, Case: c.values.typed, Pictures: c.pictures}
	for _, n := range c.remarks {
		n.Step = numbers[n.about]
		d.Remarks = append(d.Remarks, n.Remark)
	}
	return d
}

// leftOut says what no step can say.
func (c *composer) leftOut(d *deed) {
	switch d.Kind {
	case event.RightClick:
		c.remark(LeftOut, nil, speech.Say("a click with the right button is left out", "ein Klick mit der rechten Taste ist weggelassen"),
			speech.Say("is there a button or a key that does the same?", "gibt es einen Knopf oder eine Taste für dasselbe?"))
	case event.Scroll:
		if !d.dead() || len(d.shown) > 0 {
			c.remark(LeftOut, nil, speech.Say("scrolling is left out", "das Blättern ist weggelassen"),
				speech.Say("the robot moves what it works on into sight", "der Roboter holt ins Bild, womit er arbeitet"))
		}
	default:
		c.remark(LeftOut, nil, speech.Say("%s on something that could not be found again is left out", "„%s“ auf etwas, das nicht wiederzufinden wäre, ist weggelassen", string(d.Kind)),
			speech.Say("is there a button or a field that does the same?", "gibt es einen Knopf oder ein Feld für dasselbe?"))
	}
}
