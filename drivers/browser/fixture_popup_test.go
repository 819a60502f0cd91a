// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
)

// TestMessageBoxesOfPopups: a box of one window keeps the others from
// answering, and boxes may follow each other.
func TestMessageBoxesOfPopups(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("popups.html")
	s.click("Twice")
	s.must("window=Twice; name: Twice", click)
	_, err := s.do("name: Save", click)
	s.failed(err, fault.Halted, "One")
	s.must("", dialog("One", ""))
	s.must("", dialog("Two", ""))
	if got := s.log(); got != "both" {
		t.Errorf("the page noted %q", got)
	}
	s.must("window=Twice; name: Twice", click)
	if err := s.session.Tidy(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestPopupThatAsksAtOnce may be blocked before it can be worked: the step ends
// in time either way, and so does the session.
func TestPopupThatAsksAtOnce(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("popups.html")
	if _, err := s.do("name: Alert", clickIn); err != nil {
		s.failed(err, fault.Technical, "a new window does not answer")
		if err := s.session.Tidy(t.Context()); fault.KindOf(err) != fault.Technical {
			t.Errorf("a window that cannot be worked is tidied away: %v", err)
		}
		return
	}
	_, err := s.do("name: Save", click)
	s.failed(err, fault.Halted, "Hello")
}
