// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/recorder/target"
)

// Survey looks whether the element of an action can be found right now, and
// touches nothing.
func (s *Session) Survey(ctx context.Context, a act.Action) (act.Finding, error) {
	a.Verb = act.Read
	p, err := s.once(ctx, a, s.question(a))
	doubt, isDoubt := errors.AsType[*act.Doubt](faultOf(err))
	switch {
	case err == nil:
		return s.found(ctx, a, p)
	case !isDoubt:
		return act.Finding{}, s.outcome(ctx, err)
	}
	choice, sat, err := s.compare(ctx, a, p.frame, nil)
	if err != nil || choice.Index < 0 || !isComparable(a) || target.Twin(sat.Portraits, choice.Index) {
		return lost(doubt), nil
	}
	var now portrait
	if err := p.frame.Call(ctx, "portrait", choice.Index, &now); err != nil {
		return act.Finding{}, s.callError(err)
	}
	likely := s.suggest(ctx, a, p.frame, choice, now, sat.Portraits[choice.Index])
	doubt.Likely = &likely
	return act.Finding{State: act.Doubtful, Now: &likely, Doubt: doubt}, nil
}

// faultOf is the doubt of an obstacle.
func faultOf(err error) error {
	if o, ok := errors.AsType[*obstacle](err); ok && o.doubt != nil {
		return o.doubt
	}
	return err
}

// faint is the share of votes below which an element only stands where the
// recorded one stood.
const faint = 0.3

func lost(d *act.Doubt) act.Finding {
	if len(d.Rivals) > 0 && d.Rivals[0].Score >= faint {
		return act.Finding{State: act.Doubtful, Doubt: d}
	}
	return act.Finding{State: act.Missing, Doubt: d}
}

// found tells of an element that the ways lead to what it is today.
func (s *Session) found(ctx context.Context, a act.Action, p prepared) (act.Finding, error) {
	chosen := p.answer.Chosen
	choice, sat, err := s.compare(ctx, a, p.frame, &chosen)
	if err != nil || sat.Rival < 0 {
		return act.Finding{}, s.outcome(ctx, err)
	}
	var now portrait
	if err := p.frame.Call(ctx, "portrait", sat.Rival, &now); err != nil {
		return act.Finding{}, s.callError(err)
	}
	state := act.Certain
	if p.moved {
		state = act.Moved
	}
	is := s.proposal(a, choice, now, sat.Portraits[sat.Rival])
	return act.Finding{State: state, Now: &is}, nil
}
