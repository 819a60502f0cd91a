// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/recorder/heal"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// pointing is a session in whose windows a person can point at an element.
type pointing interface {
	Point(context.Context, act.Action) (act.Proposal, error)
}

// handed is a session whose windows a person can work in.
type handed interface {
	ByHand(ctx context.Context, while func(context.Context) error) error
}

// byHand lets a person work in the application as long as while lasts.
func (c *companion) byHand(ctx context.Context, s run.Session, while func(context.Context) error) error {
	if h, can := s.(handed); can && c.options.headful {
		return h.ByHand(ctx, while)
	}
	return while(ctx)
}

// offer lets a person point at the element that a step did not find.
func (c *companion) offer(ctx context.Context, e run.Ended) {
	s, can := e.Session.(pointing)
	if _, doubt := errors.AsType[*act.Doubt](e.Err); !doubt || !can || !c.person || !c.options.headful || e.Action.Element == nil {
		return
	}
	yes, err := c.asks(ctx, speech.Say("point at it again? [y/N]", "noch einmal darauf zeigen? [j/N]"))
	if err != nil || !yes {
		return
	}
	fmt.Fprintln(c.err, "         "+c.word("click the right element in the browser; Escape cancels", "klicken Sie im Browser auf das richtige Element; Escape bricht ab"))
	p, err := s.Point(ctx, e.Action)
	if err == nil {
		var kept heal.Proposal
		if kept, err = c.keep(p); err == nil {
			c.say(speech.Say("         kept as a proposal: heinzel heal approve %s", "         als Vorschlag festgehalten: heinzel heal approve %s", kept.ID))
			return
		}
	}
	c.explain(err)
}

// keeper keeps what a person points at as a proposal.
func (a *app) keeper(dir string) (func(act.Proposal) (heal.Proposal, error), error) {
	store, err := proposals()
	if err != nil {
		return nil, err
	}
	folder, err := filepath.Abs(dir)
	return func(p act.Proposal) (heal.Proposal, error) {
		kept, err := store.Keep(folder, p)
		if err == nil && kept.State != heal.Open {
			err = fault.New(fault.Usage, "try.point", speech.Say("the same proposal %s was decided before: %s", "über denselben Vorschlag %s wurde schon entschieden: %s", kept.ID, stateOf(kept.State)))
		}
		return kept, err
	}, err
}

// hold keeps the browser open where the case ends, for a person who looks at it.
func (c *companion) hold(ctx context.Context, e run.Ended) {
	if !c.person || !c.options.headful || e.Session == nil || e.Err == nil && e.Step != c.stretch.Until {
		return
	}
	fmt.Fprint(c.err, c.word("look at the application; Enter goes on ", "sehen Sie sich das Fachverfahren an; mit der Eingabetaste geht es weiter "))
	_ = c.byHand(ctx, e.Session, c.lines.enter) // nobody there is nobody who looks
}
