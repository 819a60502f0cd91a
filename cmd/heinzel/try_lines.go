// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bufio"
	"context"
	"io"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// lines are what a person types, one after the other. A read that nobody waits
// for any more stays where it is: it ends with the program.
type lines struct {
	in      *bufio.Reader
	typed   chan typed
	reading bool
}

// typed is one line, or why there is none.
type typed struct {
	text string
	err  error
}

func readLines(in io.Reader) *lines {
	return &lines{in: bufio.NewReader(in), typed: make(chan typed, 1)}
}

// next waits for a line.
func (l *lines) next(ctx context.Context) (string, error) {
	if !l.reading {
		l.reading = true
		go func() {
			text, err := l.in.ReadString('\n')
			if err == io.EOF && text != "" {
				err = nil
			}
			l.typed <- typed{strings.TrimSpace(text), err}
		}()
	}
	select {
	case t := <-l.typed:
		l.reading = false
		if t.err != nil {
			return "", fault.Wrap(fault.Halted, "try.read", speech.Say("nobody is here to press Enter", "niemand ist da, der die Eingabetaste drückt"), t.err).
				WithHint(speech.Say("start it from a terminal", "starten Sie es von einem Terminal aus"))
		}
		return t.text, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// enter waits for a line, whatever it says.
func (l *lines) enter(ctx context.Context) error {
	_, err := l.next(ctx)
	return err
}
