// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// elsewhere explains an element that is not there by what is shown in its
// place: the server's refusal, or a page that asks to log in. It is nil where
// something was found, the screen shows what it is recognised by, or another
// page is shown.
func (s *Session) elsewhere(ctx context.Context, o *obstacle) error {
	if len(o.doubt.Rivals) > 0 || o.doubt.ByRow {
		return nil
	}
	if o.answer.Status >= 400 {
		return fault.Wrap(fault.Halted, "browser.server", speech.Say("the server refused the page (HTTP %d)", "der Server verweigerte die Seite (HTTP %d)", o.answer.Status), o.doubt).
			WithHint(speech.Say("does the record exist, and may this log-in see it?", "gibt es den Datensatz, und darf diese Anmeldung ihn sehen?"))
	}
	if !s.asksToLogIn(ctx) || s.recognised(ctx, o.screen) {
		return nil
	}
	return fault.Wrap(fault.Halted, "browser.session", speech.Say("a page that asks to log in is shown instead; the session has probably ended", "stattdessen wird eine Anmeldeseite gezeigt; die Sitzung ist wohl abgelaufen"), o.doubt).
		WithHint(speech.Say("declare signed out: in the scenario, so that the robot logs in again", "erklären Sie signed out: im Szenario, damit der Roboter sich neu anmeldet"))
}

// recognised reports whether the expected screen is surely there.
func (s *Session) recognised(ctx context.Context, screen *scenarios.Screen) bool {
	if screen == nil || screen.RecognisedBy == "" {
		return false
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), glance)
	defer cancel()
	seen, err := s.sees(ctx, screen.RecognisedBy)
	return err == nil && seen
}

// asksToLogIn reports whether any frame shows a field for a password.
func (s *Session) asksToLogIn(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), glance)
	defer cancel()
	for _, p := range s.browser.Pages() {
		for _, f := range p.Frames() {
			var asks bool
			if f.Call(ctx, "logIn", nil, &asks) == nil && asks {
				return true
			}
		}
	}
	return false
}
