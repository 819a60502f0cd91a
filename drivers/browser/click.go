// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// click presses an element with the real mouse and waits for what the click
// itself caused: navigations, message boxes, popups, closed windows.
func (s *Session) click(ctx context.Context, a act.Action) (act.Effect, error) {
	p, err := s.prepare(ctx, a)
	if err != nil {
		return act.Effect{}, err
	}
	effect := act.Effect{Found: p.found, Moved: p.moved, Touched: true}
	if err := p.frame.Page().ClickAt(ctx, p.answer.X, p.answer.Y); err != nil && !errors.Is(err, page.ErrGone) {
		return effect, s.broken(ctx, err)
	}
	if err := s.arrived(ctx, a, p); err != nil {
		return effect, err
	}
	if a.Answer != nil {
		answered, err := s.answer(ctx, s.awaitMessage(ctx), *a.Answer)
		effect.Said = answered.Said
		if err != nil {
			return effect, err
		}
	}
	// a message box that nobody expects is the next step's question
	return effect, s.quiet(ctx)
}

// awaitMessage waits for the message box that the step expects.
func (s *Session) awaitMessage(ctx context.Context) *page.Page {
	if s.browser.Await(ctx, func() bool { return s.browser.Asking() != nil }) != nil {
		return nil
	}
	return s.browser.Asking()
}

// arrived asks the page whether the click reached its element. A document that
// is gone was replaced by the click; a message box was opened by it.
func (s *Session) arrived(ctx context.Context, a act.Action, p prepared) error {
	var got after
	switch err := p.frame.Call(ctx, "after", nil, &got); {
	case errors.Is(err, page.ErrGone), errors.Is(err, page.ErrMessage):
		return nil
	case err != nil:
		return s.broken(ctx, err)
	case got.Stopped != "":
		return fault.New(fault.Halted, "browser.click", speech.Say("the click on %s would have reached %s and was stopped", "der Klick auf %s hätte %s getroffen und wurde verhindert", name(a), got.Stopped)).
			WithHint(speech.Say("the page changed at the moment of the click; try again", "die Seite änderte sich im Augenblick des Klicks; versuchen Sie es noch einmal"))
	case !got.Clicked && !got.Gone:
		return fault.New(fault.Halted, "browser.click", speech.Say("the click on %s did not arrive", "der Klick auf %s kam nicht an", name(a)))
	}
	return nil
}

// quiet is the barrier after an action: what it caused has begun, and every
// document on its way has arrived.
func (s *Session) quiet(ctx context.Context) error {
	for _, p := range s.browser.Pages() {
		if err := p.Settle(ctx); errors.Is(err, page.ErrMessage) {
			return nil
		} else if err != nil {
			return barrierError(err)
		}
	}
	return barrierError(s.browser.Await(ctx, func() bool {
		return s.browser.Asking() != nil || !s.browser.Opening() && !slices.ContainsFunc(s.browser.Pages(), (*page.Page).Busy)
	}))
}

func barrierError(err error) error {
	if errors.Is(err, page.ErrCrashed) {
		return crashed()
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return fault.New(fault.Technical, "browser.wait", speech.Say("the server did not answer in time", "der Server hat nicht rechtzeitig geantwortet")).
			WithHint(speech.Say("raise limits: answer: in the environment if the system is slow", "erhöhen Sie limits: answer: in der Umgebung, wenn das System langsam ist"))
	}
	return err
}

// answer closes a message box, if it says what it must.
func (s *Session) answer(ctx context.Context, p *page.Page, want act.Answer) (act.Effect, error) {
	if p == nil || p.Message() == nil {
		return act.Effect{}, fault.New(fault.Halted, "browser.message", speech.Say("the message box %q did not appear", "das Meldungsfenster „%s“ erschien nicht", want.Says))
	}
	message := p.Message()
	if !strings.Contains(message.Text, want.Says) {
		return act.Effect{}, unexpected(message)
	}
	if err := p.AnswerMessage(ctx, want.Accept, want.Prompt); err != nil && !errors.Is(err, page.ErrGone) {
		return act.Effect{}, s.broken(ctx, err)
	}
	return act.Effect{Said: message.Text}, s.quiet(ctx)
}
