// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"context"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Guide goes along while a person tries a scenario, step by step. A case that
// is guided is not tried again after a technical fault: a person watches.
type Guide interface {
	// Here waits until a person has brought the application to the step that the
	// case begins at.
	Here(context.Context, *scenarios.Step, Session) error
	// Before waits until a step may begin.
	Before(context.Context, *scenarios.Step) error
	// Allow says whether an irreversible step may be done.
	Allow(context.Context, *scenarios.Step) (bool, error)
	// After hears how a step ended that holds no others.
	After(context.Context, Ended)
}

// Stretch is the part of a scenario that is tried; the zero stretch is all of
// it.
type Stretch struct {
	// From is the step that it begins at, Until the one after which it ends.
	From, Until *scenarios.Step
	// Known are values that the steps before From would have brought.
	Known map[string]value.Value
}

// Ended is how a step ended.
type Ended struct {
	Step *scenarios.Step
	How  How
	// Action is what was asked of the session last, and Effect what came of it.
	Action  act.Action
	Effect  act.Effect
	Session Session // nil where the step needs no system
	Err     error
}

// How is in which way a step ended.
type How string

// The ways a step ends.
const (
	WasDone   How = "done"
	LeftOut   How = "left out"   // nobody allowed it
	NotNeeded How = "not needed" // everything was already as it should be
	Failed    How = "failed"
)

// guided is what a guided case knows beyond an ordinary one. The zero value is
// a case that nobody goes along with.
type guided struct {
	Guide
	Stretch
	ahead bool  // the case has not come to From
	due   bool  // a person has yet to bring the application to From
	last  Ended // of the step at hand
}

func (r *Robot) guided() guided {
	return guided{Guide: r.crew.Guide, Stretch: r.crew.Stretch, ahead: r.crew.Guide != nil && r.crew.Stretch.From != nil}
}

// begins reports whether a step is performed. Before From only those are that
// lead there, or compute what a person could not type.
func (w *work) begins(ctx context.Context, s *scenarios.Step) (bool, error) {
	g := &w.guide
	if g.Guide == nil {
		return true, nil
	}
	g.last = Ended{Step: s, How: WasDone}
	if g.ahead && s == g.From {
		g.ahead, g.due = false, true
	}
	if g.ahead {
		return holds(s, g.From) || s.Computes(), nil
	}
	if g.due && w.system != nil {
		g.due = false
		if err := w.arrive(ctx, s); err != nil {
			return false, err
		}
	}
	if w.system != nil && needsSession(s) {
		if _, err := w.enter(ctx); err != nil {
			return false, err
		}
		g.last = Ended{Step: s, How: WasDone} // a log-in is told before the step that needs it
	}
	return true, g.Before(ctx, s)
}

// needsSession reports whether a step surely works in its system.
func needsSession(s *scenarios.Step) bool {
	switch s.Act.(type) {
	case *scenarios.Holds, *scenarios.Ask, *scenarios.Stop, *scenarios.Commit:
		return false
	}
	return len(scenarios.Branches(s.Act)) == 0 && !s.Computes()
}

// arrive opens the system, and waits until it shows what the steps before would
// have led to.
func (w *work) arrive(ctx context.Context, s *scenarios.Step) error {
	session, err := w.enter(ctx)
	if err != nil {
		return err
	}
	return w.guide.Here(ctx, s, session)
}

// ended tells how a step ended, and ends the case after Until.
func (w *work) ended(ctx context.Context, s *scenarios.Step, err error) error {
	g := &w.guide
	if g.Guide == nil || g.ahead {
		return err
	}
	if len(scenarios.Branches(s.Act)) == 0 || isCommit(s) {
		g.last.Step, g.last.Err = s, err
		if w.system != nil {
			g.last.Session = w.session(w.system.Name)
		}
		if err != nil {
			g.last.How = Failed
		}
		if _, stops := err.(*stopped); !stops && ctx.Err() == nil {
			g.After(ctx, g.last)
		}
	}
	if err == nil && s == g.Until {
		return &stopped{}
	}
	return err
}

func isCommit(s *scenarios.Step) bool {
	_, is := s.Act.(*scenarios.Commit)
	return is
}

// allowed asks whether an irreversible step may be done.
func (w *work) allowed(ctx context.Context, s *scenarios.Step) (bool, error) {
	if w.guide.Guide == nil {
		return true, nil
	}
	yes, err := w.guide.Allow(ctx, s)
	if !yes {
		w.guide.last.How = LeftOut
	}
	return yes, err
}

// did notes what was asked of a session, and what came of it.
func (w *work) did(a act.Action, e act.Effect) { w.guide.last.Action, w.guide.last.Effect = a, e }

// toward is the branch of a step that leads to From, whatever its condition
// says: a person has chosen it. It is nil where the step begins as ever.
func (w *work) toward(s *scenarios.Step) *[]scenarios.Step {
	if !w.guide.ahead {
		return nil
	}
	switch s.Act.(type) {
	case *scenarios.When, *scenarios.Try, *scenarios.Either:
	default:
		return nil
	}
	for _, branch := range scenarios.Branches(s.Act) {
		found := false
		scenarios.Walk(*branch, func(inner *scenarios.Step) { found = found || inner == w.guide.From })
		if found {
			return branch
		}
	}
	return nil
}

// holds reports whether a step holds another one.
func holds(s, inner *scenarios.Step) bool {
	found := false
	for _, branch := range scenarios.Branches(s.Act) {
		scenarios.Walk(*branch, func(at *scenarios.Step) { found = found || at == inner })
	}
	return found
}
