// SPDX-License-Identifier: EUPL-1.2

package tree

import (
	"context"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"
)

// The bounds of a walk: how many children of one node are read, how many
// nodes at all, and how deep.
const (
	mostChildren = 300
	mostNodes    = 5000
	mostDeep     = 60
)

// walk reads a program level by level; the calls of a level are sent together.
// What has more children than anybody sees at once is not gone into.
func (t *Tree) walk(ctx context.Context, program ref) ([]*Node, error) {
	top := &Node{tree: t, at: program}
	level, read := []*Node{top}, 0
	for deep := 0; len(level) > 0 && deep < mostDeep && read < mostNodes; deep++ {
		var next []*Node
		if err := t.describe(ctx, level); err != nil {
			return nil, err
		}
		calls := make([]*dbus.Call, len(level))
		for i, n := range level {
			if n.count > 0 && n.count <= mostChildren && !n.Is(ManagesDescendants) {
				calls[i] = t.ask(n.at, accessible+"GetChildren")
			}
		}
		for i, n := range level {
			next = append(next, n.adopt(ctx, calls[i])...)
		}
		read, level = read+len(next), next
	}
	for _, w := range top.Children {
		w.Parent = nil
	}
	return top.Children, ctx.Err()
}

// adopt takes the children that a node answered with; one that has gone has none.
func (n *Node) adopt(ctx context.Context, call *dbus.Call) []*Node {
	var children []ref
	if call == nil || answer(ctx, call, &children) != nil {
		return nil
	}
	for i, at := range children[:min(len(children), mostChildren)] {
		n.Children = append(n.Children, &Node{tree: n.tree, at: at, Parent: n, index: i})
	}
	return n.Children
}

// Ordered are the children of a node in the order in which the program counts
// them, which caches do not always know; none where there are more than anybody
// sees at once.
func (n *Node) Ordered(ctx context.Context) ([]*Node, error) {
	var count dbus.Variant
	if err := n.tree.call(ctx, n.at, &count, get, "org.a11y.atspi.Accessible", "ChildCount"); err != nil {
		return nil, err
	}
	if number, _ := count.Value().(int32); number > mostChildren {
		return nil, nil
	}
	var children []ref
	if err := n.tree.call(ctx, n.at, &children, accessible+"GetChildren"); err != nil {
		return nil, err
	}
	var out, unknown []*Node
	for i, at := range children {
		next := &Node{tree: n.tree, at: at, Parent: n, Process: n.Process, index: i}
		if known := slices.IndexFunc(n.Children, next.Same); known >= 0 {
			next = n.Children[known]
		} else {
			unknown = append(unknown, next)
		}
		out = append(out, next)
	}
	return out, n.tree.describe(ctx, unknown)
}

// describe asks what the nodes of a level are, all at once.
func (t *Tree) describe(ctx context.Context, level []*Node) error {
	const asked = 4
	calls := make([][asked]*dbus.Call, len(level))
	for i, n := range level {
		calls[i] = [asked]*dbus.Call{
			t.ask(n.at, "org.freedesktop.DBus.Properties.GetAll", strings.TrimSuffix(accessible, ".")),
			t.ask(n.at, accessible+"GetRole"), t.ask(n.at, accessible+"GetState"), t.ask(n.at, accessible+"GetInterfaces"),
		}
	}
	for i, n := range level {
		var properties map[string]dbus.Variant
		var number uint32
		var bits []uint32
		for at, out := range []any{&properties, &number, &bits, &n.has} {
			// what has gone meanwhile is described by nothing
			if err := answer(ctx, calls[i][at], out); err != nil && ctx.Err() != nil {
				return ctx.Err()
			}
		}
		n.Role, n.states, n.Secret = role(number), states(bits), number == password
		n.Name, n.Description = tidy(word(properties["Name"])), tidy(word(properties["Description"]))
		if count, ok := properties["ChildCount"].Value().(int32); ok {
			n.count = int(count)
		}
	}
	return nil
}

func word(v dbus.Variant) string {
	s, _ := v.Value().(string)
	return s
}

// tidy writes white space as people read it: menus pad their entries.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
