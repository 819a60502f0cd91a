// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	_ "embed"
	"slices"
	"sync"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Bar is the window that shows what has been recorded, with buttons for what
// only the person knows.
type Bar struct {
	Lang speech.Lang
	// Lines tell what has been recorded so far; it is asked after every event.
	Lines func([]event.Event) []Line
}

// Line is one step in the bar.
type Line struct {
	Number       string `json:"number"`
	Depth        int    `json:"depth"`
	Text         string `json:"text"`
	Irreversible bool   `json:"irreversible"`
}

//go:embed bar.html
var barPage string

// bar is the bar of a session, as it stands.
type bar struct {
	Bar
	panel *page.Panel
	wake  chan struct{} // something is to be shown anew

	mu       sync.Mutex
	events   []event.Event
	paused   bool
	pointing event.Kind
	orders   []string // buttons that were pressed
}

// state is what the bar's script shows.
type state struct {
	Lines    []Line     `json:"lines"`
	Paused   bool       `json:"paused"`
	Pointing event.Kind `json:"pointing"`
}

// raise opens the bar.
func (s *Session) raise(ctx context.Context) error {
	b := &bar{Bar: *s.options.Bar, wake: make(chan struct{}, 1)}
	var err error
	if b.panel, err = s.browser.Panel(ctx, barPage, 380, 760, b.pressed); err != nil {
		return err
	}
	if err := b.panel.Show(ctx, "words", wording(b.Lang)); err != nil {
		return err
	}
	s.mu.Lock()
	s.bar = b
	s.mu.Unlock()
	b.stir()
	s.tasks.Go(func() { s.attend(ctx, b) })
	return nil
}

// attend shows what is new, and does what the buttons say. When the bar is
// closed, the recording goes on without it.
func (s *Session) attend(ctx context.Context, b *bar) {
	for {
		select {
		case <-b.wake:
		case <-ctx.Done():
			return
		}
		for _, order := range b.taken() {
			s.obey(ctx, b, order)
		}
		if b.panel.Show(ctx, "show", b.state()) != nil {
			return
		}
	}
}

// pressed notes a button; the browser waits for nobody meanwhile.
func (b *bar) pressed(what string) {
	b.mu.Lock()
	b.orders = append(b.orders, what)
	b.mu.Unlock()
	b.stir()
}

func (b *bar) taken() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	orders := b.orders
	b.orders = nil
	return orders
}

func (b *bar) stir() {
	select {
	case b.wake <- struct{}{}:
	default:
	}
}

func (b *bar) state() state {
	b.mu.Lock()
	events, out := slices.Clone(b.events), state{Paused: b.paused, Pointing: b.pointing, Lines: []Line{}}
	b.mu.Unlock()
	if b.Lines != nil {
		out.Lines = append(out.Lines, b.Lines(events)...)
	}
	return out
}

// told shows an event that was written.
func (s *Session) told(e event.Event) {
	s.mu.Lock()
	b := s.bar
	s.mu.Unlock()
	if b == nil {
		return
	}
	b.mu.Lock()
	b.events = append(b.events, e)
	b.mu.Unlock()
	b.stir()
}
