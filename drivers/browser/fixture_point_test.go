// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"context"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

// insist does something again and again, as a person does who waits for an
// answer, until the answer is there.
func insist(s stage, do func(context.Context) error, answer func() bool) {
	s.Helper()
	for until := time.Now().Add(patience); !answer(); {
		if time.Now().After(until) {
			s.Fatal("no answer came")
		}
		if err := do(s.Context()); err != nil {
			s.Fatal(err)
		}
		<-time.After(100 * time.Millisecond)
	}
}

// pointAt points while somebody does something.
func pointAt(s stage, at string, do func(context.Context) error) (act.Proposal, error) {
	s.Helper()
	screen, element := thing(at)
	var p act.Proposal
	var err error
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		p, err = s.session.Point(s.Context(), act.Action{Screen: screen, Element: element})
	}()
	insist(s, do, func() bool {
		select {
		case <-ended:
			return true
		default:
			return false
		}
	})
	return p, err
}

// A person points at a button: the robot learns how it is found today, the page
// hears nothing.
func TestPoint(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("point.html")
	click := func(ctx context.Context) error { return s.session.Window().ClickAt(ctx, 60, 220, 1) }
	p, err := pointAt(s, "role=button; name: Speichern", click)
	if err != nil {
		t.Fatal(err)
	}
	if p.Old.Name != "Speichern" || p.New.Name != "Sichern" || p.New.Role != "button" || p.New.Fingerprint.Tag != "button" || len(p.Picture) == 0 {
		t.Errorf("proposed was %+v", p)
	}
	if got := s.log(); got != "" {
		t.Errorf("the page heard %q", got)
	}
	screen, _ := thing("")
	if _, err := s.session.Do(t.Context(), act.Action{Verb: act.Click, Screen: screen, Element: &p.New, Within: patience}); err != nil {
		t.Errorf("what was pointed at: %v", err)
	}
	s.goTo("point.html")
	s.click("Zählen")
	if got := s.log(); got == "" || got[len(got)-1] != '2' {
		t.Errorf("besides head and body there is something: %q", got)
	}
}

// Escape is an answer, too; an element of another frame is none.
func TestPointAtNothing(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("point.html")
	_, err := pointAt(s, "name: Speichern", func(ctx context.Context) error { return s.session.Window().Press(ctx, "Escape") })
	s.failed(err, fault.Usage, "nothing was pointed at")
	_, err = pointAt(s, "frame=other; name: Speichern", func(ctx context.Context) error { return s.session.Window().ClickAt(ctx, 60, 220, 1) })
	s.failed(err, fault.Usage, "another window or frame")
	if got := s.log(); got != "" {
		t.Errorf("the page heard %q", got)
	}
}

// A person works by hand for a while; before and after, the page is guarded.
func TestByHand(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("point.html")
	click := func(ctx context.Context) error { return s.session.Window().ClickAt(ctx, 60, 220, 1) }
	if err := click(t.Context()); err != nil || s.log() != "" {
		t.Fatalf("a click that nobody announced: %v, %q", err, s.log())
	}
	err := s.session.ByHand(t.Context(), func(ctx context.Context) error {
		insist(s, click, func() bool { return s.log() != "" })
		return nil
	})
	was := s.log()
	if err != nil || was == "" {
		t.Errorf("by hand: %v, %q", err, was)
	}
	if err := click(t.Context()); err != nil || s.log() != was {
		t.Errorf("a click when it is over: %v, %q", err, s.log())
	}
}
