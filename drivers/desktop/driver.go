// SPDX-License-Identifier: EUPL-1.2

// Package desktop works the windows of programs by what they are: by role, name
// and label, never by where a dot was. It acts only when exactly one element is
// meant beyond doubt and its window is on top, through the element's own action
// or text where it has them, else with mouse and keys; and it reads back what it
// wrote.
package desktop

import (
	"context"
	"errors"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/display"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/input"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Driver starts programs on displays.
type Driver struct {
	Options display.Options
}

// Session is one program on a display, working one system.
type Session struct {
	at      scenarios.Location
	display *display.Display
	program *display.Program
	tree    *tree.Tree
	hand    *input.Hand // nil as long as nothing was typed or clicked

	main *tree.Node // the program's first window
	// known are the windows that a step has worked in.
	known map[uint32]bool
	// written are the texts and secrets that were typed: they are hidden in pictures.
	written []string
}

// Begin starts the system's program and waits for its first window.
func (d Driver) Begin(ctx context.Context, at scenarios.Location) (*Session, error) {
	if len(at.Program) == 0 {
		return nil, fault.New(fault.Usage, "desktop.program", speech.Say("the environment names no program for %s", "die Umgebung nennt kein Programm für %s", at.System)).
			WithHint(speech.Say("write program: [PATH, ARGUMENT] below the system", "schreiben Sie program: [PFAD, ARGUMENT] unter das System"))
	}
	s := &Session{at: at, known: map[uint32]bool{}}
	if err := s.begin(ctx, d.Options); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Session) begin(ctx context.Context, o display.Options) (err error) {
	if s.at.Display == scenarios.ClerkDisplay {
		s.display, err = display.Join(ctx)
	} else {
		s.display, err = display.Open(ctx, o)
	}
	if err != nil {
		return err
	}
	if s.tree, err = tree.Join(ctx, s.display.Bus()); err != nil {
		return err
	}
	if s.program, err = s.display.Start(s.at.Program); err != nil {
		return err
	}
	return s.firstWindow(ctx)
}

// Close ends the program and leaves nothing behind.
func (s *Session) Close() {
	if s.hand != nil {
		s.hand.Close()
	}
	if s.tree != nil {
		s.tree.Close()
	}
	if s.program != nil {
		s.program.Kill()
	}
	if s.display != nil {
		s.display.Close()
	}
}

// Process is the number of the program's process, for supervision.
func (s *Session) Process() int { return s.program.Process() }

// Do performs one action and reports what came of it.
func (s *Session) Do(ctx context.Context, a act.Action) (act.Effect, error) {
	ctx, done := s.watched(ctx)
	defer done()
	limited, cancel := context.WithTimeout(ctx, a.Within)
	defer cancel()
	effect, err := s.perform(limited, a)
	return effect, s.explain(ctx, err)
}

func (s *Session) perform(ctx context.Context, a act.Action) (act.Effect, error) {
	switch a.Verb {
	case act.Dialog:
		return s.dialog(ctx, *a.Answer)
	case act.Fill:
		return s.fill(ctx, a)
	case act.Click:
		return s.click(ctx, a)
	case act.Tick:
		return s.tick(ctx, a)
	case act.Choose:
		return s.choose(ctx, a)
	case act.Press:
		return s.press(ctx, a)
	case act.Read:
		return s.read(ctx, a)
	}
	return act.Effect{}, fault.New(fault.Usage, "desktop."+string(a.Verb), speech.Say("a desktop program cannot %s", "ein Programm am Schreibtisch kann nicht „%s“", a.Verb))
}

// errLost ends whatever waits when the display or the program is lost.
var errLost = errors.New("lost")

// watched ends with the display and the program, too: nothing waits for what
// cannot come any more.
func (s *Session) watched(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	go func() {
		select {
		case <-s.display.Lost():
			cancel(errLost)
		case <-s.program.Ended():
			cancel(errLost)
		case <-ctx.Done():
		}
	}()
	return ctx, func() { cancel(nil) }
}

// explain says what was lost, where something was.
func (s *Session) explain(ctx context.Context, err error) error {
	switch {
	case err == nil || !errors.Is(context.Cause(ctx), errLost):
		return err
	case s.display.Err() != nil:
		return s.display.Err()
	}
	return ended(s.program)
}

func ended(p *display.Program) error {
	f := fault.New(fault.Technical, "desktop.program", speech.Say("the program has ended: %s", "das Programm ist beendet: %s", p.Said())).Guard()
	return f.WithHint(speech.Say("does it start by hand, with the same arguments?", "startet es von Hand mit denselben Argumenten?"))
}
