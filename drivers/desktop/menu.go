// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/drivers/field"
)

// throughMenu goes through menus to an entry, such as "Datei > Beenden", and
// clicks it.
func (s *Session) throughMenu(ctx context.Context, a act.Action, p prepared) (act.Effect, error) {
	effect, at := p.effect(), p.node
	for step := range strings.SplitSeq(a.Text, ">") {
		entries, err := at.Ordered(ctx)
		if err != nil {
			return effect, outcome(ctx, passing(err))
		}
		sub := a
		sub.Text = strings.TrimSpace(step)
		next, err := pick(sub, entries)
		if err != nil {
			return effect, err
		}
		at = entries[next]
	}
	if err := s.hands(); err != nil {
		return effect, err
	}
	p.node, effect.Value = at, a.Text
	var err error
	effect.Touched, err = s.hitEntry(ctx, a, p)
	return effect, outcome(ctx, passing(err))
}

// hitEntry opens the menus above an entry, one after the other, and clicks it.
// Menus that cannot be gone through are closed again.
func (s *Session) hitEntry(ctx context.Context, a act.Action, p prepared) (touched bool, err error) {
	way := []*tree.Node{p.node}
	for n := p.node.Parent; n != nil && n.Role != "menu bar"; n = n.Parent {
		way = append(way, n)
	}
	opened := false
	for _, n := range slices.Backward(way) {
		step := p
		step.node = n
		if err := s.unfolds(ctx, a, step); err != nil {
			if opened {
				_ = s.hand.Press(ctx, 0, "Escape")
			}
			return false, err
		}
		at, err := s.aim(ctx, a, step)
		if err != nil {
			return false, err
		}
		if err := s.hand.Click(ctx, at.X, at.Y, false); err != nil {
			return opened, err
		}
		if err := s.display.Settle(ctx, p.x); err != nil {
			return n == p.node, err
		}
		opened = true
	}
	return true, nil
}

// unfolds waits until an entry is shown, while the window below stays on top.
func (s *Session) unfolds(ctx context.Context, a act.Action, p prepared) error {
	for try := 0; ; try++ {
		if err := s.still(p); err != nil {
			return err
		}
		if err := p.node.Refresh(ctx); err != nil {
			return err
		}
		if p.node.Is(tree.Showing) {
			return nil
		}
		if !pause(ctx, try) {
			return &obstacle{why: "not shown", target: field.Name(a)}
		}
	}
}
