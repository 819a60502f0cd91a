// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/naming"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// write says a deed as a person would have written it.
func (c *composer) write(d, next *deed) []scenarios.Step {
	out := c.act(d)
	if len(out) > 0 {
		out = append(out, c.answers(d)...)
		out = append(out, c.wait(d, next)...)
	}
	return out
}

func (c *composer) act(d *deed) []scenarios.Step {
	switch d.Kind {
	case event.Open, event.Back:
		return c.open(d)
	case event.Click, event.DoubleClick:
		return c.click(d)
	case event.Fill:
		return c.fill(d)
	case event.Choose:
		a := &scenarios.Choose{Target: d.target, With: c.chosen(d)}
		a.Target.Row = c.row(d, a)
		return step(a)
	case event.Tick:
		a := &scenarios.Tick{Target: d.target, With: c.ticked(d)}
		a.Target.Row = c.row(d, a)
		return step(a)
	case event.Press:
		if d.which {
			return c.askWhich()
		}
		return step(c.press(d))
	case event.Drag:
		return c.drag(d)
	case event.Upload:
		a := &scenarios.Upload{Target: d.target, With: c.values.input(wish{label: d.target.Element, text: event.Value{Text: d.Text.Text, Token: d.Text.Token}}, "")}
		a.Target.Row = c.row(d, a)
		return step(a)
	case event.Copy:
		return c.copied(d)
	case event.Check, event.Read:
		return c.mark(d)
	case event.Answer:
		return step(c.dialog(&d.Event))
	}
	return nil
}

// open goes to an address, if the recording knows all of it.
func (c *composer) open(d *deed) []scenarios.Step {
	doc := d.landing()
	u, _, _ := origin(doc.page.Address)
	if u == nil || d.Kind == event.Back && (len(d.arrived) == 0 || len(doc.frame) > 0) {
		c.remark(LeftOut, nil, speech.Say("going back in the browser is left out", "das Zurückgehen im Browser ist weggelassen"),
			speech.Say("is there a link that leads there?", "gibt es einen Verweis, der dorthin führt?"))
		return nil
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	a := &scenarios.Open{Path: scenarios.Literal(path)}
	if c.quotes(path) || len(doc.page.Asked) > 0 {
		c.remark(AboutValue, a, speech.Say("the address asked for something more, which is not recorded: %s", "die Adresse fragte nach mehr, was nicht aufgezeichnet ist: %s", strings.Join(doc.page.Asked, ", ")),
			speech.Say("write the address as an expression, or reach the page by clicks", "schreiben Sie die Adresse als Ausdruck, oder erreichen Sie die Seite mit Klicks"))
	}
	if c.quotes(path) {
		a.Path = scenarios.Literal("/")
	}
	return step(a)
}

func (c *composer) click(d *deed) []scenarios.Step {
	if d.which {
		return c.askWhich()
	}
	if d.file != nil {
		a := &scenarios.Download{Target: d.target, Into: c.values.variable(d.target.Element, "")}
		a.Target.Row = c.row(d, a)
		return step(a)
	}
	a := &scenarios.Click{Target: d.target, Double: d.Kind == event.DoubleClick}
	a.Target.Row = c.row(d, a)
	if d.Key != "" {
		c.remark(LeftOut, a, speech.Say("a click with %s was recorded, and the robot clicks without", "aufgezeichnet ist ein Klick mit %s, und der Roboter klickt ohne", naming.Clean(d.Key)),
			speech.Say("does it lead to the same page?", "führt das zur selben Seite?"))
	}
	if len(d.boxes) > 0 && isConfirm(&d.boxes[0]) {
		a.Dialog = c.dialog(&d.boxes[0])
	}
	return step(a)
}

// isConfirm reports a message box that was answered with OK and nothing else.
func isConfirm(e *event.Event) bool { return e.On && e.Text.Token == "" && e.Box != "prompt" }

// answers are the message boxes that a step cannot answer on its own line.
func (c *composer) answers(d *deed) (out []scenarios.Step) {
	for i := range d.boxes {
		if i == 0 && d.Kind == event.Click && d.file == nil && isConfirm(&d.boxes[0]) {
			continue
		}
		out = append(out, step(c.dialog(&d.boxes[i]))...)
	}
	return out
}

func (c *composer) dialog(e *event.Event) *scenarios.Dialog {
	out := &scenarios.Dialog{Says: c.stable(e.Says), Accept: e.On}
	if e.Box == "prompt" && e.On {
		out.Prompt = c.values.input(wish{label: out.Says, text: e.Text}, "")
	}
	return out
}

func (c *composer) press(d *deed) *scenarios.Press {
	a := &scenarios.Press{Key: naming.Clean(d.Key)}
	if d.target.Element != "" {
		a.Target = &d.target
	}
	return a
}

func (c *composer) drag(d *deed) []scenarios.Step {
	onto, ok := c.element(d.Onto, d.doc)
	if !ok {
		c.leftOut(d)
		return nil
	}
	a := &scenarios.Drag{Target: d.target, Onto: onto}
	a.Target.Row = c.row(d, a)
	return step(a)
}

// chosen is the entry's own text, or an input where it differs or is private.
func (c *composer) chosen(d *deed) scenarios.Operand {
	switch {
	case d.field != "":
		return scenarios.Expr(d.field)
	case d.differs && isChoice(d):
		return c.values.input(wish{label: d.target.Element, text: event.Value{Text: d.Text.Words}, private: d.masked, choices: d.Target.Entries}, "")
	case d.differs || d.masked || d.Text.Words == "" || c.quotes(d.Text.Words):
		return c.values.input(wish{label: d.target.Element, text: event.Value{Text: firstOf(d.Text.Text, d.Text.Words), Token: d.Text.Token}, private: d.masked}, "")
	}
	return scenarios.Literal(d.Text.Words)
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// ticked is yes or no, or an input where it differs.
func (c *composer) ticked(d *deed) scenarios.Operand {
	text := map[bool]string{true: "yes", false: "no"}[d.On]
	if d.field != "" {
		return scenarios.Expr(d.field)
	}
	if d.differs || d.masked {
		return c.values.input(wish{label: d.target.Element, text: event.Value{Text: text}, private: d.masked, kind: value.Boolean}, "")
	}
	return scenarios.Literal(text)
}

// askWhich lets the case wait for a person where an entry was clicked that only its data
// tell from the others.
func (c *composer) askWhich() []scenarios.Step {
	question := speech.Say("Which entry of the list is meant here?", "Welcher Eintrag der Liste ist hier gemeint?").In(c.lang)
	a := &scenarios.Ask{Question: question, Into: c.values.variable(speech.Say("entry", "eintrag").In(c.lang), "")}
	c.remark(AboutRow, a, speech.Say("an entry was clicked that only its text tells from the others, and the text is the case's own: the robot halts here", "geklickt wurde ein Eintrag, den nur sein Text von den anderen unterscheidet, und der Text gehört zum Vorgang: der Roboter hält hier an"),
		speech.Say("work the list by keys (ArrowDown, Enter), or describe the entry", "bedienen Sie die Liste mit Tasten (ArrowDown, Enter), oder beschreiben Sie den Eintrag"))
	return step(a)
}
