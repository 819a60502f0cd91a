// SPDX-License-Identifier: EUPL-1.2

// Package display gives a robot a screen of its own: an X server that nobody
// else can join, a window manager, a message bus and an accessibility bus, all
// started here, watched as long as they live, and removed to the last process.
// What a killed robot left behind is swept by the next one. It can also join
// the display of the clerk who sits at it.
package display

import (
	"context"
	"slices"
	"sync"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/jezek/xgb"
)

// Options say where and how large displays are.
type Options struct {
	// Root is the folder that holds one folder per display; empty is Root().
	Root string
	// Width and Height are those of the screen; 0 is 1280 by 1024.
	Width, Height int
}

// Display is one screen with everything that programs on it need.
type Display struct {
	folder *folder // nil on the clerk's own display
	name   string  // ":7"
	cookie string
	env    []string
	a11y   string
	x      *xgb.Conn
	atoms  atoms

	mu      sync.Mutex
	parts   []*part
	closing bool
	cause   error
	lost    chan struct{}
	changes chan struct{} // of windows; one is as good as many
	pings   map[uint32]chan struct{}
	serial  uint32
	probe   window // never shown; the window manager is asked about it
}

// newDisplay has nothing on it yet.
func newDisplay() *Display {
	return &Display{lost: make(chan struct{}), changes: make(chan struct{}, 1), pings: map[uint32]chan struct{}{}}
}

// Open starts a display of its own. It is ready for programs, and a window
// manager has answered.
func Open(ctx context.Context, o Options) (*Display, error) {
	if o.Width == 0 || o.Height == 0 {
		o.Width, o.Height = 1280, 1024
	}
	f, err := newFolder(o.Root)
	if err != nil {
		return nil, err
	}
	d := newDisplay()
	d.folder = f
	if err := d.build(ctx, o); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

func (d *Display) build(ctx context.Context, o Options) error {
	for _, step := range []func(context.Context) error{
		func(ctx context.Context) error { return d.startServer(ctx, o.Width, o.Height) },
		d.startBus, d.startAccessibility, d.startManager,
	} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Env is the environment of programs on the display.
func (d *Display) Env() []string { return slices.Clone(d.env) }

// Bus is the address of the accessibility bus.
func (d *Display) Bus() string { return d.a11y }

// Lost is closed as soon as a part of the display has ended by itself.
func (d *Display) Lost() <-chan struct{} { return d.lost }

// Err says which part was lost; nil as long as all is well.
func (d *Display) Err() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.cause
}

// lose notes the first part that ended by itself.
func (d *Display) lose(name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closing || d.cause != nil {
		return
	}
	d.cause = fault.New(fault.Technical, "desktop.display", speech.Say("the display is lost: %s has ended", "die Anzeige ist verloren: %s ist beendet", name)).
		WithHint(speech.Say("the case starts again on a new display; if this happens often, is memory short?", "der Vorgang beginnt auf einer neuen Anzeige neu; geschieht das oft, fehlt vielleicht Speicher"))
	close(d.lost)
}

// Close ends everything on the display, and the display.
func (d *Display) Close() {
	d.mu.Lock()
	d.closing = true
	parts := slices.Clone(d.parts)
	d.mu.Unlock()
	if d.x != nil {
		d.x.Close()
	}
	for _, p := range slices.Backward(parts) {
		p.kill()
	}
	if d.folder != nil {
		d.folder.remove()
	}
	for _, p := range parts {
		<-p.done
	}
}
