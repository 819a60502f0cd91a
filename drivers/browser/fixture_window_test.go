// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

func TestPopups(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("popups.html")
	s.click("Search")
	s.must("window=Search; label: Name", fill("Ada"))
	s.must("window=Search; name: Take", click)
	if got := s.log(); got != "took Ada" {
		t.Errorf("the page noted %q", got)
	}
	_, err := s.do("window=Search; name: Take", clickIn)
	s.failed(err, fault.Technical, "window of the element")
	s.click("Brief")
	s.click("Save")
	s.must("name: Search apart", click)
	s.must("window=Search; label: Name", fill("Ada"))
}

func TestTwoPopupsAreDoubt(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("popups.html")
	s.click("Search")
	s.click("Search")
	_, err := s.do("window=Search; label: Name", fill("Ada"))
	s.failed(err, fault.Halted, `window 2 "Search" (50 %), window 3 "Search" (50 %)`)
	if err := s.session.Tidy(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, err = s.do("window=Search; label: Name", clickIn)
	s.failed(err, fault.Technical, "window of the element")
	s.click("Search")
	s.must("window=Search; label: Name", fill("Ada"))
}

func TestForeignOrigins(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("origin.html")
	_, err := s.do("frame=foreign; name: Save", clickIn)
	s.failed(err, fault.Halted, "does not allow")
	if seen, err := s.session.Look(t.Context(), act.Look{Text: "foreign text", Within: brief}); seen || err != nil {
		t.Errorf("a foreign frame is looked at: %v %v", seen, err)
	}
	if around := s.colours("foreign"); len(around) != 1 {
		t.Errorf("a foreign frame is photographed in %d colours, not hidden", len(around))
	}
	s.click("Elsewhere")
	_, err = s.do("name: Save", clickIn)
	s.failed(err, fault.Halted, "does not allow")
	_, err = s.do("", act.Action{Verb: act.Open, Text: "http://example.invalid/"})
	s.failed(err, fault.Halted, "no page of the system")
}

func TestPagesThatDoNotArrive(t *testing.T) {
	t.Parallel()
	s := open(t)
	_, err := s.do("", act.Action{Verb: act.Open, Text: "/loading.html", Within: brief})
	s.failed(err, fault.Technical, "in time")
	_, err = s.do("name: Save", clickIn)
	s.failed(err, fault.Technical, "loading")
	s.goTo("waits.html")
	_, err = s.do("name: Stuck", clickIn)
	s.failed(err, fault.Technical, "in time")
}

func TestServerErrors(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("waits.html")
	s.click("Fail")
	began := time.Now()
	_, err := s.do("name: Save", act.Action{Verb: act.Click, Within: time.Minute})
	s.failed(err, fault.Technical, "HTTP 500")
	if took := time.Since(began); took > time.Minute/2 {
		t.Errorf("it took %v to tell", took)
	}
	_, err = s.session.Look(t.Context(), act.Look{Text: "saved", Within: brief})
	s.failed(err, fault.Technical, "HTTP 500")
	_, err = s.do("", act.Action{Verb: act.Open, Text: "/fail"})
	s.failed(err, fault.Technical, "HTTP 500")
}

// TestHungScript: a page that never answers is no hang of the robot.
func TestHungScript(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("waits.html")
	_, err := s.do("name: Hang", clickIn)
	s.failed(err, fault.Technical, "")
	_, err = s.do("name: Save", clickIn)
	s.failed(err, fault.Technical, "loading")
}

func TestRead(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("read.html")
	for at, want := range map[string]string{
		"id: text": "Hello world", "label: List": "B and C", "label: On": "yes", "label: Off": "no", "label: Field": "  as it is ",
	} {
		if got := s.must(at, act.Action{Verb: act.Read}).Value; got != want {
			t.Errorf("%s reads %q, not %q", at, got, want)
		}
	}
}

func TestLook(t *testing.T) {
	t.Parallel()
	s := open(t)
	screen, element := thing("id: later")
	looks := []struct {
		name string
		act.Look
		want bool
	}{
		{"text", act.Look{Text: "Hello world", Within: patience}, true},
		{"text to come", act.Look{Text: "saved", Within: patience}, true},
		{"no such text", act.Look{Text: "failed", Within: brief}, false},
		{"gone", act.Look{Gone: "please wait", Within: patience}, true},
		{"not gone", act.Look{Gone: "Hello", Within: brief}, false},
		{"element shows", act.Look{Screen: screen, Element: element, Shows: "saved", HasText: true, Within: patience}, true},
		{"element shows another", act.Look{Screen: screen, Element: element, Shows: "open", HasText: true, Within: brief}, false},
	}
	for _, l := range looks {
		s.goTo("read.html")
		if got, err := s.session.Look(t.Context(), l.Look); got != l.want || err != nil {
			t.Errorf("%s: %v %v", l.name, got, err)
		}
	}
}
