// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"slices"

	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
)

// Tidy closes every window but the first, as a clerk does between two cases.
func (s *Session) Tidy(ctx context.Context) error {
	watched, done := s.watched(ctx)
	defer done()
	limited, cancel := context.WithTimeout(watched, glance)
	defer cancel()
	for try := 0; ; try++ {
		st, err := s.look(limited)
		var others []*tree.Node
		if err == nil {
			if others = s.others(st.windows); len(others) == 0 {
				return nil
			}
			for _, x := range st.managed {
				if slices.ContainsFunc(others, st.node(x).Same) {
					_ = s.display.Shut(x.ID)
				}
			}
		}
		if !pause(limited, try) {
			if len(others) == 0 {
				return s.explain(watched, outcome(limited, &obstacle{why: "busy"}))
			}
			return s.explain(watched, outcome(limited, &obstacle{why: "unexpected", by: others[0].Name, target: s.at.System}))
		}
	}
}

// others are the windows beside the first.
func (s *Session) others(windows []*tree.Node) []*tree.Node {
	var out []*tree.Node
	for _, w := range windows {
		if !w.Same(s.main) && w.IsWindow() && w.Is(tree.Showing) {
			out = append(out, w)
		}
	}
	return out
}
