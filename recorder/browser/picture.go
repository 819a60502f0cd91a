// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// between is the least time between two pictures of a window: a page that
// shows something new all the time would be photographed all the time.
const between = time.Second

// exposure is how long a picture may take; a window in the background may not
// be painted at all.
const exposure = 5 * time.Second

// rests asks for a picture of a window that has come to rest.
func (l *ledger) rests(window int) {
	w := l.window(window)
	if l.portray == nil || w.waits {
		return
	}
	w.waits = true
	l.portray(window, between-time.Since(w.sat))
}

// sits is the moment of the picture: what is private is known now.
func (l *ledger) sits(window int) (hide []string) {
	w := l.window(window)
	w.waits, w.sat = false, time.Now()
	return l.hidden()
}

// hidden are the texts that no picture may show.
func (l *ledger) hidden() []string { return slices.Sorted(maps.Values(l.typed)) }

// portray photographs a window after a while, unless it changes or goes away
// meanwhile, or more becomes private: the next rest is another chance.
func (s *Session) portray(ctx context.Context, window int, after time.Duration) {
	select {
	case <-time.After(after):
	case <-ctx.Done():
		return
	}
	hidden := make(chan []string, 1)
	s.put(func(l *ledger) []event.Event { hidden <- l.sits(window); return nil })
	select {
	case hide := <-hidden:
		s.photograph(ctx, window, hide)
	case <-ctx.Done():
	}
}

func (s *Session) photograph(ctx context.Context, window int, hide []string) {
	ctx, cancel := context.WithTimeout(ctx, exposure)
	defer cancel()
	for _, p := range s.browser.Pages() {
		if p.Number() != window {
			continue
		}
		g, err := p.Gallery(ctx, hide)
		if err != nil {
			return
		}
		s.put(func(l *ledger) []event.Event {
			if slices.Equal(hide, l.hidden()) {
				l.window(window).gallery = g
			}
			return nil
		})
	}
}

// pictured is a thing with its picture, if its window was photographed with it.
// Who has heard of the thing before keeps the one without.
func (l *ledger) pictured(w *window, t *event.Thing) *event.Thing {
	if t == nil || t.Picture != nil || w.gallery == nil {
		return t
	}
	with := *t
	if with.Picture = w.gallery.Of(t.Key); with.Picture == nil {
		return t
	}
	l.things[t.Key] = &with
	return &with
}

// hide keeps what a person calls private out of all further pictures.
func (l *ledger) hide(w *window, t *event.Thing, r report) {
	w.gallery = nil
	for _, text := range []string{r.Text, r.Words} {
		if text = strings.ToLower(strings.TrimSpace(text)); text != "" {
			l.typed["private "+t.Key+text] = text
		}
	}
}
