// SPDX-License-Identifier: EUPL-1.2

package tree

import (
	"context"
	"image"

	"github.com/godbus/dbus/v5"
)

// Refresh reads the states and the name of a node anew.
func (n *Node) Refresh(ctx context.Context) error {
	state, name := n.tree.ask(n.at, accessible+"GetState"), n.tree.ask(n.at, get, "org.a11y.atspi.Accessible", "Name")
	var bits []uint32
	var called dbus.Variant
	if err := answer(ctx, state, &bits); err != nil {
		return err
	}
	if err := answer(ctx, name, &called); err != nil {
		return err
	}
	n.states, n.Name = states(bits), tidy(word(called))
	if n.Is(Defunct) {
		return ErrGone
	}
	return nil
}

// Boxes are where nodes are on the screen; empty where one is not shown.
func Boxes(ctx context.Context, nodes []*Node) ([]image.Rectangle, error) {
	calls := make([]*dbus.Call, len(nodes))
	for i, n := range nodes {
		if n.Has("Component") {
			calls[i] = n.tree.ask(n.at, component+"GetExtents", uint32(0))
		}
	}
	out := make([]image.Rectangle, len(nodes))
	for i, call := range calls {
		var box struct{ X, Y, Width, Height int32 }
		if call == nil {
			continue
		}
		if err := answer(ctx, call, &box); err != nil && ctx.Err() != nil {
			return nil, ctx.Err()
		} else if err == nil && box.Width > 1 && box.X > -1<<16 {
			out[i] = image.Rect(int(box.X), int(box.Y), int(box.X+box.Width), int(box.Y+box.Height))
		}
	}
	return out, nil
}

// Labels are the nodes that this one is the label of, by their program's word.
func (n *Node) Labels(ctx context.Context, among []*Node) ([]*Node, error) {
	const labelFor = 1
	var relations []struct {
		Kind    uint32
		Targets []ref
	}
	if err := n.tree.call(ctx, n.at, &relations, accessible+"GetRelationSet"); err != nil {
		return nil, err
	}
	var out []*Node
	for _, r := range relations {
		for _, at := range r.Targets {
			for _, other := range among {
				if r.Kind == labelFor && other.at == at {
					out = append(out, other)
				}
			}
		}
	}
	return out, nil
}

// IDs are the names that programmers gave to nodes; empty where they gave none.
func IDs(ctx context.Context, nodes []*Node) ([]string, error) {
	calls := make([]*dbus.Call, len(nodes))
	for i, n := range nodes {
		calls[i] = n.tree.ask(n.at, get, "org.a11y.atspi.Accessible", "AccessibleId")
	}
	out := make([]string, len(nodes))
	for i, call := range calls {
		var id dbus.Variant
		if err := answer(ctx, call, &id); err != nil && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		out[i] = word(id)
	}
	return out, nil
}

// Text is what a field holds, and what a node that is only read shows.
func (n *Node) Text(ctx context.Context) (string, error) {
	if !n.Has("Text") {
		return n.Name, nil
	}
	var s string
	err := n.tree.call(ctx, n.at, &s, text+"GetText", int32(0), int32(-1))
	return s, err
}
