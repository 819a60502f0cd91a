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
func (s *Session) press(ctx context.Context, a act.Action) (effect act.Effect, err error) {
	if !page.Key(a.Text) {
		return effect, fault.New(fault.Usage, "browser.press", speech.Say("there is no key %q", "es gibt keine Taste „%s“", a.Text))
	}
	if a.Element == nil {
		effect, err = s.pressThere(ctx, a.Text)
	} else {
		effect, _, err = s.meet(ctx, a, func(p prepared) error { return s.pressOn(ctx, p, a.Text) })
	}
	if err != nil {
		return effect, err
	}
	return effect, s.quiet(ctx)
}

func (s *Session) pressOn(ctx context.Context, p prepared, key string) error {
	if err := p.frame.Page().Press(ctx, key); err != nil && !errors.Is(err, page.ErrGone) {
		return s.broken(ctx, err)
	}
	var got after
	switch err := p.frame.Call(ctx, "after", nil, &got); {
	case errors.Is(err, page.ErrGone), errors.Is(err, page.ErrMessage):
		return s.reported(ctx, p.frame.Page().Touched, p.token)
	case err != nil:
		return s.broken(ctx, err)
	case got.Touched:
		return nil
	}
	return &slip{by: got.Stopped}
}

// pressThere presses a key where the last action left off: in its window, in
// whichever frame the page has put the focus.
func (s *Session) pressThere(ctx context.Context, key string) (act.Effect, error) {
	window, err := s.lastWindow()
	if err != nil {
		return act.Effect{}, err
	}
	token := s.token()
	for _, f := range window.Frames() {
		if err := f.Call(ctx, "back", here{token, f == s.last}, nil); err != nil && !errors.Is(err, page.ErrGone) {
			return act.Effect{}, s.broken(ctx, err)
		}
	}
	effect := act.Effect{Touched: true}
	if err := window.Press(ctx, key); err != nil && !errors.Is(err, page.ErrGone) {
		return effect, s.broken(ctx, err)
	}
	return effect, s.reported(ctx, window.Touched, token)
}

// here tells a document that a key may arrive where its focus is, and whether
// it was the last that was worked in.
type here struct {
	Token string `json:"token"`
	Last  bool   `json:"last"`
}

func (s *Session) lastWindow() (*page.Page, error) {
	if last := s.last.Page(); last != nil && !last.Gone() {
		return last, healthy(last)
	}
	pages := s.browser.Pages()
	if len(pages) == 0 {
		return nil, blockedFault(&obstacle{why: "no window"})
	}
	return pages[0], healthy(pages[0])
}
