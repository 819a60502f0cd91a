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
	effect, _, err := s.hit(ctx, a)
	if err != nil {
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

// hit clicks an element, unless a box already is as wanted.
func (s *Session) hit(ctx context.Context, a act.Action) (act.Effect, prepared, error) {
	return s.meet(ctx, a, func(p prepared) error {
		if p.answer.Already {
			return nil
		}
		return s.clickOn(ctx, p, map[bool]int64{false: 1, true: 2}[a.Double])
	})
}

// clickOn clicks an element that is prepared, so many times.
func (s *Session) clickOn(ctx context.Context, p prepared, times int64) error {
	if err := p.frame.Page().ClickAt(ctx, p.answer.X, p.answer.Y, times); errors.Is(err, page.ErrMissed) {
		return &slip{}
	} else if err != nil && !errors.Is(err, page.ErrGone) {
		return s.broken(ctx, err)
	}
	return s.arrived(ctx, p)
}

// awaitMessage waits for the message box that the step expects.
func (s *Session) awaitMessage(ctx context.Context) *page.Page {
	if s.browser.Await(ctx, func() bool { return s.browser.Asking() != nil }) != nil {
		return nil
	}
	return s.browser.Asking()
}

// quiet is the barrier after an action: what it caused has begun, and every
// document on its way has arrived.
func (s *Session) quiet(ctx context.Context) error {
	for _, p := range s.browser.Pages() {
		if err := p.Settle(ctx); errors.Is(err, page.ErrMessage) {
			return nil
		} else if err != nil {
			return s.barrierError(err)
		}
	}
	return s.barrierError(s.browser.Await(ctx, func() bool {
		return s.browser.Asking() != nil || !s.browser.Opening() && !slices.ContainsFunc(s.browser.Pages(), (*page.Page).Busy)
	}))
}

func (s *Session) barrierError(err error) error {
	switch {
	case errors.Is(err, page.ErrCrashed):
		return crashed()
	case errors.Is(err, context.DeadlineExceeded) && s.browser.Opening():
		return fault.New(fault.Technical, "browser.wait", speech.Say("a new window does not answer; perhaps it shows a message box before it is there", "ein neues Fenster antwortet nicht; vielleicht zeigt es ein Meldungsfenster, bevor es da ist")).
			WithHint(speech.Say("start with --headful to see it", "starten Sie mit --headful, um es zu sehen"))
	case errors.Is(err, context.DeadlineExceeded):
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
