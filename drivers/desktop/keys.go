// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"errors"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/input"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/drivers/field"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// hands starts keyboard and mouse with the first use: most cases need none.
func (s *Session) hands() (err error) {
	if s.hand == nil {
		s.hand, err = input.Start(s.display.Env())
	}
	return err
}

// focus gives the keys to an element and waits until it has them.
func (s *Session) focus(ctx context.Context, a act.Action, p prepared) error {
	if err := s.hands(); err != nil {
		return err
	}
	if err := p.node.Focus(ctx); err != nil && !errors.Is(err, tree.ErrRefused) {
		return err
	}
	for try := 0; ; try++ {
		err := s.stays(ctx, a, p)
		if err == nil || final(err) || !pause(ctx, try) {
			return err
		}
	}
}

// stroke presses one key in a window that is on top.
func (s *Session) stroke(ctx context.Context, p prepared, key string) error {
	if err := s.still(p); err != nil {
		return err
	}
	if err := s.hand.Press(ctx, p.x, key); err != nil {
		return err
	}
	return s.display.Settle(ctx, p.x)
}

// press presses a key on an element or, without one, in the window on top.
func (s *Session) press(ctx context.Context, a act.Action) (act.Effect, error) {
	if !input.Key(a.Text) {
		return act.Effect{}, fault.New(fault.Usage, "desktop.press", speech.Say("there is no key %q", "es gibt keine Taste „%s“", a.Text))
	}
	if a.Element == nil {
		return s.pressThere(ctx, a)
	}
	p, err := s.prepare(ctx, a)
	if err != nil {
		return p.effect(), err
	}
	effect := p.effect()
	if err := s.focus(ctx, a, p); err != nil {
		return effect, outcome(ctx, passing(err))
	}
	err = s.stroke(ctx, p, a.Text)
	effect.Touched = !errors.Is(err, input.ErrElsewhere)
	return effect, outcome(ctx, passing(elsewhere(a, err)))
}

// elsewhere is the obstacle of a key that another window would have got.
func elsewhere(a act.Action, err error) error {
	if !errors.Is(err, input.ErrElsewhere) {
		return err
	}
	o := &obstacle{why: "not focused", target: a.Text}
	if a.Element != nil {
		o.target = field.Name(a)
	}
	return o
}

// pressThere presses a key in a window that a step has worked in.
func (s *Session) pressThere(ctx context.Context, a act.Action) (act.Effect, error) {
	if err := s.hands(); err != nil {
		return act.Effect{}, err
	}
	st, err := s.look(ctx)
	if err != nil {
		return act.Effect{}, outcome(ctx, err)
	}
	if top, ok := st.top(); !ok || top.ID != s.display.Active() || !s.known[top.ID] {
		return act.Effect{}, blocked(&obstacle{why: "unexpected", by: top.Title, target: a.Text})
	}
	if err := s.hand.Press(ctx, s.display.Active(), a.Text); err != nil {
		return act.Effect{}, outcome(ctx, elsewhere(a, err))
	}
	return act.Effect{Touched: true}, outcome(ctx, passing(s.display.Settle(ctx, s.display.Active())))
}
