// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func (w *work) steps(ctx context.Context, steps []scenarios.Step) error {
	for i := range steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.step(ctx, &steps[i]); err != nil {
			return err
		}
	}
	return nil
}

// key names a step of this case for good: its number and, in loops, the round.
func (w *work) key(s *scenarios.Step) string { return s.Number + w.loop }

func (w *work) step(ctx context.Context, s *scenarios.Step) error {
	if w.crew.Tell != nil {
		w.crew.Tell(w.number, s)
	}
	if begins, err := w.begins(ctx, s); err != nil || !begins {
		return err
	}
	return w.ended(ctx, s, w.perform(ctx, s))
}

func (w *work) perform(ctx context.Context, s *scenarios.Step) error {
	if branch := w.toward(s); branch != nil {
		return w.steps(ctx, *branch)
	}
	switch a := s.Act.(type) {
	case *scenarios.In:
		return w.in(ctx, s, a)
	case *scenarios.When:
		return w.when(ctx, s, a)
	case *scenarios.ForEach:
		return w.forEach(ctx, s, a)
	case *scenarios.Try:
		return w.try(ctx, a)
	case *scenarios.Either:
		return w.either(ctx, s, a)
	}
	if w.past.skips(w.key(s)) {
		return nil
	}
	w.at = s
	err := w.leaf(ctx, s)
	if f, ok := errors.AsType[*fault.Fault](err); ok && f.Step == "" {
		f.Step = label(s)
	}
	return err
}

func label(s *scenarios.Step) string {
	if s.ID == "" {
		return s.Number
	}
	return s.Number + " (" + s.ID + ")"
}

func (w *work) when(ctx context.Context, s *scenarios.Step, a *scenarios.When) error {
	w.at = s
	yes, err := w.plan.Holds(a.If, w.vars)
	if err != nil {
		return err
	}
	if yes {
		return w.steps(ctx, a.Then)
	}
	return w.steps(ctx, a.Else)
}

func (w *work) forEach(ctx context.Context, s *scenarios.Step, a *scenarios.ForEach) error {
	w.at = s
	list, err := w.plan.Value(a.List, w.vars)
	if err != nil {
		return err
	}
	outer := w.loop
	defer func() { w.loop = outer }()
	for i, item := range list.Items() {
		w.vars[a.Name] = item
		w.loop = fmt.Sprintf("%s#%d", outer, i+1)
		if err := w.steps(ctx, a.Do); err != nil {
			return err
		}
	}
	return nil
}

// try recovers from technical faults, as long as nothing irreversible was
// announced inside.
func (w *work) try(ctx context.Context, a *scenarios.Try) error {
	before := w.announced
	err := w.steps(ctx, a.Do)
	if fault.KindOf(err) == fault.Technical && w.announced == before {
		return w.steps(ctx, a.Recover)
	}
	return err
}

// either tries its variants in order. The next one is tried only while nothing
// irreversible was announced; the journal says which was used and why.
func (w *work) either(ctx context.Context, s *scenarios.Step, a *scenarios.Either) error {
	before, saved := w.announced, maps.Clone(w.vars)
	first := w.past.variant(w.key(s))
	for i := first; i < len(a.Variants); i++ {
		if err := w.note(journal.Event{Kind: journal.Step, About: map[string]string{"variant": fmt.Sprint(i + 1)}}); err != nil {
			return err
		}
		err := w.steps(ctx, a.Variants[i])
		if err == nil {
			return w.expect(ctx, s, a.Expect, 0)
		}
		kind := fault.KindOf(err)
		if i == len(a.Variants)-1 || w.announced != before || kind != fault.Technical && kind != fault.Halted {
			return err
		}
		w.vars = maps.Clone(saved)
		if err := w.note(journal.Event{Kind: journal.Fault, Fault: err}); err != nil {
			return err
		}
	}
	return nil
}

// in performs the steps of a block in one system. The start of the block is
// the safe point: after a technical fault it begins again in a fresh session,
// as long as nothing irreversible was announced since.
func (w *work) in(ctx context.Context, s *scenarios.Step, a *scenarios.In) error {
	key := w.key(s)
	if w.past.blockDone(key) {
		return nil
	}
	w.system, w.block = w.plan.Scenario().System(a.System), key
	defer func() { w.system, w.block = nil, "" }()
	for attempt := 0; ; attempt++ {
		w.past.enter(key)
		before, saved := w.announced, maps.Clone(w.vars)
		err := w.steps(ctx, a.Do)
		if err == nil {
			return w.note(journal.Event{Kind: journal.Result, Step: key, About: map[string]string{aboutDone: isDone}})
		}
		err = w.explain(ctx, err)
		if fault.KindOf(err) != fault.Technical || w.announced != before || attempt >= w.retries() {
			return err
		}
		if err := w.again(ctx, attempt, err); err != nil {
			return err
		}
		w.vars = saved
	}
}

// retries are how often a block begins again after a technical fault. A person
// who watches sees what happens instead.
func (w *work) retries() int {
	if w.guide.Guide != nil {
		return 0
	}
	return w.plan.Environment().Limits.Retries
}

// again closes the system's session and waits a little, twice as long each
// time.
func (w *work) again(ctx context.Context, attempt int, cause error) error {
	if err := w.note(journal.Event{Kind: journal.Retry, Fault: cause, About: map[string]string{"system": w.system.Name}}); err != nil {
		return err
	}
	w.drop(w.system.Name)
	return pause(ctx, w.plan.Environment().Limits.Pause<<attempt)
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// explain finds out whether a fault comes from a lost log-in, which is
// technical and goes away in a fresh session.
func (w *work) explain(ctx context.Context, err error) error {
	kind := fault.KindOf(err)
	session := w.session(w.system.Name)
	if session == nil || !w.system.SignedOut.Given || kind != fault.Halted && kind != fault.Technical {
		return err
	}
	out, lookErr := w.look(ctx, session, w.system.SignedOut, atOnce)
	if lookErr != nil || !out {
		return err
	}
	return fault.Wrap(fault.Technical, "run.session", speech.Say("%s has logged the robot out", "%s hat den Roboter abgemeldet", w.system.Title), err)
}
