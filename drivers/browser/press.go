// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// press presses a key on an element or, without one, where the last action
// left off, and waits for what the key caused.
func (s *Session) press(ctx context.Context, a act.Action) (act.Effect, error) {
	if !page.Key(a.Text) {
		return act.Effect{}, fault.New(fault.Usage, "browser.press", speech.Say("there is no key %q", "es gibt keine Taste „%s“", a.Text))
	}
	window, found, err := s.focused(ctx, a)
	if err != nil {
		return act.Effect{}, err
	}
	effect := act.Effect{Found: found, Touched: true}
	if err := window.Press(ctx, a.Text); err != nil && !errors.Is(err, page.ErrGone) {
		return effect, s.broken(ctx, err)
	}
	return effect, s.quiet(ctx)
}

// focused is the window that gets the key.
func (s *Session) focused(ctx context.Context, a act.Action) (*page.Page, string, error) {
	if a.Element != nil {
		p, err := s.prepare(ctx, a)
		return p.frame.Page(), p.found, err
	}
	pages := s.browser.Pages()
	if len(pages) == 0 {
		return nil, "", blockedFault(&obstacle{why: "no window"})
	}
	last := s.last.Page()
	if last == nil || last.Gone() {
		return pages[0], "", healthy(pages[0])
	}
	if err := s.last.Call(ctx, "back", nil, nil); err != nil && !errors.Is(err, page.ErrGone) {
		return nil, "", s.broken(ctx, err)
	}
	return last, "", healthy(last)
}
