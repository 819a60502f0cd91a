// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/host/s3270"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// keyCommand is the terminal's command for a key, "" where there is no such
// key, and whether the key goes to the host.
func keyCommand(key string) (command string, sends bool) {
	switch key {
	case "Enter", "Clear":
		return key + "()", true
	case "PA1", "PA2", "PA3":
		return "PA(" + key[2:] + ")", true
	case "Tab", "BackTab", "Home":
		return key + "()", false
	}
	digits := strings.TrimPrefix(strings.TrimPrefix(key, "P"), "F")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > 24 || digits == key || digits != strconv.Itoa(n) {
		return "", false
	}
	return fmt.Sprintf("PF(%d)", n), true
}

// press presses a key: on an element, where the cursor goes first, or on the
// screen that was typed on last.
func (s *Session) press(ctx context.Context, a act.Action) (act.Effect, error) {
	command, sends := keyCommand(a.Text)
	if command == "" {
		return act.Effect{}, fault.New(fault.Usage, "host.press", speech.Say("there is no key %q", "es gibt keine Taste „%s“", a.Text)).
			WithHint(speech.Say("a terminal has Enter, PF1 to PF24, PA1 to PA3, Clear, Tab, BackTab and Home", "ein Terminal hat Enter, PF1 bis PF24, PA1 bis PA3, Clear, Tab, BackTab und Home"))
	}
	effect := act.Effect{}
	if a.Element == nil {
		if err := s.ready(ctx); err != nil {
			return effect, err
		}
	} else {
		m, err := s.meet(ctx, a)
		if err != nil {
			return effect, err
		}
		effect.Found, effect.Moved = m.found, m.moved
		if err := s.point(ctx, m); err != nil {
			return effect, err
		}
	}
	if !sends {
		effect.Touched = true
		_, err := s.command(ctx, command)
		return effect, err
	}
	touched, err := s.send(ctx, command)
	effect.Touched = touched
	return effect, err
}

// click presses the key that a screen offers by its legend, or Enter with the
// cursor in a field for writing.
func (s *Session) click(ctx context.Context, a act.Action) (act.Effect, error) {
	if a.Double {
		return act.Effect{}, fault.New(fault.Usage, "host.click", speech.Say("a terminal has no double click", "ein Terminal kennt keinen Doppelklick"))
	}
	m, err := s.meet(ctx, a)
	effect := act.Effect{Found: m.found, Moved: m.moved}
	if err != nil {
		return effect, err
	}
	key := "Enter"
	switch {
	case m.spot.Key != "":
		key = m.spot.Key
	case !m.spot.Input:
		return effect, blocked(a, speech.Say("%s is neither a key that the screen offers nor a field", "%s ist weder eine Taste, die die Maske anbietet, noch ein Feld", name(a)))
	default:
		if err := s.point(ctx, m); err != nil {
			return effect, err
		}
	}
	command, _ := keyCommand(key)
	effect.Touched, err = s.send(ctx, command)
	return effect, err
}

// point moves the cursor to an element.
func (s *Session) point(ctx context.Context, m met) error {
	_, err := s.command(ctx, fmt.Sprintf("MoveCursor(%d,%d)", m.spot.Row, m.spot.Column))
	return err
}

// ready waits until keys are taken, on the screen that was typed on.
func (s *Session) ready(ctx context.Context) error {
	var last error
	for try := 0; ; try++ {
		now, err := s.now(ctx)
		switch {
		case isOverdue(err) && last != nil:
			return s.timeUp(ctx, last)
		case err != nil:
			return err
		case now.locked:
			last = locked()
		case !recognised(now, s.last):
			last = &obstacle{elsewhere: s.last, now: now}
		default:
			return nil
		}
		if !pause(ctx, try) {
			return s.timeUp(ctx, last)
		}
	}
}

// send sends a key to the host and waits until it takes the next one. It is
// true as soon as the host may have felt the key.
func (s *Session) send(ctx context.Context, command string) (bool, error) {
	if err := ctx.Err(); err != nil {
		return false, s.timeUp(ctx, locked())
	}
	s.last = nil
	_, err := s.command(ctx, command)
	if _, refused := errors.AsType[s3270.Refusal](err); refused {
		return false, fault.Wrap(fault.Technical, "host.press", speech.Say("the terminal did not take the key", "das Terminal nahm die Taste nicht an"), err)
	}
	if err != nil {
		return true, err
	}
	for try := 0; ; try++ {
		now, err := s.now(ctx)
		if err != nil || !now.locked {
			return true, err
		}
		if !pause(ctx, try) {
			return true, s.timeUp(ctx, locked())
		}
	}
}
