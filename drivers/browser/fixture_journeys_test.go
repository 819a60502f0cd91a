// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

// TestSessionEnded: a log-in page in the place of the expected screen is told
// as what it is, and a log-in page of its own is not.
func TestSessionEnded(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("journeys.html")
	s.click("Next record")
	_, err := s.do("label: Amount", briefly(fill("1")))
	s.failed(err, fault.Halted, "the session has probably ended")
	_, err = s.do("recognised=Log in; label: Amount", briefly(fill("1")))
	s.failed(err, fault.Halted, "no element is meant beyond doubt")
	s.must("label: User", fill("ada"))
	s.goTo("journeys.html")
	_, err = s.do("label: Amount", briefly(fill("1")))
	s.failed(err, fault.Halted, "no element is meant beyond doubt")
}

func TestRefusedPages(t *testing.T) {
	t.Parallel()
	s := open(t)
	for link, says := range map[string]string{"Gone": "HTTP 404", "Forbidden": "HTTP 403"} {
		s.goTo("journeys.html")
		s.click(link)
		_, err := s.do("label: Name", briefly(fill("Ada")))
		s.failed(err, fault.Halted, says)
	}
}

func TestPagesThatLeadOn(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("journeys.html")
	s.must("label: Name", fill("Ada"))
	s.click("Refresh")
	s.click("Too far back")
	s.click("Back")
	s.must("label: Name", fill("Bea"))
	s.goTo("journeys.html")
	s.click("Forward")
	s.click("Back")
	s.click("Submit by script")
	s.shown(act.Look{Text: "arrived"})
	s.goTo("journeys.html")
	s.must("name: Broken", click)
	_, err := s.do("name: Back", clickIn)
	s.failed(err, fault.Halted, "was not found")
}

// TestDoubleSubmit: what was sent once cannot be sent again where the page
// guards itself; where it does not, each step clicks once.
func TestDoubleSubmit(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("journeys.html")
	s.click("Send once")
	_, err := s.do("name: Send once", clickIn)
	s.failed(err, fault.Halted, "is disabled")
	if got := s.log(); got != "sent" {
		t.Errorf("the page noted %q", got)
	}
	s.goTo("journeys.html?twice")
	s.click("Send once")
	if got := s.log(); got != "sent" {
		t.Errorf("one step noted %q", got)
	}
}

// TestEndlessFrame: a frame whose answer never ends keeps the page from being
// complete, and half a page is no page.
func TestEndlessFrame(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("journeys.html")
	_, err := s.do("name: Endless", clickIn)
	s.failed(err, fault.Technical, "in time")
	_, err = s.do("name: Save", clickIn)
	s.failed(err, fault.Technical, "loading")
	s.goTo("journeys.html")
	s.must("label: Name", fill("free again"))
}

func TestWindowsByLink(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("journeys.html")
	s.click("Blank")
	s.must("window=popup-save; label: Name", fill("Ada"))
	s.must("window=popup-save; name: Keep", click)
	s.must("window=popup-save; name: Save and close", click)
	s.must("label: Name", fill("main again"))
	_, err := s.do("window=popup-save; name: Keep", clickIn)
	s.failed(err, fault.Technical, "window of the element")
}

func TestFrameset(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("frameset.html")
	s.must("frame=menu; name: Record", click)
	s.must("frame=main; label: Name", fill("Ada"))
	s.must("frame=main; name: Save", click)
	s.must("frame=menu; name: List", click)
	s.must("frame=main; label: Name", fill("Bea"))
	s.must("frame=main; name: Save", click)
	if got := s.must("frame=foot; id: log", act.Action{Verb: act.Read}).Value; got != "noted: ?record Ada?list Bea" {
		t.Errorf("the frames noted %q", got)
	}
	s.must("frame=menu; name: Apart", click)
	_, err := s.do("frame=nowhere; label: Name", briefly(fill("x")))
	s.failed(err, fault.Technical, "frame of the element")
}

// TestLatin: pages in the encoding of old systems are read and sent in it; a
// letter that it lacks is sent as a reference, as any browser does.
func TestLatin(t *testing.T) {
	t.Parallel()
	s := open(t)
	for _, how := range []string{"header", "meta", "nothing"} {
		for text, sent := range map[string]string{"Größe € – Ö": "Gr%F6%DFe+%80+%96+%D6", "Đặng": "%26%23272%3B%26%237863%3Bng"} {
			s.goTo("latin/" + how)
			s.must("label: Straße", fill(text))
			s.click("Übernehmen")
			if got := s.log(); got != "strasse="+sent {
				t.Errorf("%s: %q was sent as %q", how, text, got)
			}
		}
	}
	_, err := s.do("label: StraÃŸe", briefly(fill("x")))
	s.failed(err, fault.Halted, "was not found")
}
