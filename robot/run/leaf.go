// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"context"
	"errors"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// atOnce is the patience of a look that only notes what is so right now.
const atOnce = act.AtOnce

// leaf performs a step that holds no other steps.
func (w *work) leaf(ctx context.Context, s *scenarios.Step) error {
	switch a := s.Act.(type) {
	case *scenarios.Commit:
		return w.commit(ctx, s, a)
	case *scenarios.Decide:
		return w.decide(s, a)
	case *scenarios.Set:
		v, err := w.plan.Value(a.With, w.vars)
		if err != nil {
			return err
		}
		return w.keep(s, journal.Result, a.Into, v, nil)
	case *scenarios.Holds:
		return w.holds(a.That)
	case *scenarios.Ask:
		return w.ask(ctx, s, a)
	case *scenarios.Stop:
		return w.stop(a)
	}
	session, err := w.enter(ctx)
	if err != nil {
		return err
	}
	return w.inSystem(ctx, s, session)
}

// inSystem performs a step that touches a system, and records it.
func (w *work) inSystem(ctx context.Context, s *scenarios.Step, session Session) error {
	switch a := s.Act.(type) {
	case *scenarios.Wait:
		return w.wait(ctx, s, session, a)
	case *scenarios.Expect:
		return w.expect(ctx, s, a.That, 0)
	case *scenarios.Look:
		shown, err := w.look(ctx, session, a.At, atOnce)
		if err != nil {
			return err
		}
		return w.keep(s, journal.Read, a.Into, value.NewBoolean(shown), nil)
	case *scenarios.Request:
		return w.request(ctx, s, session, a)
	}
	action, err := w.action(s)
	if err != nil {
		return err
	}
	effect, err := session.Do(ctx, action)
	w.did(action, effect)
	if err != nil {
		return err
	}
	switch a := s.Act.(type) {
	case *scenarios.Read:
		return w.read(s, a, effect)
	case *scenarios.Download:
		return w.keepFile(s, a.Into, effect)
	case *scenarios.Print:
		return w.keepFile(s, a.Into, effect)
	}
	return w.note(journal.Event{Kind: journal.Result, Step: w.key(s), ID: s.ID, About: w.about(s, effect)})
}

func (w *work) read(s *scenarios.Step, a *scenarios.Read, effect act.Effect) error {
	v, err := value.Parse(a.Type, effect.Value)
	if err != nil {
		return fault.Wrap(fault.Halted, "run.read", speech.Say("%s shows no %s", "%s zeigt keinen Wert vom Typ %s", a.Target, a.Type.Kind.Label()), problem(err))
	}
	return w.keep(s, journal.Read, a.Into, v, w.about(s, effect))
}

// problem keeps the wording of a value that cannot be parsed, in both
// languages.
func problem(err error) error {
	if p, ok := errors.AsType[*value.Problem](err); ok {
		return fault.New(fault.Halted, "value.parse", p.Text).Guard()
	}
	return err
}

// keep puts a value into a variable and into the journal.
func (w *work) keep(s *scenarios.Step, kind journal.Kind, name string, v value.Value, about map[string]string) error {
	w.vars[name] = v
	return w.note(journal.Event{Kind: kind, Step: w.key(s), ID: s.ID, About: about, Values: map[string]value.Value{name: v}})
}

func (w *work) about(s *scenarios.Step, e act.Effect) map[string]string {
	about := map[string]string{"verb": s.Act.Verb(), aboutSystem: w.system.Name}
	if e.Found != "" {
		about["found"] = e.Found
	}
	if e.Moved {
		about["moved"] = "yes"
	}
	return about
}

func (w *work) note(e journal.Event) error { return w.log.Note(e) }

func (w *work) within(s *scenarios.Step) time.Duration {
	if s.Within > 0 {
		return s.Within
	}
	return w.plan.Environment().Limits.Answer
}

func (w *work) holds(o scenarios.Operand) error {
	yes, err := w.plan.Holds(o, w.vars)
	if err == nil && !yes {
		err = fault.New(fault.Halted, "run.holds", speech.Say("it does not hold that %s", "es gilt nicht: %s", o.Text))
	}
	return err
}

func (w *work) stop(a *scenarios.Stop) error {
	if !a.Business {
		return &stopped{}
	}
	v, err := w.plan.Value(a.Because, w.vars)
	if err != nil {
		return err
	}
	f := fault.New(fault.Business, "run.stop", speech.Same(v.String()))
	f.Private = a.Because.IsExpr
	return f
}

// ask puts a question to a person, or lets the case wait for one.
func (w *work) ask(ctx context.Context, s *scenarios.Step, a *scenarios.Ask) error {
	if w.crew.Ask == nil {
		err := fault.New(fault.Halted, "run.ask", speech.Same(a.Question)).
			WithHint(speech.Say("start it from a terminal to answer", "starten Sie von einem Terminal aus, um zu antworten"))
		if logErr := w.log.Wait(journal.Event{Kind: journal.Question, ID: s.ID, Fault: err, Step: w.key(s)}); logErr != nil {
			return logErr
		}
		return &waiting{err}
	}
	answer, err := w.crew.Ask(ctx, a.Question, a.Answers)
	if err != nil {
		return err
	}
	return w.keep(s, journal.Answer, a.Into, value.NewText(answer), nil)
}
