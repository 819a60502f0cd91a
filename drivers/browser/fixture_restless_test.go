// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
)

// TestRedrawn: a page that draws everything anew every 50 ms is worked, and
// nothing happens twice on it. A click that met only half of a button is a halt.
func TestRedrawn(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("redrawn.html")
	s.must("label: Name", fill("Ada"))
	_, err := s.do("name: Save", click)
	if got := s.log(); err == nil && got != "saved Ada" || strings.Count(got, "saved") > 1 {
		t.Errorf("the page noted %q: %v", got, err)
	}
	if err != nil {
		s.failed(err, fault.Halted, "in the middle of the click")
	}
	s.goTo("redrawn.html?forgets")
	_, err = s.do("label: Name", fill("Ada"))
	s.failed(err, fault.Halted, `"" instead of "Ada"`)
}

// TestSliding: what a script moves frame by frame is clicked when it stands
// still, or where it is; what slides below the mouse in its place is not.
func TestSliding(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("sliding.html")
	s.click("Save")
	if got := s.log(); got != "saved" {
		t.Errorf("the page noted %q", got)
	}
	s.goTo("sliding.html?ever")
	_, err := s.do("name: Save", clickIn)
	if got := s.log(); err == nil && got != "saved" || err != nil && got != "" {
		t.Errorf("the page noted %q: %v", got, err)
	}
	if err != nil {
		s.failed(err, fault.Halted, "")
	}
}

// TestLateSpinner: a veil that falls between two steps holds up the second one.
func TestLateSpinner(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("spinner.html?late")
	s.click("Load")
	s.click("Save")
	if got := s.log(); got != "loaded saved" {
		t.Errorf("the page noted %q", got)
	}
}
