// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/drivers/field"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"golang.org/x/text/unicode/norm"
)

// tick gives a box the wanted state with a click, unless it has it already, and
// reads it back.
func (s *Session) tick(ctx context.Context, a act.Action) (act.Effect, error) {
	effect, p, err := s.hit(ctx, a)
	if err != nil || p.answer.Already {
		effect.Value = field.State(a.On)
		return effect, err
	}
	effect.Value, err = s.afterwards(ctx, a, p, field.State(a.On))
	if err == nil && effect.Value != field.State(a.On) {
		err = fault.New(fault.Halted, "browser.tick", speech.Say("%s did not change", "%s hat sich nicht geändert", name(a)))
	}
	return effect, err
}

// choose takes an entry of a list and reads back what is chosen then.
func (s *Session) choose(ctx context.Context, a act.Action) (act.Effect, error) {
	p, err := s.prepare(ctx, a)
	effect := act.Effect{Value: p.answer.Value, Found: p.found, Moved: p.moved}
	if err != nil {
		return effect, err
	}
	if p.answer.Suggests {
		return s.pick(ctx, a, p.frame)
	}
	effect.Value, err = s.afterwards(ctx, a, p, p.answer.Value)
	if err == nil && norm.NFC.String(effect.Value) != norm.NFC.String(p.answer.Value) {
		err = fault.New(fault.Halted, "browser.choose", speech.Say("%s does not keep what was chosen", "%s behält nicht, was gewählt wurde", name(a)))
	}
	return effect, err
}

// afterwards waits for what an action caused and reads what the element holds
// then: the page may have drawn it anew. Where the document was replaced, its
// last word was already as wanted.
func (s *Session) afterwards(ctx context.Context, a act.Action, p prepared, last string) (string, error) {
	if err := s.quiet(ctx); err != nil {
		return "", err
	}
	var got after
	err := p.frame.Call(ctx, "after", nil, &got)
	switch {
	case errors.Is(err, page.ErrGone):
		return last, nil
	case err != nil:
		return "", s.broken(ctx, err)
	case got.Gone:
		return s.again(ctx, a)
	}
	return got.Value, nil
}

// again finds an element anew and reads it.
func (s *Session) again(ctx context.Context, a act.Action) (string, error) {
	a.Verb = act.Read
	p, err := s.prepare(ctx, a)
	return p.answer.Value, err
}
