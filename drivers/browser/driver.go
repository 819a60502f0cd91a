// SPDX-License-Identifier: EUPL-1.2

// Package browser works web pages, old ones above all: framesets, tables
// without labels, popups, message boxes. It acts only when exactly one element
// is meant beyond doubt, only on the origins that the environment declares,
// and reads back what it wrote.
package browser

import (
	"context"

	"github.com/heinzel-rpa/heinzel/drivers/access"
	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Driver starts browsers.
type Driver struct {
	Options page.Options
	// Secrets are what a system's access asks for; nil where none does.
	Secrets access.Secrets
	// Propose hears what elements have become that have changed; nil is nobody.
	Propose act.Proposer
}

// Session is one browser with its own fresh profile, working one system.
type Session struct {
	browser *page.Browser
	at      scenarios.Location
	// approach leads to a system that asks for access; nil where it does not.
	approach *approach
	// written are the texts and secrets that were typed: they are hidden in pictures.
	written []string
	// last is the frame that was acted in last: keys go there.
	last page.Frame
	// gestures counts what was announced to the pages.
	gestures int
	// cases counts those that are over, peak is the most memory held, in bytes.
	cases int
	peak  int64

	propose act.Proposer
	// proposed are the elements that were proposed already.
	proposed map[string]bool
}

// Begin starts a browser and opens the system's address.
func (d Driver) Begin(ctx context.Context, at scenarios.Location) (*Session, error) {
	w, err := d.approach(at)
	if err != nil {
		return nil, err
	}
	b, err := page.Launch(ctx, w.options(d.Options))
	if err != nil {
		w.close()
		return nil, err
	}
	s := &Session{browser: b, at: at, approach: w, propose: d.Propose, proposed: map[string]bool{}}
	if err := w.explain(s.open(ctx, at.Address)); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// Close ends the browser and leaves nothing behind.
func (s *Session) Close() {
	s.report()
	s.browser.Close()
	s.approach.close()
}

// Process is the id of the browser's process, for supervision.
func (s *Session) Process() int { return s.browser.Process().Pid }

// Do performs one action and reports what came of it.
func (s *Session) Do(ctx context.Context, a act.Action) (act.Effect, error) {
	effect, err := s.perform(ctx, a)
	return effect, s.approach.explain(err)
}

func (s *Session) perform(ctx context.Context, a act.Action) (act.Effect, error) {
	ctx, cancel := context.WithTimeout(ctx, a.Within)
	defer cancel()
	switch a.Verb {
	case act.Open:
		return act.Effect{}, s.openBelow(ctx, a.Text)
	case act.Dialog:
		return s.answer(ctx, s.awaitMessage(ctx), *a.Answer)
	}
	if p := s.browser.Asking(); p != nil {
		return act.Effect{}, unexpected(p.Message())
	}
	switch a.Verb {
	case act.Fill:
		return s.fill(ctx, a)
	case act.Click:
		return s.click(ctx, a)
	case act.Tick:
		return s.tick(ctx, a)
	case act.Press:
		return s.press(ctx, a)
	case act.Choose:
		return s.choose(ctx, a)
	case act.Drag:
		return s.drag(ctx, a)
	case act.Upload:
		return s.upload(ctx, a)
	case act.Download:
		return s.download(ctx, a)
	case act.Print:
		return s.print(ctx, a)
	case act.Read:
		p, err := s.prepare(ctx, a)
		return act.Effect{Value: p.answer.Value, Found: p.found, Moved: p.moved}, err
	}
	return act.Effect{}, fault.New(fault.Usage, "browser."+string(a.Verb), speech.Say("a browser cannot %s", "ein Browser kann nicht „%s“", a.Verb))
}

// Tidy closes every window but the first, as a clerk does between two cases.
func (s *Session) Tidy(ctx context.Context) error {
	pages := s.browser.Pages()
	for _, p := range pages[min(1, len(pages)):] {
		if err := p.Close(ctx); err != nil {
			return err
		}
	}
	if s.browser.Opening() {
		return blockedFault(&obstacle{why: "loading"}) // blocked by its own message box
	}
	return nil
}
