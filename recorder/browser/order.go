// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"

	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// finish is the bar's button that ends the recording.
const finish = "finish"

// obey does what a button of the bar says.
func (s *Session) obey(ctx context.Context, b *bar, order string) {
	switch kind := event.Kind(order); kind {
	case event.Pause:
		s.pause(b)
	case event.Mistake:
		s.put(func(*ledger) []event.Event { return []event.Event{{Kind: kind}} })
	case event.Differs:
		if target, ok := b.entered(); ok {
			s.put(func(*ledger) []event.Event {
				return []event.Event{{Kind: kind, Window: target.Window, Frame: target.Frame, Page: target.Page, Target: target.Target}}
			})
			return
		}
		s.point(ctx, b, kind)
	case event.Check, event.Read, event.Mask:
		s.point(ctx, b, kind)
	case pointed:
		s.point(ctx, b, "")
	case finish:
		s.finish()
	}
}

// pause stops the recording for a while, or goes on.
func (s *Session) pause(b *bar) {
	b.mu.Lock()
	b.paused = !b.paused
	kind := event.Resume
	if b.paused {
		kind = event.Pause
	}
	b.mu.Unlock()
	s.put(func(l *ledger) []event.Event {
		l.paused = kind == event.Pause
		return []event.Event{{Kind: kind}}
	})
}

// entered is the value that was entered last, if nothing was done since.
func (b *bar) entered() (event.Event, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := len(b.events) - 1; i >= 0; i-- {
		switch e := b.events[i]; e.Kind {
		case event.Fill, event.Choose, event.Paste:
			return e, true
		case event.Shows, event.Pause, event.Resume, event.Mask:
		default:
			return event.Event{}, false
		}
	}
	return event.Event{}, false
}

// point makes the next click one that shows what a word is about; the same
// button once more gives that up.
func (s *Session) point(ctx context.Context, b *bar, kind event.Kind) {
	b.mu.Lock()
	if b.pointing == kind {
		kind = ""
	}
	b.pointing = kind
	b.mu.Unlock()
	for _, p := range s.browser.Pages() {
		for _, f := range p.Frames() {
			_ = f.Call(ctx, "point", kind, nil) // a frame that goes is not pointed at
		}
	}
}
