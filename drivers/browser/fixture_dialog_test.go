// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

// answering clicks, and answers the message box that follows.
func answering(says string, accept bool) act.Action {
	return act.Action{Verb: act.Click, Answer: &act.Answer{Says: says, Accept: accept}, Within: patience}
}

// dialog answers a message box as a step of its own.
func dialog(says, prompt string) act.Action {
	return act.Action{Verb: act.Dialog, Answer: &act.Answer{Says: says, Accept: true, Prompt: prompt}}
}

func TestMessageBoxes(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "accepted", page: "dialogs.html", do: answering("Save changes?", true), at: "name: Save", log: "yes"},
		{name: "refused", page: "dialogs.html", do: answering("Save changes?", false), at: "name: Save", log: "no"},
		{name: "late", page: "dialogs.html", do: answering("Late", true), at: "name: Late", log: "late"},
	})
	_, err := s.do("name: Quiet", act.Action{Verb: act.Click, Answer: &act.Answer{Says: "Sure?"}, Within: brief})
	s.failed(err, fault.Halted, "did not appear")
}

func TestUnexpectedMessageBoxes(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("dialogs.html")
	_, err := s.do("name: Save", answering("Delete everything?", true))
	s.failed(err, fault.Halted, "Save changes?")
	s.must("", dialog("Save changes?", ""))
	s.click("Alert")
	_, err = s.do("name: Quiet", click)
	s.failed(err, fault.Halted, "Locked by another clerk")
	_, err = s.session.Look(t.Context(), act.Look{Text: "yes", Within: brief})
	s.failed(err, fault.Halted, "Locked by another clerk")
	s.must("", dialog("Locked", ""))
	if got := s.log(); got != "yes alerted" {
		t.Errorf("the page noted %q", got)
	}
	_, err = s.do("label: Checked", fill("x"))
	s.failed(err, fault.Halted, "Not a number")
}

func TestPrompt(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("dialogs.html")
	s.click("Ask")
	e := s.must("", dialog("Your name?", "Ada"))
	if got := s.log(); got != "name Ada" || e.Said != "Your name?" {
		t.Errorf("the page noted %q, and said %q", got, e.Said)
	}
	_, err := s.do("", act.Action{Verb: act.Dialog, Answer: &act.Answer{Says: "Your name?"}, Within: brief})
	s.failed(err, fault.Halted, "did not appear")
}

// TestLeaving: a page may ask whether it is left; nobody answers unasked.
func TestLeaving(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("beforeunload.html")
	s.click("Touch")
	s.must("name: Leave", click)
	_, err := s.do("name: Touch", click)
	s.failed(err, fault.Halted, "asks whether it may be left")
	s.must("", dialog("", ""))
	if got := s.log(); got != "next" {
		t.Errorf("the next page shows %q", got)
	}
	s.goTo("beforeunload.html")
	s.click("Touch")
	s.goTo("fill.html")
	_, err = s.do("name: Touch", click)
	s.failed(err, fault.Halted, "asks whether it may be left")
	s.must("", dialog("", ""))
	s.must("label: Name", fill("there"))
}

// TestKeys: keys without an element go where the last action left off.
func TestKeys(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("fill-post.html")
	s.must("label: Number", fill("7"))
	s.must("", act.Action{Verb: act.Press, Text: "Enter"})
	if got := s.must("label: Number", act.Action{Verb: act.Read}).Value; got != "7" {
		t.Errorf("the form holds %q", got)
	}
	_, err := s.do("", act.Action{Verb: act.Press, Text: "Hyper+X"})
	s.failed(err, fault.Usage, "no key")
}
