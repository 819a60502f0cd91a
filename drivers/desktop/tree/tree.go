// SPDX-License-Identifier: EUPL-1.2

// Package tree sees windows as programs describe them to people who do not see:
// by role, name, state and text, through AT-SPI. What it gives is plain, so that
// another system's description (UI Automation) can stand behind it as well.
//
// A program's windows are read in one call where its toolkit has a cache of
// them, else step by step within bounds: a spreadsheet says that it has two
// thousand million children, and is never asked for them.
package tree

import (
	"context"
	"errors"
	"sync"

	"github.com/godbus/dbus/v5"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// ErrGone is the error of what is asked of a node that is not there any more.
var ErrGone = errors.New("the element is gone")

// Tree is a connection to an accessibility bus.
type Tree struct {
	bus *dbus.Conn

	mu        sync.Mutex
	processes map[string]int // by the program's name on the bus
}

// The names of AT-SPI.
const (
	registry     = "org.a11y.atspi.Registry"
	root         = dbus.ObjectPath("/org/a11y/atspi/accessible/root")
	accessible   = "org.a11y.atspi.Accessible."
	component    = "org.a11y.atspi.Component."
	text         = "org.a11y.atspi.Text."
	editableText = "org.a11y.atspi.EditableText."
	selection    = "org.a11y.atspi.Selection."
	table        = "org.a11y.atspi.Table."
	get          = "org.freedesktop.DBus.Properties.Get"
)

// Join connects to the accessibility bus at an address. Programs keep a cache
// of their windows as soon as somebody listens for changes.
func Join(ctx context.Context, address string) (*Tree, error) {
	bus, err := dbus.Connect(address, dbus.WithContext(context.WithoutCancel(ctx)))
	if err != nil {
		return nil, lost(err)
	}
	t := &Tree{bus: bus, processes: map[string]int{}}
	call := bus.Object(registry, "/org/a11y/atspi/registry").CallWithContext(ctx, registry+".RegisterEvent", 0, "object:children-changed", []string{}, "")
	if call.Err != nil {
		t.Close()
		return nil, lost(call.Err)
	}
	return t, nil
}

// Close leaves the bus.
func (t *Tree) Close() { t.bus.Close() }

func lost(err error) error {
	return fault.Wrap(fault.Technical, "desktop.tree", speech.Say("the accessibility bus does not answer", "der Bus für Barrierefreiheit antwortet nicht"), err).
		WithHint(speech.Say("is at-spi2-core installed, and accessibility switched on?", "ist at-spi2-core installiert und die Barrierefreiheit eingeschaltet?"))
}

// ref is an object of a program.
type ref struct {
	Bus  string
	Path dbus.ObjectPath
}

// ask sends a call without waiting for its answer.
func (t *Tree) ask(to ref, method string, args ...any) *dbus.Call {
	return t.bus.Object(to.Bus, to.Path).Go(method, 0, make(chan *dbus.Call, 1), args...)
}

// answer waits for a call that was sent, and stores what it gave.
func answer(ctx context.Context, call *dbus.Call, out ...any) error {
	select {
	case <-call.Done:
	case <-ctx.Done():
		return ctx.Err()
	}
	if len(out) == 0 || call.Err != nil {
		return vanished(call.Err)
	}
	return vanished(call.Store(out...))
}

// call sends a call and waits for its answer.
func (t *Tree) call(ctx context.Context, to ref, out any, method string, args ...any) error {
	return answer(ctx, t.ask(to, method, args...), out)
}

// vanished recognises what is not there any more: a program that has left the
// bus, or an object that it does not know.
func vanished(err error) error {
	e, ok := errors.AsType[dbus.Error](err)
	if !ok {
		return err
	}
	switch e.Name {
	case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.UnknownObject", "org.freedesktop.DBus.Error.NoReply",
		"org.freedesktop.DBus.Error.UnknownMethod", "org.freedesktop.DBus.Error.NameHasNoOwner":
		return errors.Join(ErrGone, err)
	}
	return err
}
