// SPDX-License-Identifier: EUPL-1.2

// Package browser watches a person work in a browser, and tells what was done
// as events: what was clicked, entered, chosen and answered, in all windows and
// frames, in the order in which it happened. It never does anything there of
// its own accord.
package browser

import (
	"context"
	"crypto/rand"
	"sync"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Options say what is watched.
type Options struct {
	// Address is the page to begin with; empty leaves the browser as it is.
	Address string
	// Path of the program, or its brand: chromium, chrome, edge; empty finds one.
	Path string
	// Headless shows no windows: for tests.
	Headless bool
	// Attach is the address of a browser that runs already (ws://127.0.0.1:9222).
	Attach string
	// Port is where other tools may reach the browser; 0 is nowhere.
	Port int
	// Profiles is the folder for the fresh profile; empty is the usual one.
	Profiles string
	// Twice loads pages a second time, unseen and without a log-in, to learn which
	// ids and names are others each time.
	Twice bool
	// Bar is the window with the buttons; nil shows none.
	Bar *Bar
}

// Session is one recording.
type Session struct {
	browser *page.Browser
	options Options
	events  chan event.Event

	mu     sync.Mutex
	inbox  []func(*ledger) []event.Event
	wake   chan struct{}
	over   bool
	tasks  sync.WaitGroup
	finish func()
	bar    *bar
}

// Watch begins a recording. It ends when all windows are closed, the browser
// is gone, ctx ends, or Close is called: then all that was seen is told, and
// the channel of the events is closed.
func Watch(ctx context.Context, opts Options) (*Session, error) {
	s := &Session{options: opts, events: make(chan event.Event), wake: make(chan struct{}, 1)}
	var err error
	s.browser, err = page.Launch(ctx, page.Options{
		Path: opts.Path, Headful: !opts.Headless, Attach: opts.Attach, Port: opts.Port, Profiles: opts.Profiles,
		Watch: &page.Watching{Script: script, Hear: s.hear},
	})
	if err != nil {
		return nil, err
	}
	own, cancel := context.WithCancel(ctx)
	s.finish = sync.OnceFunc(cancel)
	l := newLedger(rand.Text())
	if opts.Twice {
		l.twice = func(window int, address string) { s.tasks.Go(func() { s.twice(own, window, address) }) }
	}
	l.portray = func(window int, after time.Duration) { s.tasks.Go(func() { s.portray(own, window, after) }) }
	s.tasks.Go(func() { s.write(l) })
	s.tasks.Go(func() { s.last(own) })
	if err := s.begin(own); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// begin shows the bar and goes to the first page.
func (s *Session) begin(ctx context.Context) error {
	if s.options.Bar != nil {
		if err := s.raise(ctx); err != nil {
			return err
		}
	}
	s.put(func(l *ledger) []event.Event { return l.begin(s.options.Attach != "") })
	pages := s.browser.Pages()
	if s.options.Address == "" || len(pages) == 0 {
		return nil
	}
	if err := pages[0].Navigate(ctx, s.options.Address); err != nil && ctx.Err() == nil {
		return fault.Wrap(fault.Technical, "record.open", speech.Say("the page %s does not come", "die Seite %s kommt nicht", s.options.Address), err).
			WithHint(speech.Say("is the address right, and the system running?", "stimmt die Adresse, und läuft das System?"))
	}
	return nil
}

// Events are what was done, as it happens. Whoever began a recording reads
// them until the channel is closed.
func (s *Session) Events() <-chan event.Event { return s.events }

// Close ends the recording; the browser that was started for it is closed. The
// events that were seen can still be read.
func (s *Session) Close() { s.finish() }

// hear takes what the browser tells.
func (s *Session) hear(seen page.Seen) {
	s.put(func(l *ledger) []event.Event { return l.take(seen) })
}

// put adds something to what is to be written, in the order in which it came.
func (s *Session) put(what func(*ledger) []event.Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return
	}
	s.inbox = append(s.inbox, what)
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// last waits for the end of the recording.
func (s *Session) last(ctx context.Context) {
	_ = s.browser.Await(ctx, func() bool { return len(s.browser.Pages()) == 0 && !s.browser.Opening() })
	s.finish()
	s.browser.Close()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.over = true
	close(s.wake)
}

// write gives all that comes in to the reader, one after the other.
func (s *Session) write(l *ledger) {
	defer close(s.events)
	for more := true; more; {
		_, more = <-s.wake
		for _, what := range s.taken() {
			for _, e := range what(l) {
				e = l.number(e)
				s.events <- e
				s.told(e)
			}
			if l.pointed {
				l.pointed = false
				s.bar.pressed(string(pointed))
			}
		}
	}
}

func (s *Session) taken() []func(*ledger) []event.Event {
	s.mu.Lock()
	defer s.mu.Unlock()
	inbox := s.inbox
	s.inbox = nil
	return inbox
}
