// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// opening is how long a program may take to show its first window: office
// programs need twenty seconds on a busy machine.
const opening = time.Minute

// firstWindow waits until the program shows a window.
func (s *Session) firstWindow(ctx context.Context) error {
	watched, done := s.watched(ctx)
	defer done()
	limited, cancel := context.WithTimeout(watched, opening)
	defer cancel()
	for try := 0; ; try++ {
		windows, err := s.windows(limited)
		if err == nil && len(windows) > 0 && windows[0].Is(tree.Showing) {
			s.main = windows[0]
			return nil
		}
		if !pause(limited, try) {
			return s.explain(watched, noWindow(limited))
		}
	}
}

func noWindow(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return ctx.Err()
	}
	return fault.New(fault.Technical, "desktop.program", speech.Say("the program showed no window that can be read", "das Programm zeigte kein Fenster, das sich lesen lässt")).
		WithHint(speech.Say("does its toolkit describe windows to assistive technology? Java needs libatk-wrapper-java", "beschreibt sein Baukasten Fenster für Hilfsmittel? Java braucht libatk-wrapper-java"))
}

// windows are those of the system's program: on a display of its own all, else
// those of the process that was started, and of its children.
func (s *Session) windows(ctx context.Context) ([]*tree.Node, error) {
	return s.tree.Windows(ctx, s.owns)
}

func (s *Session) owns(process int) bool {
	return s.at.Display != scenarios.ClerkDisplay || s.program.Owns(process)
}

// window is the one that a screen is in: by its title, in which * is anything,
// else the program's first.
func (s *Session) window(windows []*tree.Node, hint scenarios.WindowHint) (*tree.Node, error) {
	var fitting []*tree.Node
	for _, w := range windows {
		switch {
		case !w.Is(tree.Showing) || !w.IsWindow():
		case hint.Title == "" && w.Same(s.main):
			return w, nil
		case hint.Title == "" && w.Role == "window" && !w.Is(tree.Modal), hint.Title != "" && titled(w.Name, hint.Title):
			fitting = append(fitting, w)
		}
	}
	switch len(fitting) {
	case 0:
		return nil, &obstacle{why: "no window"}
	case 1:
		return fitting[0], nil
	}
	doubt := &act.Doubt{Target: "window " + hint.Title, Looked: []string{"window: " + hint.Title}}
	for i, w := range fitting {
		doubt.Rivals = append(doubt.Rivals, act.Rival{Describe: "window " + strconv.Itoa(i+1) + " " + w.Name, Score: 1 / float64(len(fitting))})
	}
	return nil, &obstacle{doubt: doubt}
}

func titled(is, wanted string) bool {
	before, after, open := strings.Cut(wanted, "*")
	if !open {
		return is == wanted
	}
	return strings.HasPrefix(is, before) && strings.HasSuffix(is, after) && len(is) >= len(before)+len(after)
}
