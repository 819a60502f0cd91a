// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
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
		return effect, s.callError(err)
	}
	if a.Answer != nil {
		answered, err := s.answer(ctx, s.awaitMessage(ctx), *a.Answer)
		effect.Said = answered.Said
		if err != nil {
			return effect, err
		}
	}
	if s.blocked() != nil {
		return effect, nil // the next step is asked about the message box
	}
	if err := s.arrived(ctx, a, p); err != nil {
		return effect, err
	}
	return effect, s.quiet(ctx)
}

// awaitMessage waits for the message box that the step expects.
func (s *Session) awaitMessage(ctx context.Context) *page.Page {
	if s.browser.Await(ctx, func() bool { return s.blocked() != nil }) != nil {
		return nil
	}
	return s.blocked()
}

// arrived asks the page whether the click reached its element. A document that
// is gone was replaced by the click.
func (s *Session) arrived(ctx context.Context, a act.Action, p prepared) error {
	var got after
	switch err := p.frame.Call(ctx, "after", nil, &got); {
	case errors.Is(err, page.ErrGone), errors.Is(err, page.ErrMessage):
		return nil
	case err != nil:
		return s.callError(err)
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
		for _, f := range p.Frames() {
			err := f.Call(ctx, "settled", nil, nil)
			if errors.Is(err, page.ErrMessage) {
				return nil
			}
			if err != nil && !errors.Is(err, page.ErrGone) {
				return s.barrierError(ctx, err)
			}
		}
	}
	err := s.browser.Await(ctx, func() bool {
		if s.blocked() != nil {
			return true
		}
		for _, p := range s.browser.Pages() {
			if p.Busy() {
				return false
			}
		}
		return !s.browser.Opening()
	})
	return s.barrierError(ctx, err)
}

func (s *Session) barrierError(ctx context.Context, err error) error {
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
		return act.Effect{}, err
	}
	return act.Effect{Said: message.Text}, s.quiet(ctx)
}

func (s *Session) tick(ctx context.Context, a act.Action) (act.Effect, error) {
	p, err := s.prepare(ctx, a)
	if err != nil {
		return act.Effect{}, err
	}
	effect := act.Effect{Found: p.found, Moved: p.moved}
	if p.answer.Already {
		return effect, nil
	}
	if err := p.frame.Page().ClickAt(ctx, p.answer.X, p.answer.Y); err != nil {
		return effect, s.callError(err)
	}
	var got after
	if err := p.frame.Call(ctx, "after", nil, &got); err != nil {
		return effect, s.callError(err)
	}
	effect.Value = got.Value
	if (got.Value == "yes") != a.On {
		return effect, fault.New(fault.Halted, "browser.tick", speech.Say("%s did not change", "%s hat sich nicht geändert", name(a)))
	}
	return effect, nil
}
