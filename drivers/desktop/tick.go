// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/drivers/field"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// tick gives a box the wanted state with a click, unless it has it already, and
// reads it back.
func (s *Session) tick(ctx context.Context, a act.Action) (act.Effect, error) {
	p, err := s.prepare(ctx, a)
	effect := p.effect()
	if err != nil {
		return effect, err
	}
	if !isBox(p.node) {
		return effect, fault.New(fault.Halted, "desktop.tick", speech.Say("%s is no box that can be ticked", "%s ist kein Kästchen zum Ankreuzen", field.Name(a)))
	}
	effect.Value = field.State(a.On)
	if p.node.Is(tree.Checked) == a.On {
		return effect, nil
	}
	if effect.Touched, err = s.hit(ctx, a, p); err != nil {
		return effect, outcome(ctx, passing(err))
	}
	return effect, s.keeps(ctx, "tick", a, func() (bool, error) {
		err := p.node.Refresh(ctx)
		return p.node.Is(tree.Checked) == a.On, err
	})
}

func isBox(n *tree.Node) bool { return n.Role == "checkbox" || n.Role == "radio" || n.Role == "toggle" }

// keeps waits until a program has done what it was asked for, for a while.
func (s *Session) keeps(ctx context.Context, verb string, a act.Action, done func() (bool, error)) error {
	limited, cancel := context.WithTimeout(ctx, 2*settle)
	defer cancel()
	for try := 0; ; try++ {
		ok, err := done()
		if ok && err == nil {
			return nil
		}
		if !pause(limited, try) {
			if ctx.Err() != nil {
				return outcome(ctx, &obstacle{why: "busy"})
			}
			return fault.New(fault.Halted, "desktop."+verb, speech.Say("%s did not change", "%s hat sich nicht geändert", field.Name(a)))
		}
	}
}
