// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// commit does the irreversible thing, once: the values are computed first,
// then the intent is on the disk, then the system is touched.
func (w *work) commit(ctx context.Context, s *scenarios.Step, a *scenarios.Commit) error {
	if w.crew.LookOnly {
		return w.pass(ctx, s, a)
	}
	if a.Unless.Given {
		needless, err := w.plan.Holds(a.Unless, w.vars)
		if err != nil {
			return err
		}
		if needless {
			w.unless++
			w.guide.last.How = NotNeeded
			return w.note(journal.Event{Kind: journal.Result, ID: s.ID, Step: w.key(s), About: map[string]string{aboutIntent: "not needed"}})
		}
	}
	if yes, err := w.allowed(ctx, s); err != nil || !yes {
		return err
	}
	session, err := w.enter(ctx)
	if err != nil {
		return err
	}
	action, err := w.commitAction(s, a)
	if err != nil {
		return err
	}
	return w.announce(ctx, s, a, session, action)
}

func (w *work) commitAction(s *scenarios.Step, a *scenarios.Commit) (act.Action, error) {
	if a.Request != nil {
		return w.call(s, a.Request, fmt.Sprintf("%s-%d-%s", w.order, w.number, w.key(s)))
	}
	action, err := w.onScreen(act.Click, s, *a.Target)
	action.Answer = answerOf(a.Dialog)
	return action, err
}

func (w *work) announce(ctx context.Context, s *scenarios.Step, a *scenarios.Commit, session Session, action act.Action) error {
	err := w.log.Intend(journal.Event{Kind: journal.Intent, Step: w.key(s), ID: s.ID, About: map[string]string{
		aboutBlock: w.block, aboutSystem: w.system.Name, "target": describe(a),
	}})
	if err != nil {
		return err
	}
	w.announced++
	began := time.Now()
	effect, err := session.Do(ctx, action)
	w.did(action, effect)
	if err == nil {
		err = w.afterwards(ctx, s, a, session, effect)
	}
	switch {
	case err == nil:
		return errors.Join(w.result(s, journal.Result, isDone, effect.Found), w.show(ctx, session))
	case ctx.Err() != nil:
		return err // whether it happened is settled when the case is resumed
	case !effect.Touched:
		return errors.Join(w.result(s, journal.Result, isNotDone, ""), err)
	}
	return w.inDoubt(ctx, s, a, began, w.explain(ctx, err))
}

func describe(a *scenarios.Commit) string {
	if a.Request != nil {
		return a.Request.Method + " " + a.Request.Path
	}
	return a.Target.String()
}

// afterwards takes what the answer brings and checks the expectation.
func (w *work) afterwards(ctx context.Context, s *scenarios.Step, a *scenarios.Commit, session Session, effect act.Effect) error {
	if a.Request != nil {
		if err := w.take(s, a.Request, effect); err != nil {
			return err
		}
		return w.expect(ctx, s, a.Request.Expect, effect.Status)
	}
	if !a.Expect.Given {
		return nil
	}
	shown, err := w.look(ctx, session, a.Expect, w.within(s))
	if err != nil || shown {
		return err
	}
	return w.notShown(a.Expect, 0)
}

// result records what became of an intent, durably.
func (w *work) result(s *scenarios.Step, kind journal.Kind, became, found string) error {
	about := map[string]string{aboutIntent: became}
	if found != "" {
		about["found"] = found
	}
	if became == isDone {
		w.commits = append(w.commits, s.ID)
	} else {
		w.announced--
	}
	return w.log.Intend(journal.Event{Kind: kind, Step: w.key(s), ID: s.ID, About: about})
}

// inDoubt settles an intent whose result is not known: its verification
// decides, or a person does.
func (w *work) inDoubt(ctx context.Context, s *scenarios.Step, a *scenarios.Commit, since time.Time, cause error) error {
	if err := w.log.Intend(journal.Event{Kind: journal.InDoubt, ID: s.ID, Fault: cause, Step: w.key(s)}); err != nil {
		return err
	}
	if a.ByPerson {
		return w.person(s, cause)
	}
	happened, err := w.verified(ctx, a, since)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return w.person(s, err)
	case happened:
		w.past.committed(w.block, w.key(s), s.ID)
		w.past.ids = w.past.ids[:len(w.past.ids)-1]
		return w.result(s, journal.Verified, isDone, "")
	}
	if err := w.result(s, journal.Verified, isNotDone, ""); err != nil || cause == nil {
		return err
	}
	return cause
}

// person lets the case wait for somebody who looks into the system.
func (w *work) person(s *scenarios.Step, cause error) error {
	err := inDoubtFault(s.ID, cause)
	if logErr := w.log.Wait(journal.Event{Kind: journal.Question, ID: s.ID, Fault: err, Step: w.key(s)}); logErr != nil {
		return logErr
	}
	return &waiting{err}
}

func inDoubtFault(id string, cause error) error {
	return fault.Wrap(fault.Halted, "run.commit", speech.Say("whether the step %s happened is in doubt", "ob der Schritt %s geschah, ist zweifelhaft", id), cause).
		WithHint(speech.Say("look into the system; then go on with --resume", "sehen Sie im Fachverfahren nach; danach geht es mit --resume weiter"))
}

func errNoStep(key string) error {
	return fault.New(fault.Usage, "run.resume", speech.Say("the scenario has no commit at step %s", "der Ablauf hat beim Schritt %s kein commit", key))
}

// verified asks the system, from a fresh session, whether the step happened.
// A no counts only when it still stands after the longest time that an answer
// may take: the system may have been at it when it was asked first.
func (w *work) verified(ctx context.Context, a *scenarios.Commit, since time.Time) (bool, error) {
	limits := w.plan.Environment().Limits
	for attempt := 0; ; attempt++ {
		asked := time.Now()
		happened, err := w.verify(ctx, a)
		late := asked.Sub(since) >= limits.Answer
		switch {
		case ctx.Err() != nil:
			return false, ctx.Err()
		case err == nil && (happened || late):
			return happened, nil
		case err == nil:
			attempt = -1
			err = pause(ctx, limits.Answer-time.Since(since))
		case fault.KindOf(err) == fault.Technical && attempt < limits.Retries:
			err = pause(ctx, limits.Pause<<attempt)
		}
		if err != nil {
			return false, err
		}
	}
}

// verify performs the reading steps once; the last one says yes or no.
func (w *work) verify(ctx context.Context, a *scenarios.Commit) (bool, error) {
	at, before := w.at, w.past
	w.past = &past{}
	defer func() { w.at, w.past = at, before }()
	w.drop(w.system.Name)
	steps := a.Verify
	last := len(steps) - 1
	if err := w.steps(ctx, steps[:last]); err != nil {
		return false, w.explain(ctx, err)
	}
	switch end := steps[last].Act.(type) {
	case *scenarios.Holds:
		return w.plan.Holds(end.That, w.vars)
	case *scenarios.Expect:
		session, err := w.enter(ctx)
		if err != nil {
			return false, err
		}
		return w.look(ctx, session, end.That, w.within(&steps[last]))
	}
	return false, errNoStep(steps[last].Number)
}

// pass looks at the element of an irreversible step and goes on without it.
func (w *work) pass(ctx context.Context, s *scenarios.Step, a *scenarios.Commit) error {
	if a.Target == nil {
		return nil
	}
	session, err := w.enter(ctx)
	if err != nil {
		return err
	}
	action, err := w.onScreen(act.Read, s, *a.Target)
	if err != nil {
		return err
	}
	_, err = session.Look(ctx, act.Look{Screen: action.Screen, Element: action.Element, Within: action.Within})
	return err
}
