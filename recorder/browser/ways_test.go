// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"fmt"
	"testing"
)

// TestWaysLeadBack holds that recording and finding agree: every way that was
// recorded leads the robot to the element, and finds as many as was said.
func TestWaysLeadBack(t *testing.T) {
	t.Parallel()
	for path, selectors := range map[string][]string{
		"form.html":   {"[name=famname]", "[name=vorname]", "[name=ort]", "#art", "[name=eil]", "textarea", "#nichts", "#wort", "h1"},
		"choose.html": {"#s", "#m", "#r1", "#b", "#such", "#datum", "#e"},
		"frames.html": {"iframe:nth-of-type(3) >> button"},
	} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			s := record(t, path)
			for _, selector := range selectors {
				s.right(s.tab1, selector)
			}
			eventually(t, "everything was pointed at", func() bool { return len(s.events(quiet...)) == len(selectors) })
			for _, e := range s.events(quiet...) {
				if len(e.Target.Ways) < 2 {
					t.Errorf("%s has few ways: %v", say(e), e.Target.Ways)
				}
				for _, way := range e.Target.Ways {
					n, err := s.session.Leads(t.Context(), e.Target.Key, way)
					if err != nil || n != way.Matched {
						t.Errorf("%s: by %s %q the robot finds %d elements, not %d (%v)", say(e), way.By, way.What, n, way.Matched, fmt.Sprint(err))
					}
				}
			}
		})
	}
}
