// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/recorder/target"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// judge lets the recorded ways vote where they disagree; a clear winner is asked
// for in a second call, without one it is a doubt.
func (s *Session) judge(ctx context.Context, a act.Action, q question, p prepared) (prepared, error) {
	ballot := ballotOf(a.Element, p.answer)
	verdict := target.Judge(ballot)
	if verdict.Winner < 0 {
		doubt := act.NewDoubt(name(a), ballot, verdict.Rivals)
		for _, n := range p.answer.Near {
			doubt.Near = append(doubt.Near, act.Rival(n))
		}
		return p, &obstacle{doubt: doubt, answer: p.answer, screen: a.Screen}
	}
	if verdict.Moved {
		if err := s.confirm(ctx, a, p, ballot, verdict); err != nil {
			return p, err
		}
	}
	q.Pick, q.Describe = &verdict.Winner, &p.answer.Rivals[verdict.Winner]
	if err := p.frame.Call(ctx, "act", q, &p.answer); err != nil {
		return p, s.callError(err)
	}
	p.found, p.moved = verdict.Found, verdict.Moved
	return p, s.obstacle(a, p.answer)
}

func ballotOf(e *scenarios.Element, got answer) act.Ballot {
	b := act.Ballot{}
	for i, c := range e.Found {
		b.Ways = append(b.Ways, act.Vote{By: c.By, What: c.What, Matches: got.Ways[i]})
	}
	for _, r := range got.Rivals {
		b.Rivals = append(b.Rivals, act.Rival{Describe: r})
	}
	return b
}

func agreed(e *scenarios.Element) string {
	if len(e.Found) == 0 {
		return ""
	}
	return string(e.Found[0].By) + ": " + e.Found[0].What
}
