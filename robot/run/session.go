// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"context"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// goodbye bounds a log-out: nothing depends on it any more.
const goodbye = 5 * time.Second

func (w *work) session(system string) Session {
	if s := w.own[system]; s != nil {
		return s
	}
	return w.open[system]
}

// enter gives the session of the block's system, opened and logged in.
func (w *work) enter(ctx context.Context) (Session, error) {
	sys := w.system
	if s := w.session(sys.Name); s != nil {
		return s, nil
	}
	begin := w.crew.Drivers[sys.Kind]
	if begin == nil {
		return nil, fault.New(fault.Usage, "run.session", speech.Say("there is no driver for systems of kind %q", "es gibt keinen Treiber für Systeme der Art „%s“", sys.Kind))
	}
	at := w.plan.Environment().Location(sys.Name)
	limited, cancel := context.WithTimeout(ctx, 4*w.plan.Environment().Limits.Answer)
	defer cancel()
	if err := w.accessUsed(at); err != nil {
		return nil, err
	}
	s, err := begin(limited, *at)
	if err != nil {
		return nil, err
	}
	if sys.Session == scenarios.PerOrder {
		w.open[sys.Name] = s
	} else {
		w.own[sys.Name] = s
	}
	return s, w.logIn(ctx, sys)
}

// accessUsed records the secrets that the way to a system uses, by their names.
func (w *work) accessUsed(at *scenarios.Location) error {
	for _, name := range at.Access.Secrets() {
		if err := w.note(journal.Event{Kind: journal.Secret, About: map[string]string{"name": name, aboutSystem: at.System}}); err != nil {
			return err
		}
	}
	return nil
}

// logIn performs the system's own steps. What fails there closes the session:
// nobody works in a half-open one.
func (w *work) logIn(ctx context.Context, sys *scenarios.System) error {
	at, before := w.at, w.past
	w.past = &past{}
	err := w.steps(ctx, sys.LogIn)
	w.past = before
	if err != nil {
		w.drop(sys.Name)
		return err
	}
	w.at = at
	return nil
}

// drop ends a session without a word.
func (w *work) drop(system string) {
	if s := w.session(system); s != nil {
		s.Close()
	}
	delete(w.own, system)
	delete(w.open, system)
}

// leave logs out and ends a session. A log-out that fails is no fault of the
// case: its work is done.
func (w *work) leave(ctx context.Context, system string) {
	ctx, cancel := context.WithTimeout(ctx, goodbye)
	defer cancel()
	if s := w.session(system); s != nil && s.Tidy(ctx) == nil {
		outer, past0 := w.system, w.past
		w.system, w.past = w.plan.Scenario().System(system), &past{}
		_ = w.steps(ctx, w.system.LogOut)
		w.system, w.past = outer, past0
	}
	w.drop(system)
}

// wearing is a session that wears out: a browser that has worked many cases.
type wearing interface {
	Worn() bool
}

// dismiss ends the sessions of the case. After a fault those of the order end
// too, as do those that are worn out: the next case finds a clean desk.
func (w *work) dismiss(ctx context.Context, err error) {
	at := w.at
	for name := range w.own {
		w.leave(ctx, name)
	}
	for name, s := range w.open {
		old, wears := s.(wearing)
		if err != nil || s.Tidy(ctx) != nil || wears && old.Worn() {
			w.leave(ctx, name)
		}
	}
	w.at = at
}
