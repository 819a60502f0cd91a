// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"context"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// look asks whether a condition is so, waiting at most patience for what must
// be seen on a screen.
func (w *work) look(ctx context.Context, session Session, c scenarios.Condition, patience time.Duration) (bool, error) {
	if c.Holds.Given {
		if yes, err := w.plan.Holds(c.Holds, w.vars); err != nil || !yes {
			return false, err
		}
	}
	if !c.OnScreen() {
		return true, nil
	}
	l := act.Look{Within: patience, HasText: c.Shows.Given}
	for to, from := range map[*string]scenarios.Operand{&l.Text: c.Text, &l.Gone: c.Gone, &l.Shows: c.Shows} {
		text, err := w.text(from)
		if err != nil {
			return false, err
		}
		*to = text
	}
	if c.Element != nil {
		l.Screen, l.Element = w.plan.Scenario().Elements[w.system.Name].Find(*c.Element)
		w.did(act.Action{Verb: act.Read, Screen: l.Screen, Element: l.Element, Within: patience}, act.Effect{})
	}
	return session.Look(ctx, l)
}

// expect stops the case where something is not as it must be. Status is that
// of an interface's answer.
func (w *work) expect(ctx context.Context, s *scenarios.Step, c scenarios.Condition, status int) error {
	if !c.Given {
		return nil
	}
	shown := c.Status == 0 || c.Status == status
	if shown {
		var session Session
		if c.OnScreen() {
			entered, err := w.enter(ctx)
			if err != nil {
				return err
			}
			session = entered
		}
		var err error
		if shown, err = w.look(ctx, session, c, w.within(s)); err != nil {
			return err
		}
	}
	if !shown {
		return w.notShown(c, status)
	}
	return w.note(journal.Event{Kind: journal.Result, ID: s.ID, Step: w.key(s), About: map[string]string{"verb": "expect"}})
}

func (w *work) wait(ctx context.Context, s *scenarios.Step, session Session, a *scenarios.Wait) error {
	shown, err := w.look(ctx, session, a.Until, w.within(s))
	if err != nil {
		return err
	}
	if !shown {
		return fault.New(fault.Technical, "run.wait", w.missing(a.Until, 0))
	}
	return nil
}

func (w *work) notShown(c scenarios.Condition, status int) error {
	return fault.New(fault.Halted, "run.expect", w.missing(c, status)).
		WithHint(speech.Say("look at the screen: what does it say instead?", "sehen Sie sich die Maske an: was steht dort stattdessen?"))
}

// missing says which part of a condition is not so.
func (w *work) missing(c scenarios.Condition, status int) speech.Text {
	switch {
	case c.Status != 0 && c.Status != status:
		return speech.Say("the interface answered %d instead of %d", "die Schnittstelle antwortete mit %d statt %d", status, c.Status)
	case c.Text.Given:
		return speech.Say("the screen does not show %q", "die Maske zeigt nicht „%s“", c.Text.Text)
	case c.Gone.Given:
		return speech.Say("the screen still shows %q", "die Maske zeigt noch „%s“", c.Gone.Text)
	case c.Element != nil && c.Shows.Given:
		return speech.Say("%s does not show %s", "%s zeigt nicht %s", c.Element, c.Shows.Text)
	case c.Element != nil:
		return speech.Say("%s is not there", "%s ist nicht da", c.Element)
	}
	return speech.Say("it does not hold that %s", "es gilt nicht: %s", c.Holds.Text)
}
