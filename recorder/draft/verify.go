// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// verify proposes how to find out whether a commit happened: as the person
// looked the result up afterwards, else as the record was looked up before;
// else a person has to.
func (c *composer) verify(lines []line, at int, a *scenarios.Commit) []line {
	wrote := c.wrote(lines, at)
	if field := c.proof(wrote); field != nil {
		if from, to := c.after(lines, at, field); to > from && c.replay(a, lines[from:to], field, wrote) {
			c.remark(AboutVerify, a, speech.Say("whether it happened is found out as you looked it up afterwards, by %q", "ob es geschah, wird so festgestellt, wie Sie danach nachgesehen haben, an „%s“", field.target.Element),
				speech.Say("does that field show the result beyond doubt?", "zeigt dieses Feld zweifelsfrei das Ergebnis?"))
			if c.mayGo(lines, at+1, to) {
				lines = slices.Delete(lines, at+1, to)
			}
			return lines
		}
		if from, to := c.earlier(lines, at, field); to > from && c.replay(a, lines[from:to], field, wrote) {
			c.remark(AboutVerify, a, speech.Say("whether it happened is found out by looking the record up again, by %q", "ob es geschah, wird durch erneutes Aufrufen des Datensatzes festgestellt, an „%s“", field.target.Element),
				speech.Say("does that field show the result beyond doubt?", "zeigt dieses Feld zweifelsfrei das Ergebnis?"))
			return lines
		}
	}
	a.ByPerson = true
	c.remark(AboutVerify, a, speech.Say("nothing shows how to find out whether it happened: a person has to", "nichts zeigt, wie festzustellen ist, ob es geschah: das muss ein Mensch tun"),
		speech.Say("look the result up while you record, or write the steps of verify", "sehen Sie beim Aufzeichnen nach, oder schreiben Sie die Schritte von verify"))
	return lines
}

// proof is the field that will show whether the commit happened: the first
// text that was written and is no date, else the first value.
func (c *composer) proof(wrote []line) *deed {
	var second *deed
	for _, l := range wrote {
		if l.Kind == event.Tick || l.masked || l.secret() || len(l.Target.Row) > 0 || l.Kind == event.Fill && l.Text.Token == "" && l.field == "" {
			continue
		}
		if l.Kind == event.Fill && !l.Target.Keys && l.Text.Type != "date" {
			return l.deed
		}
		if second == nil {
			second = l.deed
		}
	}
	return second
}

// after finds a look-up behind the commit: steps that only look, from where a
// new session begins to the screen that shows the field, and nothing but such
// steps up to the end.
func (c *composer) after(lines []line, at int, field *deed) (from, to int) {
	for to = at + 1; to < len(lines) && lines[to].loop == nil && c.looks(lines, to, at+1); to++ {
		if from == 0 && c.begins(lines, to) {
			from = to
		}
		if from > 0 && c.showsField(lines[to].deed, field) && c.finds(lines[from:to+1]) {
			for to++; to < len(lines) && lines[to].loop == nil && lines[to].Kind == event.Check && lines[to].doc.screen == field.doc.screen; to++ {
			}
			return from, to
		}
	}
	return 0, 0
}

// earlier finds the look-up before the commit.
func (c *composer) earlier(lines []line, at int, field *deed) (from, to int) {
	for from = at; from > 0; from-- {
		if _, committed := act(lines[from-1]).(*scenarios.Commit); committed || lines[from-1].loop != nil {
			break
		}
	}
	for from < at && !c.begins(lines, from) {
		from++
	}
	for to = from; to < at; to++ {
		if !c.looks(lines, to, from) {
			return 0, 0
		}
		if c.showsField(lines[to].deed, field) && c.finds(lines[from:to+1]) {
			return from, to + 1
		}
	}
	return 0, 0
}

// mayGo reports that nothing behind a look-up needs what it did: it stands in
// the verification alone then.
func (c *composer) mayGo(lines []line, from, to int) bool {
	for _, l := range lines[from:to] {
		if l.Kind == event.Read || l.variable != "" {
			return false
		}
	}
	return to == len(lines) || lines[to].loop == nil && c.begins(lines, to)
}

// begins reports a line that a new session can begin with.
func (c *composer) begins(lines []line, at int) bool {
	d := lines[at].deed
	return d.Kind == event.Open || d.doc.screen != nil && c.starts[d.doc.system][d.doc.screen]
}

// looks reports a line that changes nothing: it moves on, or fills the form of
// a search.
func (c *composer) looks(lines []line, at, from int) bool {
	d := lines[at].deed
	if len(lines[at].steps) == 0 || d.refused() || len(d.boxes) > 0 || d.file != nil {
		return len(lines[at].steps) == 0
	}
	switch d.Kind {
	case event.Open, event.Check, event.Read, event.Copy:
		return true
	case event.Click:
		name := d.called()
		wrote := slices.ContainsFunc(lines[from:at], func(l line) bool { return l.loop == nil && l.doc == d.doc && l.writes() })
		return !says(name, beginning+" "+finalWords) && (!says(name, saving) || len(d.Target.Row) > 0) && (!wrote || says(name, looking) && !says(name, "weiter next"))
	case event.Press:
		return d.Key == "Enter"
	}
	return d.writes() && !d.secret()
}

// showsField reports that the screen with the field came of a deed.
func (c *composer) showsField(d, field *deed) bool {
	return slices.ContainsFunc(d.arrived, func(doc *document) bool { return doc.screen != nil && doc.screen == field.doc.screen })
}

// finds reports a look-up that says which record is meant.
func (c *composer) finds(lines []line) bool {
	return slices.ContainsFunc(lines, func(l line) bool {
		return l.Kind == event.Fill && (l.Text.Token != "" || l.field != "") || l.Target != nil && len(l.Target.Row) > 0
	})
}

// replay writes the look-up once more, reads the field, and compares it with
// what was written. What the record was called before does not find it again,
// and what it is called now finds others, too: something else must say which
// record is meant.
func (c *composer) replay(a *scenarios.Commit, lines []line, field *deed, wrote []line) bool {
	steps := c.again(lines)
	for _, l := range wrote {
		if l.Kind == event.Fill && !l.secret() {
			steps = renewed(steps, l)
		}
	}
	if !identified(steps, wrote) {
		return false
	}
	into := c.values.variable(field.target.Element, speech.Say("_found", "_ist").In(c.lang))
	read := &scenarios.Read{Target: field.target, Into: into, Type: c.typeOf(field)}
	holds := &scenarios.Holds{That: scenarios.Expr(into + " == " + expressionOf(c.writtenBy(wrote, field)))}
	a.Verify = append(steps, scenarios.Step{Act: read}, scenarios.Step{Act: holds})
	return true
}

// typeOf is the type that a field is read as: that of what was written.
func (c *composer) typeOf(field *deed) value.Type {
	return readType(field.target.Element, field.Text)
}

func (c *composer) writtenBy(wrote []line, field *deed) scenarios.Operand {
	for _, l := range wrote {
		if l.deed == field {
			return valueOf(act(l))
		}
	}
	return scenarios.Operand{}
}
