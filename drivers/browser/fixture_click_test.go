// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"errors"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

var (
	click   = act.Action{Verb: act.Click}
	double  = act.Action{Verb: act.Click, Double: true, Within: brief}
	clickIn = act.Action{Verb: act.Click, Within: brief}
)

func TestClick(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "covered", page: "click-covered.html", do: clickIn, at: "name: Save", kind: fault.Halted, says: "covered by dialog Please wait"},
		{name: "covered for a while", page: "click-covered.html?goes", do: click, at: "name: Save", log: "clicked"},
		{name: "moving for a while", page: "click-moving.html", do: click, at: "name: Save", log: "clicked"},
		{name: "moving for ever", page: "click-moving.html?ever", do: clickIn, at: "name: Save", kind: fault.Halted},
		{name: "disabled", page: "click-disabled.html", do: clickIn, at: "name: Save", kind: fault.Halted, says: "is disabled"},
		{name: "disabled for a while", page: "click-disabled.html?goes", do: click, at: "name: Save", log: "clicked"},
		{name: "not swapped", page: "click-swapped.html", do: click, at: "name: Save", log: "saved"},
		{name: "swapped on the way", page: "click-swapped.html?mousemove", do: clickIn, at: "name: Save", kind: fault.Halted, says: "would have reached button Delete"},
		{name: "swapped when pressed", page: "click-swapped.html?pointerdown", do: click, at: "name: Save", kind: fault.Halted, says: "would have reached"},
		{name: "written anew on the way", page: "click-written.html", do: clickIn, at: "name: Save", kind: fault.Halted, says: "would have reached"},
		{name: "twice", page: "double.html", do: double, at: "text: Akte 7", log: "once once opened"},
		{name: "gone after the first of two", page: "double.html", do: double, at: "name: Delete", kind: fault.Halted, says: "would have reached button Sure", log: "asked"},
		{name: "swapped by a frame", page: "click-swapped-frame.html", do: clickIn, at: "name: Save", kind: fault.Halted, says: "would have reached"},
	})
}

// TestClickLeadingNowhere: what a click asks for and does not come must not
// keep the barrier waiting.
func TestClickLeadingNowhere(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "script", page: "click-links.html", do: click, at: "name: Script", log: "script"},
		{name: "void", page: "click-links.html", do: click, at: "name: Void", log: "void"},
		{name: "no content", page: "click-links.html", do: click, at: "name: Nothing", log: "nothing"},
		{name: "download", page: "click-links.html", do: click, at: "name: Download", log: "download"},
		{name: "anchor", page: "click-links.html", do: click, at: "name: Anchor", log: "anchor"},
		{name: "script that writes", page: "click-links.html", do: click, at: "name: Writes", log: "written"},
		{name: "another page", page: "click-links.html", do: click, at: "name: Next", log: "next"},
		{name: "slow page", page: "waits.html", do: click, at: "name: Slow", log: "arrived"},
	})
}

func TestClickFarAway(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "below the fold", page: "click-scroll.html", do: click, at: "name: Far", log: "far"},
		{name: "in a scrolled box", page: "click-scroll.html", do: click, at: "name: Inner", log: "inner"},
		{name: "below a sticky heading", page: "click-scroll.html?sticky", do: click, at: "name: Sticky", log: "sticky"},
		{name: "in a shadow root", page: "click-shadow.html", do: click, at: "name: Save", log: "saved"},
		{name: "in a frame", page: "frames.html", do: click, at: "frame=outer; name: Save", log: "outer"},
		{name: "in a frame of a frame", page: "frames.html", do: click, at: "frame=outer; frame=inner; name: Save", log: "inner"},
		{name: "in a written frame", page: "frames.html", do: click, at: "frame=written; name: Save", log: "srcdoc"},
		{name: "no such frame", page: "frames.html", do: clickIn, at: "frame=gone; name: Save", kind: fault.Technical, says: "frame of the element"},
	})
}

func TestFillFarAway(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("click-shadow.html")
	s.must("label: Name", fill("Ada"))
	s.click("Save")
	if got := s.log(); got != "saved Ada" {
		t.Errorf("the shadow root noted %q", got)
	}
	if seen, err := s.session.Look(t.Context(), act.Look{Text: "shadow text", Within: patience}); !seen {
		t.Errorf("the text in the shadow root is not seen: %v", err)
	}
	s.goTo("frames.html")
	s.must("frame=outer; frame=inner; label: Name", fill("Ada"))
	s.must("frame=outer; frame=inner; name: Save", click)
	if got := s.log(); got != "inner Ada" {
		t.Errorf("the frame noted %q", got)
	}
}

// TestClosedRoots: what scripts of the page cannot see is found, written,
// guarded and hidden in pictures all the same.
func TestClosedRoots(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("click-closed.html")
	s.must("label: Name", fill("Ada"))
	s.must("name: Save", click)
	if got := s.log(); got != "saved Ada" {
		t.Errorf("the closed root noted %q", got)
	}
	s.goTo("click-closed.html")
	if seen, err := s.session.Look(t.Context(), act.Look{Text: "closed text", Within: patience}); !seen {
		t.Errorf("the text in the closed root is not seen: %v", err)
	}
	s.goTo("click-closed.html?swapped")
	_, err := s.do("name: Save", clickIn)
	s.failed(err, fault.Halted, "")
	if got := s.log(); got != "" {
		t.Errorf("the closed root noted %q", got)
	}
}

func TestDoubt(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "hidden twin", page: "twins.html", do: click, at: "name: Save", log: "shown"},
		{name: "two equal buttons", page: "twins.html", do: click, at: "name: Print", kind: fault.Halted, says: "button Print (50 %), button Print (50 %)"},
		{name: "none", page: "twins.html", do: clickIn, at: "name: Delete", kind: fault.Halted, says: "was not found"},
		{name: "moved too far", page: "drift.html", do: fill("x"), at: "label: Nachname; name attribute: famname; path: form/label/input", kind: fault.Halted, says: "not beyond doubt"},
	})
	s.goTo("drift.html")
	_, err := s.do("label: Namen", clickIn)
	s.failed(err, fault.Halted, "most alike: textbox Name (")
	e := s.must("label: Name; name attribute: name; path: form/label/input", fill("Ada"))
	if !e.Moved || e.Found != "label: Name, path: form/label/input" || e.Value != "Ada" {
		t.Errorf("a moved field gave %+v", e)
	}
}

func TestTable(t *testing.T) {
	t.Parallel()
	s := open(t)
	take := func(cells ...act.Cell) act.Action {
		return act.Action{Verb: act.Click, Row: cells, Within: brief}
	}
	name, born := act.Cell{Column: "Name", Text: "Schmidt"}, act.Cell{Column: "Born", Text: "21.06.1978"}
	s.all([]play{
		{name: "two keys", page: "table.html", do: take(name, born), at: "name: Take", log: "first"},
		{name: "two rows", page: "table.html", do: take(name), at: "name: Take", kind: fault.Halted, says: "2 table rows"},
		{name: "no row", page: "table.html", do: take(name, act.Cell{Column: "Born", Text: "01.01.1900"}), at: "name: Take", kind: fault.Halted, says: "no table row"},
		{name: "no such column", page: "table.html", do: take(name, act.Cell{Column: "Tax", Text: "1"}), at: "name: Take", kind: fault.Halted, says: "no table row"},
	})
	s.goTo("table.html")
	_, err := s.do("name: Take", take(name))
	if doubt, ok := errors.AsType[*act.Doubt](err); !ok || len(doubt.Rows) != 2 {
		t.Errorf("the rows are not shown: %v", err)
	}
}
