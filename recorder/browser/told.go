// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// told makes events of what the script in a document says.
func (l *ledger) told(s page.Seen, r report) []event.Event {
	w := l.window(s.Window)
	target, onto := l.pictured(w, l.thing(s.In, r.Target)), l.pictured(w, l.thing(s.In, r.Onto))
	e := l.event(r.Kind, s)
	e.Target, e.Onto, e.Key, e.On, e.Made = target, onto, r.Key, r.On, r.Made
	switch r.Kind {
	case event.Arrive:
		return l.arrived(s, r)
	case event.Shows:
		l.rests(s.Window)
		return l.shows(s, r)
	case pointed:
		l.pointed = true
	case lift:
		w.down, l.lifted = nil, target
	case drop:
		return l.dropped(e)
	case nothing, down, event.Click, event.Drag:
		return l.mouse(w, s.In, r, e)
	case event.Copy:
		e.Text = l.value(r.Text, "", r.Secret)
		l.copied = copied{r.Text, target}
		return []event.Event{e}
	case event.Paste:
		e.Text = l.value(r.Text, "", r.Secret)
		if r.Text != "" && r.Text == l.copied.text {
			e.From = l.copied.from
		}
		return []event.Event{e}
	default:
		return append(l.first(w, target), l.plain(w, r, e)...)
	}
	return nil
}

// first tells the click that has caused something before it was over: the
// entry of a list is chosen when the mouse goes down.
func (l *ledger) first(w *window, target *event.Thing) []event.Event {
	if w.down == nil || target == nil || w.down.Target == nil || w.down.Target.Key != target.Key {
		return nil
	}
	return l.let(w)
}

// mouse settles what became of a button that went down.
func (l *ledger) mouse(w *window, in string, r report, e event.Event) []event.Event {
	switch {
	case r.Kind == down:
		e.Kind, w.in, w.went = event.Click, in, false
		w.down = &e
		return nil
	case r.Kind == event.Click && (r.Made || r.Own):
		return []event.Event{e}
	case r.Kind == event.Click && w.down != nil:
		w.down.Key = r.Key
		return l.let(w)
	case r.Kind == event.Drag:
		w.down = nil
		return []event.Event{e}
	}
	w.down = nil
	return nil
}

// plain are the events that the script tells as they are.
func (l *ledger) plain(w *window, r report, e event.Event) []event.Event {
	switch r.Kind {
	case event.Submit:
		w.went = true
	case event.Press:
		w.went = false
	case event.Fill:
		e.Text = l.entered(e.Target, r.Text, r.Secret)
	case event.Choose:
		e.Text = l.value(r.Text, r.Words, r.Secret)
	case event.Upload:
		e.Text = l.value(r.Text, r.Words, r.Secret)
	case event.Check, event.Read, event.Differs, event.Mask:
		e.Text, l.pointed = l.value(r.Text, r.Words, r.Secret), true
		if r.Kind == event.Mask {
			l.hide(w, e.Target, r)
		}
	}
	return []event.Event{e}
}

func (l *ledger) dropped(e event.Event) []event.Event {
	e.Kind, e.Target = event.Drag, l.lifted
	l.lifted = nil
	if e.Target == nil {
		return nil // from outside of the browser
	}
	return []event.Event{e}
}

// entered is a text that a person typed: it must not come back as a word of the
// screen.
func (l *ledger) entered(field *event.Thing, text string, secret bool) event.Value {
	key := ""
	if field != nil {
		key = field.Key
	}
	delete(l.typed, key)
	if typed := strings.TrimSpace(text); len(typed) >= 3 && !secret {
		l.typed[key] = strings.ToLower(typed)
	}
	return l.value(text, "", secret)
}

// thing is an element that was told, now or before.
func (l *ledger) thing(in string, t *told) *event.Thing {
	if t == nil {
		return nil
	}
	if was := l.things[t.Key]; t.Again && was != nil {
		return was
	}
	thing := t.Thing
	thing.Row = nil
	for _, c := range t.Row {
		thing.Row = append(thing.Row, event.Cell{Column: c.Column, Shows: l.value(c.Text, "", false), Unique: c.Unique})
	}
	l.distrust(&thing, l.place(in).page.Address)
	l.things[t.Key] = &thing
	return &thing
}
