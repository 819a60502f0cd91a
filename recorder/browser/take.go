// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// take makes events of one thing seen. In a pause, only where the windows have
// gone is told: the steps after it need to know.
func (l *ledger) take(s page.Seen) []event.Event {
	all := l.seen(s)
	if !l.paused {
		return all
	}
	return slices.DeleteFunc(all, func(e event.Event) bool {
		return !slices.Contains([]event.Kind{event.Arrive, event.Window, event.Gone, event.Close}, e.Kind)
	})
}

func (l *ledger) seen(s page.Seen) []event.Event {
	w := l.window(s.Window)
	switch s.What {
	case page.Told:
		if r, ok := read(s.Text); ok {
			return l.told(s, r)
		}
	case page.Requested:
		return l.requested(s, w)
	case page.Navigated:
		return l.navigated(s, w)
	case page.Asks:
		w.box, w.says = s.Box, s.Text
		return l.let(w)
	case page.Answered:
		return l.answered(s, w)
	case page.Opened:
		if l.begun {
			return append(l.letAll(), event.Event{Kind: event.Window, Window: s.Window})
		}
	case page.Closing:
		w.closing = true
	case page.Closed, page.Crashed:
		return l.ended(s, w)
	case page.Downloading:
		e := l.event(event.Download, s)
		e.Text = l.value(s.Text, s.Text, false)
		return append(l.letAll(), e)
	}
	return nil
}

// requested: the page asked for another document. A form that a script sends
// tells nothing else.
func (l *ledger) requested(s page.Seen, w *window) []event.Event {
	p := l.place(s.In)
	p.asked, p.sent = true, s.Text == "formSubmissionPost"
	if !strings.HasPrefix(s.Text, "formSubmission") || w.went {
		return nil
	}
	w.went = true
	return append(l.let(w), l.event(event.Submit, s))
}

// navigated: the button that went down in the old document counts as a click,
// since that is what it led to.
func (l *ledger) navigated(s page.Seen, w *window) []event.Event {
	var out []event.Event
	if w.down != nil && (w.in == s.In || s.Main) {
		out = l.let(w)
	}
	p := l.place(s.In)
	p.left = true
	return out
}

func (l *ledger) answered(s page.Seen, w *window) []event.Event {
	e := l.event(event.Answer, s)
	e.Box, e.Says, e.On = w.box, l.without(w.says), s.On
	if w.box == "prompt" && s.On {
		e.Text = l.entered(nil, s.Text, false)
	}
	w.box, w.says = "", ""
	return []event.Event{e}
}

// ended: a window is closed by hand, unless a script says that it closes it.
func (l *ledger) ended(s page.Seen, w *window) []event.Event {
	e := l.event(event.Close, s)
	if w.closing || s.What == page.Crashed {
		e.Kind = event.Gone
	}
	return append(l.let(w), e)
}

// let tells a click whose button went down, before what it has led to.
func (l *ledger) let(w *window) []event.Event {
	if w.down == nil {
		return nil
	}
	e := *w.down
	w.down = nil
	return []event.Event{e}
}

func (l *ledger) letAll() []event.Event {
	var out []event.Event
	for _, w := range l.windows {
		out = append(out, l.let(w)...)
	}
	return out
}
