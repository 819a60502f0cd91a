// SPDX-License-Identifier: EUPL-1.2

package tree_test

import (
	"math"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/display"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
)

// object is one element of a program that this test plays: it has no cache, and
// a spreadsheet that must never be asked for all of its cells.
type object struct {
	path     dbus.ObjectPath
	name     string
	role     uint32
	count    int32
	children []string
	asked    *atomic.Int32
	bus      string
}

// ref is an object as it is sent.
type ref struct {
	Bus  string
	Path dbus.ObjectPath
}

// GetChildren counts how often it is asked.
func (o object) GetChildren() ([]ref, *dbus.Error) {
	o.asked.Add(1)
	out := []ref{}
	for _, c := range o.children {
		out = append(out, ref{o.bus, dbus.ObjectPath("/org/a11y/atspi/accessible/" + c)})
	}
	return out, nil
}

// GetRole is what it is.
func (o object) GetRole() (uint32, *dbus.Error) { return o.role, nil }

// GetState is shown and sensitive.
func (o object) GetState() ([]uint32, *dbus.Error) { return []uint32{1<<24 | 1<<25, 0}, nil }

// GetInterfaces has nothing special.
func (o object) GetInterfaces() ([]string, *dbus.Error) {
	return []string{"org.a11y.atspi.Accessible"}, nil
}

// GetAll are its properties.
func (o object) GetAll(string) (map[string]dbus.Variant, *dbus.Error) {
	return map[string]dbus.Variant{"Name": dbus.MakeVariant(o.name), "Description": dbus.MakeVariant(""), "ChildCount": dbus.MakeVariant(o.count)}, nil
}

// play puts objects on a bus, as a program does, and says hello to the registry.
func play(t *testing.T, address string, objects ...object) {
	t.Helper()
	bus, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { bus.Close() })
	for _, o := range objects {
		o.bus = bus.Names()[0]
		path := dbus.ObjectPath("/org/a11y/atspi/accessible/" + string(o.path))
		for _, as := range []string{"org.a11y.atspi.Accessible", "org.freedesktop.DBus.Properties"} {
			if err := bus.Export(o, path, as); err != nil {
				t.Fatal(err)
			}
		}
	}
	registry := bus.Object("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
	if err := registry.Call("org.a11y.atspi.Socket.Embed", 0, ref{bus.Names()[0], "/org/a11y/atspi/accessible/root"}).Err; err != nil {
		t.Fatal(err)
	}
}

// TestHugeNode: a spreadsheet of two thousand million cells is a table, and its
// cells are not asked for; what stands beside it is read.
func TestHugeNode(t *testing.T) {
	t.Parallel()
	d, err := display.Open(t.Context(), display.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	var asked, cells atomic.Int32
	many := object{path: "many", role: 39, count: 301, asked: &cells}
	for i := range 301 {
		many.children = append(many.children, strconv.Itoa(i))
	}
	play(t, d.Bus(),
		object{path: "root", name: "sheets", role: 75, count: 1, children: []string{"window"}, asked: &asked},
		object{path: "window", name: "Sheet", role: 23, count: 3, children: []string{"table", "many", "button"}, asked: &asked},
		object{path: "table", name: "cells", role: 55, count: math.MaxInt32, asked: &cells},
		many,
		object{path: "button", name: "Save", role: 43, asked: &asked},
	)
	joined, err := tree.Join(t.Context(), d.Bus())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(joined.Close)
	windows, err := joined.Windows(t.Context(), func(int) bool { return true })
	if err != nil || len(windows) != 1 {
		t.Fatalf("%v: %v", windows, err)
	}
	if all := windows[0].All(); len(all) != 4 || all[3].Name != "Save" || all[3].Path() != "button[1]" || !all[3].Is(tree.Showing) {
		t.Errorf("read %v", all)
	}
	if cells.Load() != 0 || asked.Load() != 2 {
		t.Errorf("asked for %d and %d lists of children", cells.Load(), asked.Load())
	}
}
