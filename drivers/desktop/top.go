// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"image"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/desktop/display"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
)

// stack is what lies on the display right now: the window manager's windows,
// topmost last, and which windows of the tree they are.
type stack struct {
	session *Session
	windows []*tree.Node
	boxes   []image.Rectangle
	managed []display.Window
}

// look takes in the display.
func (s *Session) look(ctx context.Context) (*stack, error) {
	st := &stack{session: s}
	var err error
	if st.windows, err = s.windows(ctx); err != nil {
		return nil, passing(err)
	}
	if st.boxes, err = tree.Boxes(ctx, st.windows); err != nil {
		return nil, passing(err)
	}
	st.managed, err = s.display.Windows()
	return st, err
}

// top is the topmost window.
func (st *stack) top() (display.Window, bool) {
	for i := len(st.managed) - 1; i >= 0; i-- {
		if !st.managed[i].Hidden {
			return st.managed[i], true
		}
	}
	return display.Window{}, false
}

// node is the window of the tree that a window of the display is: that of the
// same process and place, and of the same title where there are several.
func (st *stack) node(x display.Window) *tree.Node {
	var here, called []*tree.Node
	for i, w := range st.windows {
		if x.Process != 0 && x.Process != w.Process || !w.IsWindow() || !w.Is(tree.Showing) {
			continue
		}
		named := w.Name != "" && strings.Join(strings.Fields(x.Title), " ") == w.Name
		near := near(x.Box, st.boxes[i])
		if near || named && st.boxes[i].Empty() {
			here = append(here, w)
		}
		if named && (near || st.boxes[i].Empty()) {
			called = append(called, w)
		}
	}
	switch {
	case len(called) == 1:
		return called[0]
	case len(here) == 1:
		return here[0]
	}
	return nil
}

// near compares what a program shows with its window: the same but for the
// frame that the window manager puts around it.
func near(inner, outer image.Rectangle) bool {
	const frame, title = 24, 64
	return !outer.Empty() && inner.In(outer.Inset(-2)) && outer.Dx()-inner.Dx() <= frame && outer.Dy()-inner.Dy() <= title
}

// onTop makes sure that a window is the topmost and gets the keys, and gives its
// number on the display. Another one that a step has worked in makes way; one
// that nobody knows halts.
func (st *stack) onTop(w *tree.Node) (uint32, error) {
	s := st.session
	top, ok := st.top()
	if !ok {
		return 0, &obstacle{why: "no window"}
	}
	over := st.node(top)
	if over.Same(w) && s.display.Active() == top.ID {
		s.known[top.ID] = true
		return top.ID, nil
	}
	for _, x := range st.managed {
		if st.node(x).Same(w) && (x.ID == top.ID || s.known[top.ID] && !top.Modal) {
			_ = s.display.Raise(x.ID)
			return 0, &obstacle{why: "not on top", by: top.Title}
		}
	}
	if over != nil && said(over) != "" && over.Role != "window" {
		return 0, &obstacle{why: "unexpected", by: said(over)}
	}
	return 0, &obstacle{why: "unexpected", by: top.Title}
}

// still makes sure that a window is on top as it was when it was prepared.
func (s *Session) still(p prepared) error {
	all, err := s.display.Windows()
	if err != nil {
		return err
	}
	top, ok := (&stack{managed: all}).top()
	if !ok || top.ID != p.x || s.display.Active() != p.x {
		return &obstacle{why: "unexpected", by: top.Title, target: p.window.Name}
	}
	return nil
}
