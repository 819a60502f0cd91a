// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// did adds what the person did, joined with what belongs to the same gesture.
func (r *recording) did(e event.Event) {
	d := &deed{Event: e, doc: r.current(e)}
	switch e.Kind {
	case event.Open:
		r.open(d)
	case event.Fill, event.Paste:
		r.fill(d)
	case event.Choose, event.Tick:
		r.forgetClicks(d)
		r.put(d)
	case event.Click:
		r.click(d)
	case event.DoubleClick:
		r.doubleClick(d)
	case event.Upload:
		r.upload(d)
	case event.Scroll, event.Close:
		if e.Kind == event.Scroll {
			r.omitted = append(r.omitted, *d)
		}
	case event.RightClick:
		r.omitted = append(r.omitted, *d)
	default:
		r.deeds = append(r.deeds, d)
	}
}

// open goes to an address. A window in which that is the first deed was opened
// by hand, and by no system.
func (r *recording) open(d *deed) {
	if !slices.ContainsFunc(r.deeds, func(o *deed) bool { return o.Window == d.Window }) {
		delete(r.opener, d.Window)
	}
	r.deeds = append(r.deeds, d)
}

// last is the deed before, or nil.
func (r *recording) last() *deed {
	if len(r.deeds) == 0 {
		return nil
	}
	return r.deeds[len(r.deeds)-1]
}

func (r *recording) pop() { r.deeds = r.deeds[:len(r.deeds)-1] }

// fill writes a field. A pasted text stays the source's as long as it is the
// whole of the field.
func (r *recording) fill(d *deed) {
	if d.Kind == event.Paste {
		d.Kind, d.source = event.Fill, d.From
	}
	if r.picked(d) {
		return
	}
	r.forgetClicks(d)
	r.put(d)
}

// put adds a value, or changes it where the same element was given one before
// and nothing happened since.
func (r *recording) put(d *deed) {
	before := r.given(d)
	if before == nil {
		r.deeds = append(r.deeds, d)
		return
	}
	if d.source == nil && d.Text.Token == before.Text.Token {
		d.source = before.source
	}
	before.Text, before.On, before.source = d.Text, d.On, d.source
}

func (r *recording) given(d *deed) *deed {
	for _, before := range slices.Backward(r.deeds) {
		switch {
		case before.Kind == d.Kind && before.on(d.Target, d.doc) && !before.moved():
			return before
		case before.moved(), !before.writes() && !before.marks() && !before.edits() && !before.focuses():
			return nil
		}
	}
	return nil
}

// forgetClicks drops what led the pointer into the element: the click on it,
// the one that the browser made of a click on its label, and the label's.
func (r *recording) forgetClicks(d *deed) {
	made := false
	for l := r.last(); l != nil && l.Kind == event.Click && l.dead() && l.doc == d.doc; l = r.last() {
		label := made && (l.Target == nil || !isControl(l.Target) && !isField(l.Target))
		if !l.on(d.Target, d.doc) && !l.Made && !label {
			return
		}
		made = l.Made
		r.pop()
	}
}

// click adds a click. One that the browser made out of a key is the same
// gesture as the key; one out of a label is the same as the label's.
func (r *recording) click(d *deed) {
	l := r.last()
	if l != nil && suggested(l, d) {
		l.takes(d)
		l.becomesChoice(event.Value{Text: d.Target.Name, Token: "suggestion " + d.Target.Key})
		return
	}
	if d.Made && l != nil && l.doc == d.doc && !l.moved() {
		switch {
		case l.Kind == event.Press:
			l.Kind, l.Target, l.Key = event.Click, d.Target, ""
			return
		case l.Kind == event.Click && (l.Target == nil || !isControl(l.Target)):
			d.takes(l)
			r.pop()
		}
	}
	r.deeds = append(r.deeds, d)
}

// doubleClick takes the place of the clicks that it consists of. On what one
// click works, it is a click.
func (r *recording) doubleClick(d *deed) {
	for range 2 {
		if l := r.last(); l != nil && l.Kind == event.Click && l.on(d.Target, d.doc) {
			d.takes(l)
			r.pop()
		}
	}
	if d.Target != nil && isControl(d.Target) && d.Target.Kind != "clickable" {
		d.Kind = event.Click
	}
	r.deeds = append(r.deeds, d)
}

// upload gives files through what was clicked for it.
func (r *recording) upload(d *deed) {
	if l := r.last(); l != nil && l.Kind == event.Click && l.dead() && l.Target != nil && l.doc == d.doc {
		d.Target = l.Target
		r.pop()
	}
	r.deeds = append(r.deeds, d)
}
