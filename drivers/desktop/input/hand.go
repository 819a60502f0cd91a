// SPDX-License-Identifier: EUPL-1.2

// Package input is the hand at keyboard and mouse. It presses what the keyboard
// of a display has and lends it what it lacks, one key after the other, and lets
// go of everything when it is told to stop, or when whoever told it is gone.
//
// The hand is a process of its own for every display: robotgo has one display
// per process, taken from its environment. The process is this same program,
// called with the argument Verb.
package input

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Verb is the only argument that the hand's process is called with.
const Verb = "desktop-hand"

// order is what the hand is told, one JSON object per line.
type order struct {
	Do   string `json:"do"` // lend, type, press, click
	Text string `json:"text,omitempty"`
	X    int    `json:"x,omitempty"`
	Y    int    `json:"y,omitempty"`
	// Double is a click that is made twice in quick succession.
	Double bool `json:"double,omitempty"`
	// Window is the one that has to have the focus, at the very moment of a key.
	Window uint32 `json:"window,omitempty"`
}

// report is what it answers to every order.
type report struct {
	Error     string `json:"error,omitempty"`
	Elsewhere bool   `json:"elsewhere,omitempty"`
}

// ErrElsewhere is the error of a key that would have reached another window; it
// was not pressed.
var ErrElsewhere = errors.New("another window has the focus")

// letGo is how long one order may still take when its time is over.
const letGo = time.Second

// Hand works one display.
type Hand struct {
	mu      sync.Mutex // one order at a time
	cmd     *exec.Cmd
	orders  io.WriteCloser
	reports chan report
}

// Start starts a hand in the environment of a display.
func Start(env []string) (*Hand, error) {
	if !built {
		return nil, notBuilt()
	}
	program, err := os.Executable()
	if err != nil {
		return nil, handFault(err)
	}
	h := &Hand{cmd: exec.Command(program, Verb), reports: make(chan report)}
	h.cmd.Env = env
	said, err := h.cmd.StdoutPipe()
	if err != nil {
		return nil, handFault(err)
	}
	if h.orders, err = h.cmd.StdinPipe(); err != nil {
		return nil, handFault(err)
	}
	if err := h.cmd.Start(); err != nil {
		return nil, handFault(err)
	}
	go h.listen(said)
	return h, nil
}

// listen hands on what the process reports, until it ends.
func (h *Hand) listen(said io.Reader) {
	defer close(h.reports)
	for lines := bufio.NewScanner(said); lines.Scan(); {
		var r report
		if json.Unmarshal(lines.Bytes(), &r) == nil {
			h.reports <- r
		}
	}
}

// Type types a text into a window, key by key. Before each of them it asks
// whether it may, and looks who has the focus: a window that comes up in the
// middle gets no key that was meant for another.
func (h *Hand) Type(ctx context.Context, window uint32, text string, may func() error) error {
	if err := h.do(ctx, order{Do: "lend", Text: text}); err != nil {
		return err
	}
	for _, letter := range text {
		if err := may(); err != nil {
			return err
		}
		if err := h.do(ctx, order{Do: "type", Text: string(letter), Window: window}); err != nil {
			return err
		}
	}
	return nil
}

// Press presses one key or shortcut in a window, such as Enter or Control+S.
func (h *Hand) Press(ctx context.Context, window uint32, key string) error {
	return h.do(ctx, order{Do: "press", Text: key, Window: window})
}

// Click moves the mouse to a point of the screen and clicks, or clicks twice.
func (h *Hand) Click(ctx context.Context, x, y int, double bool) error {
	return h.do(ctx, order{Do: "click", X: x, Y: y, Double: double})
}

// do gives one order and waits for its report. If the context ends before, the
// hand has let go all the same when do returns: no order holds a key for long.
func (h *Hand) do(ctx context.Context, o order) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := json.NewEncoder(h.orders).Encode(o); err != nil {
		return handFault(err)
	}
	select {
	case r, alive := <-h.reports:
		return outcome(r, alive)
	case <-ctx.Done():
	}
	select {
	case <-h.reports:
	case <-time.After(letGo):
		_ = h.cmd.Process.Kill()
		<-h.reports
	}
	return ctx.Err()
}

func outcome(r report, alive bool) error {
	switch {
	case !alive:
		return handFault(errors.New("it has ended"))
	case r.Elsewhere:
		return ErrElsewhere
	case r.Error != "":
		return handFault(errors.New(r.Error))
	}
	return nil
}

func handFault(err error) error {
	return fault.Wrap(fault.Technical, "desktop.input", speech.Say("keyboard and mouse do not obey", "Tastatur und Maus gehorchen nicht"), err).
		WithHint(speech.Say("is the display still there?", "ist die Anzeige noch da?"))
}

// Close lets go of everything and ends the hand. If its process was killed in
// the middle of a key, another one lets go.
func (h *Hand) Close() {
	h.orders.Close()
	for range h.reports {
	}
	if h.cmd.Wait() == nil {
		return
	}
	if again, err := Start(h.cmd.Env); err == nil {
		again.orders.Close()
		for range again.reports {
		}
		_ = again.cmd.Wait()
	}
}
