// SPDX-License-Identifier: EUPL-1.2

// Package host works the applications of mainframes: 3270 screens over Telnet
// (TN3270), encrypted or not. It acts only on the screen that is meant and on
// the one element that is meant beyond doubt, types nothing that the host's
// code page or the field cannot hold, and reads back what it typed.
package host

import (
	"context"
	"errors"
	"net/url"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/access"
	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/host/s3270"
	"github.com/heinzel-rpa/heinzel/drivers/host/screen"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Driver starts terminals.
type Driver struct {
	// Secrets are what a system's access asks for; nil where none does.
	Secrets access.Secrets
}

// Session is one terminal, connected to one host.
type Session struct {
	terminal *s3270.Terminal
	line     *line
	page     codePage
	address  string
	// written are the texts and secrets that were typed: they are hidden.
	written []string
	// last is the screen that was typed on since a key was sent; nil is none.
	last *scenarios.Screen
}

// Begin starts a terminal and waits for the host's first screen.
func (d Driver) Begin(ctx context.Context, at scenarios.Location) (*Session, error) {
	u, err := url.Parse(at.Address)
	if err != nil {
		return nil, err
	}
	page, err := codePageOf(u.Query().Get("codepage"))
	if err != nil {
		return nil, err
	}
	program, err := s3270.Find()
	if err != nil {
		return nil, err
	}
	line, err := d.open(ctx, u, at)
	if err != nil {
		return nil, err
	}
	t, err := s3270.Start(program, page.name)
	if err != nil {
		line.close()
		return nil, fault.Wrap(fault.Technical, "host.start", speech.Say("the terminal emulator does not start", "der Terminalemulator startet nicht"), err)
	}
	s := &Session{terminal: t, line: line, page: page, address: u.Host}
	if err := s.connect(ctx); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// connect waits until the host shows a screen and takes keys.
func (s *Session) connect(ctx context.Context) error {
	if _, err := s.terminal.Do(ctx, "Connect(\""+s.line.address()+"\")"); isOverdue(err) {
		return s.outcome(locked())
	} else if err != nil {
		return s.lost(ctx, err)
	}
	for try := 0; ; try++ {
		shown, err := s.now(ctx)
		if isOverdue(err) {
			return s.outcome(locked())
		}
		if err != nil {
			return err
		}
		if !shown.locked && !shown.Blank() {
			return nil
		}
		if !pause(ctx, try) {
			return s.timeUp(ctx, locked())
		}
	}
}

// Close ends the terminal and its connection.
func (s *Session) Close() {
	s.terminal.Close()
	s.line.close()
}

// Process is the id of the terminal's process, for supervision.
func (s *Session) Process() int { return s.terminal.Process() }

// Do performs one action and reports what came of it.
func (s *Session) Do(ctx context.Context, a act.Action) (act.Effect, error) {
	ctx, cancel := context.WithTimeout(ctx, a.Within)
	defer cancel()
	effect, err := s.perform(ctx, a)
	if isOverdue(err) {
		err = s.outcome(locked())
	}
	return effect, err
}

func (s *Session) perform(ctx context.Context, a act.Action) (act.Effect, error) {
	switch a.Verb {
	case act.Fill:
		return s.fill(ctx, a)
	case act.Choose:
		return s.choose(ctx, a)
	case act.Tick:
		return s.tick(ctx, a)
	case act.Click:
		return s.click(ctx, a)
	case act.Press:
		return s.press(ctx, a)
	case act.Read:
		return s.read(ctx, a)
	}
	return act.Effect{}, fault.New(fault.Usage, "host."+string(a.Verb), speech.Say("a terminal cannot %s", "ein Terminal kann nicht „%s“", a.Verb))
}

// Tidy frees the keyboard after an operator error.
func (s *Session) Tidy(ctx context.Context) error {
	s.last = nil
	_, err := s.command(ctx, "Reset()")
	return err
}

// shown is what the terminal shows at one moment.
type shown struct {
	*screen.Screen
	locked bool
}

// now asks the terminal what it shows.
func (s *Session) now(ctx context.Context) (shown, error) {
	a, err := s.command(ctx, "ReadBuffer(Unicode)")
	if err != nil {
		return shown{}, err
	}
	parsed, err := screen.Parse(a.Status.Rows, a.Status.Columns, a.Data)
	if err != nil {
		return shown{}, fault.Wrap(fault.Technical, "host.screen", speech.Say("the terminal's answer is not understood", "die Antwort des Terminals ist nicht zu verstehen"), err)
	}
	return shown{parsed, a.Status.Locked}, nil
}

// command gives one command to a terminal that must be connected.
func (s *Session) command(ctx context.Context, command string) (s3270.Answer, error) {
	a, err := s.terminal.Do(ctx, command)
	if err != nil && ctx.Err() != nil {
		return a, ctx.Err() // the time is up, which says nothing about the connection
	}
	if _, refused := errors.AsType[s3270.Refusal](err); !refused && err != nil || !a.Status.Connected {
		return a, s.lost(ctx, err)
	}
	return a, err
}

// isOverdue reports whether the time was up in the middle of a command.
func isOverdue(err error) bool { return errors.Is(err, context.DeadlineExceeded) }

// lost is the fault of a connection, or a terminal, that is no more.
func (s *Session) lost(ctx context.Context, err error) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return ctx.Err()
	}
	return fault.Wrap(fault.Technical, "host.connection", speech.Say("the connection to %s has ended", "die Verbindung zu %s ist beendet", s.address), err).
		WithHint(speech.Say("is the host running? A new session is opened when the case is tried again", "läuft der Host? Beim nächsten Versuch wird eine neue Sitzung geöffnet"))
}

func name(a act.Action) string { return strings.TrimPrefix(a.Screen.Name+"/"+a.Element.Name, "/") }
