// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// glance is the time that one look at every frame may take beyond the patience
// of the question: a no counts only when everything was looked at.
const glance = 5 * time.Second

// Look waits until the system shows what is asked for. It is false when the
// time is up and a whole look found it missing; an error means that looking
// itself failed.
func (s *Session) Look(ctx context.Context, l act.Look) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, l.Within+glance)
	defer cancel()
	until, looked := time.Now().Add(l.Within), false
	for try := 0; ; try++ {
		shown, err := s.shows(ctx, l)
		if shown || err != nil && final(err) {
			return shown, s.lookError(ctx, err)
		}
		looked = looked || err == nil || isDoubt(err)
		if try%hidden == 1 {
			for _, p := range s.browser.Pages() {
				s.pierce(ctx, p.Frames()...)
			}
		}
		if looked && time.Now().After(until) || !pause(ctx, try) {
			return false, s.missed(ctx, looked)
		}
	}
}

// isDoubt recognises a look that did look and found no single element.
func isDoubt(err error) bool {
	o, ok := errors.AsType[*obstacle](err)
	return ok && o.doubt != nil
}

// missed explains a look that ran out of time: a server's error page never
// shows what was expected, and a screen that never stood still was not seen.
func (s *Session) missed(ctx context.Context, looked bool) error {
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return ctx.Err()
	case !looked:
		return notSeen()
	}
	if err := s.notCome(ctx); err != nil {
		return err
	}
	if status := s.status(ctx); status >= 500 {
		return serverFault(status)
	}
	return nil
}

func notSeen() error {
	return fault.New(fault.Technical, "browser.look", speech.Say("the screen did not come to rest", "die Maske kam nicht zur Ruhe")).
		WithHint(speech.Say("raise limits: answer: in the environment if the system is slow", "erhöhen Sie limits: answer: in der Umgebung, wenn das System langsam ist"))
}

func (s *Session) lookError(ctx context.Context, err error) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return ctx.Err()
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return notSeen()
	}
	return err
}

func (s *Session) shows(ctx context.Context, l act.Look) (bool, error) {
	if p := s.browser.Asking(); p != nil {
		return false, unexpected(p.Message())
	}
	if l.Text != "" {
		if seen, err := s.sees(ctx, l.Text); err != nil || !seen {
			return false, err
		}
	}
	if l.Gone != "" {
		if seen, err := s.sees(ctx, l.Gone); err != nil || seen {
			return false, err
		}
	}
	if l.Element == nil {
		return true, nil
	}
	a := act.Action{Verb: act.Read, Screen: l.Screen, Element: l.Element}
	p, err := s.once(ctx, a, s.question(a))
	if err != nil {
		return false, err
	}
	return !l.HasText || p.answer.Value == l.Shows, nil
}

// sought is what the injected library is asked to see.
type sought struct {
	Text    string   `json:"text"`
	Origins []string `json:"origins"`
}

// sees looks for a text in every frame of every window that is allowed.
func (s *Session) sees(ctx context.Context, text string) (bool, error) {
	for _, p := range s.browser.Pages() {
		if err := healthy(p); err != nil {
			return false, err
		}
		if p.Busy() {
			return false, &obstacle{why: "loading"}
		}
		for _, f := range p.Frames() {
			var seen bool
			if err := f.Call(ctx, "sees", sought{text, s.at.Origins}, &seen); err != nil {
				return false, s.callError(err)
			}
			if seen {
				return true, nil
			}
		}
	}
	return false, nil
}

// openBelow goes to a page of the system: the path is resolved against its
// address as a link would be (RFC 3986).
func (s *Session) openBelow(ctx context.Context, path string) error {
	base, err := url.Parse(s.at.Address)
	if err != nil {
		return err
	}
	to, err := base.Parse(path)
	if err != nil || !slices.Contains(s.at.Origins, to.Scheme+"://"+to.Host) {
		return fault.New(fault.Halted, "browser.open", speech.Say("%q is no page of the system", "„%s“ ist keine Seite des Systems", path))
	}
	return s.open(ctx, to.String())
}

func (s *Session) open(ctx context.Context, address string) error {
	pages := s.browser.Pages()
	if len(pages) == 0 {
		return page.ErrGone
	}
	if err := pages[0].Navigate(ctx, address); err != nil {
		return unreachable(ctx, address, err)
	}
	if err := s.quiet(ctx); err != nil {
		return err
	}
	if status := s.status(ctx); status >= 500 {
		return serverFault(status)
	}
	return nil
}

func unreachable(ctx context.Context, address string, err error) error {
	if ctx.Err() != nil && errors.Is(ctx.Err(), context.Canceled) {
		return ctx.Err()
	}
	if err := untrusted(address, err); err != nil {
		return err
	}
	return fault.Wrap(fault.Technical, "browser.open", speech.Say("%s cannot be reached", "%s ist nicht erreichbar", address), err).
		WithHint(speech.Say("is the system running, and the address in the environment right?", "läuft das System, und stimmt die Adresse in der Umgebung?"))
}
