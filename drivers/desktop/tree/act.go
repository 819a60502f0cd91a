// SPDX-License-Identifier: EUPL-1.2

package tree

import (
	"context"
	"errors"

	"github.com/godbus/dbus/v5"
)

// ErrRefused is the error of a program that does not do what it is asked.
var ErrRefused = errors.New("the program refused")

// done asks for something that is answered with yes or no.
func (n *Node) done(ctx context.Context, method string, args ...any) error {
	var ok bool
	if err := n.tree.call(ctx, n.at, &ok, method, args...); err != nil {
		return err
	}
	if !ok {
		return ErrRefused
	}
	return nil
}

// SetText puts a text into a field, in place of what it holds.
func (n *Node) SetText(ctx context.Context, s string) error {
	return n.done(ctx, editableText+"SetTextContents", s)
}

// Focus gives the keys to a node.
func (n *Node) Focus(ctx context.Context) error { return n.done(ctx, component+"GrabFocus") }

// Select chooses one child of a list by its place.
func (n *Node) Select(ctx context.Context, child int) error {
	return n.done(ctx, selection+"SelectChild", int32(child))
}

// Chosen are the children of a list that are selected, by their names.
func (n *Node) Chosen(ctx context.Context) ([]string, error) {
	var count dbus.Variant
	if err := n.tree.call(ctx, n.at, &count, get, "org.a11y.atspi.Selection", "NSelectedChildren"); err != nil {
		return nil, err
	}
	number, _ := count.Value().(int32)
	var out []string
	for i := range min(number, mostChildren) {
		var at ref
		if err := n.tree.call(ctx, n.at, &at, selection+"GetSelectedChild", i); err != nil {
			return nil, err
		}
		var name dbus.Variant
		if err := n.tree.call(ctx, at, &name, get, "org.a11y.atspi.Accessible", "Name"); err != nil {
			return nil, err
		}
		out = append(out, tidy(word(name)))
	}
	return out, nil
}
