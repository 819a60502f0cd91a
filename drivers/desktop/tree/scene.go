// SPDX-License-Identifier: EUPL-1.2

package tree

import (
	"context"
	"errors"
	"slices"

	"github.com/godbus/dbus/v5"
)

// Windows reads all windows of the programs whose process is wanted, with all
// that is in them. A program that leaves meanwhile has none.
func (t *Tree) Windows(ctx context.Context, wanted func(process int) bool) ([]*Node, error) {
	var programs []ref
	if err := t.call(ctx, ref{registry, root}, &programs, accessible+"GetChildren"); err != nil {
		return nil, lost(err)
	}
	var out []*Node
	for _, program := range programs {
		process, err := t.process(ctx, program.Bus)
		if err != nil {
			return nil, err
		}
		if process == 0 || !wanted(process) {
			continue
		}
		windows, err := t.windows(ctx, program)
		if err != nil && !errors.Is(err, ErrGone) {
			return nil, err
		}
		for _, w := range windows {
			for _, n := range w.All() {
				n.Process = process
			}
		}
		out = append(out, windows...)
	}
	return out, nil
}

// process is the number of the process behind a name on the bus, 0 if it has left.
func (t *Tree) process(ctx context.Context, name string) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if process, known := t.processes[name]; known {
		return process, nil
	}
	var process uint32
	err := t.call(ctx, ref{"org.freedesktop.DBus", "/org/freedesktop/DBus"}, &process, "org.freedesktop.DBus.GetConnectionUnixProcessID", name)
	if err != nil && !errors.Is(err, ErrGone) {
		return 0, lost(err)
	}
	t.processes[name] = int(process)
	return int(process), nil
}

// item is one node as the cache of a toolkit gives it.
type item struct {
	Object, Program, Parent ref
	Index, Count            int32
	Interfaces              []string
	Name                    string
	Role                    uint32
	Description             string
	States                  []uint32
}

// windows reads a program through its cache, else step by step.
func (t *Tree) windows(ctx context.Context, program ref) ([]*Node, error) {
	var items []item
	err := t.call(ctx, ref{program.Bus, "/org/a11y/atspi/cache"}, &items, "org.a11y.atspi.Cache.GetItems")
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil || len(items) < 2 {
		return t.walk(ctx, program)
	}
	return t.assemble(items, program), nil
}

// assemble puts the nodes of a cache together. Those whose parents are not in
// it are not shown any more.
func (t *Tree) assemble(items []item, program ref) []*Node {
	nodes := make(map[dbus.ObjectPath]*Node, len(items))
	for i := range items {
		nodes[items[i].Object.Path] = t.node(&items[i])
	}
	var windows []*Node
	for i := range items {
		n := nodes[items[i].Object.Path]
		switch parent := nodes[items[i].Parent.Path]; {
		case items[i].Object.Path == program.Path:
		case items[i].Parent.Path == program.Path:
			windows = append(windows, n)
		case parent != nil && parent != n:
			n.Parent = parent
			parent.Children = append(parent.Children, n)
		}
	}
	for _, n := range nodes {
		slices.SortStableFunc(n.Children, func(a, b *Node) int { return a.index - b.index })
	}
	slices.SortStableFunc(windows, func(a, b *Node) int { return a.index - b.index })
	return windows
}

func (t *Tree) node(i *item) *Node {
	return &Node{
		Role: role(i.Role), Name: tidy(i.Name), Description: tidy(i.Description), tree: t, at: i.Object, has: i.Interfaces,
		count: int(i.Count), index: int(i.Index), states: states(i.States), Secret: i.Role == password,
	}
}

func states(words []uint32) (out uint64) {
	for i, word := range words[:min(len(words), 2)] {
		out |= uint64(word) << (32 * i)
	}
	return out
}
