// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"errors"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/drivers/field"
	"github.com/heinzel-rpa/heinzel/recorder/target"
)

// prepared is an element that was found beyond doubt and checked.
type prepared struct {
	node   *tree.Node
	window *tree.Node
	x      uint32 // the window's number on the display
	row    *row
	found  string
	moved  bool
}

// effect is what is known before anything was touched.
func (p prepared) effect() act.Effect { return act.Effect{Found: p.found, Moved: p.moved} }

// settle is how long a doubt must last before it counts: windows build
// themselves up, and half a window is no window.
const settle = time.Second

// prepare finds the element of an action and checks it, waiting as long as the
// action may.
func (s *Session) prepare(ctx context.Context, a act.Action) (prepared, error) {
	var last error
	var since time.Time
	for try := 0; ; try++ {
		p, err := s.once(ctx, a)
		if err == nil || final(err) && ctx.Err() == nil {
			return p, err
		}
		// a call that the end of the time cut off says nothing new
		if last == nil || ctx.Err() == nil && last.Error() != err.Error() {
			last, since = err, time.Now()
		}
		if doubtful(err) && time.Since(since) > settle || !pause(ctx, try) {
			return p, outcome(ctx, last)
		}
	}
}

// pause waits before the next try, spaced like Playwright's; it is false when
// the time is up.
func pause(ctx context.Context, try int) bool {
	steps := []time.Duration{0, 20, 100, 100, 500}
	timer := time.NewTimer(steps[min(try, len(steps)-1)] * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// once reads the windows and looks for the element. Nothing is touched.
func (s *Session) once(ctx context.Context, a act.Action) (prepared, error) {
	st, err := s.look(ctx)
	if err != nil {
		return prepared{}, err
	}
	w, err := s.window(st.windows, a.Screen.Window)
	if err != nil {
		return prepared{}, err
	}
	x, err := st.onTop(w)
	if err != nil {
		return prepared{}, concerning(a, err)
	}
	f := newFinder(w)
	if len(a.Row) > 0 {
		if f.row, err = f.findRow(ctx, a); err != nil {
			return prepared{}, passing(err)
		}
	}
	p, err := s.judge(ctx, f, a)
	if err != nil {
		return p, passing(err)
	}
	p.window, p.x, p.row = w, x, f.row
	return p, ready(a, p.node)
}

// concerning names the element that something keeps from being worked.
func concerning(a act.Action, err error) error {
	if o, ok := errors.AsType[*obstacle](err); ok {
		o.target = field.Name(a)
	}
	return err
}

// passing says what a call that failed means for waiting: what has just gone,
// or a program too busy to answer, may come round.
func passing(err error) error {
	if errors.Is(err, tree.ErrGone) || errors.Is(err, context.DeadlineExceeded) {
		return &obstacle{why: "busy"}
	}
	return err
}

// judge lets the recorded ways vote; only a clear winner is acted upon.
func (s *Session) judge(ctx context.Context, f *finder, a act.Action) (prepared, error) {
	ballot, nodes, err := f.ballot(ctx, a.Element)
	if err != nil {
		return prepared{}, err
	}
	verdict := target.Judge(ballot)
	if verdict.Winner < 0 {
		return prepared{}, &obstacle{doubt: act.NewDoubt(field.Name(a), ballot, verdict.Rivals)}
	}
	return prepared{node: nodes[verdict.Winner], found: verdict.Found, moved: verdict.Moved}, nil
}

// ready reports what keeps an element from being acted on.
func ready(a act.Action, n *tree.Node) error {
	why := ""
	switch {
	case a.Verb == act.Read:
	case !n.Is(tree.Sensitive) && !n.Is(tree.Enabled):
		why = "disabled"
	case a.Verb == act.Fill && !n.Is(tree.Editable):
		why = "read-only"
	}
	if why == "" {
		return nil
	}
	return &obstacle{why: why, target: field.Name(a)}
}
