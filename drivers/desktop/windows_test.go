// SPDX-License-Identifier: EUPL-1.2

package desktop_test

import (
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

var (
	click = act.Action{Verb: act.Click}
	read  = act.Action{Verb: act.Read}
)

func fill(text string) act.Action { return act.Action{Verb: act.Fill, Text: text} }

// last is the latest thing that the program wrote down.
func (s stage) last() map[string]string {
	all := s.recorded()
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}

// TestMessageBoxes: a question is answered as the step says, if it asks what the
// step expects.
func TestMessageBoxes(t *testing.T) {
	t.Parallel()
	s := open(t, "office.py")
	ask := func(says string, accept bool) act.Action {
		return act.Action{Verb: act.Click, Answer: &act.Answer{Says: says, Accept: accept}}
	}
	for accept, yes := range map[bool]string{true: "True", false: "False"} {
		if e := s.must("role=button; name: Ask", ask("cannot be undone", accept)); e.Said == "" {
			t.Errorf("the box said nothing: %+v", e)
		}
		if got := s.last(); got["yes"] != yes {
			t.Errorf("answered %v, the program took it as %v", accept, got)
		}
	}
	_, err := s.do("role=button; name: Ask", ask("Print grave", true))
	if fault.KindOf(err) != fault.Halted || len(s.recorded()) != 2 {
		t.Errorf("a box that says something else was answered: %v, %v", err, s.recorded())
	}
	s.halts("role=button; name: Record", click, fault.Halted, "unexpected window")
	s.must("", act.Action{Verb: act.Dialog, Answer: &act.Answer{Says: "Delete grave", Accept: false}})
	s.must("role=button; name: Record", click)
	s.halts("", act.Action{Verb: act.Dialog, Answer: &act.Answer{Says: "Delete"}}, fault.Halted, "did not appear")
}

// TestWindowOnTop: a window that nobody expects halts what it covers, and
// nothing reaches the field below, nor the window.
func TestWindowOnTop(t *testing.T) {
	t.Parallel()
	s := open(t, "office.py")
	s.must("label: Name", fill("before"))
	s.must("role=button; name: Later", click)
	long := fill("a text that takes longer to type than the printer to run out of paper, and is cut off by it in the middle of a word")
	if _, err := s.do("keys; label: Name", long); fault.KindOf(err) != fault.Halted {
		t.Fatalf("typing went on: %v", err)
	}
	s.halts("label: Name", fill("after"), fault.Halted, "out of paper")
	s.must("", act.Action{Verb: act.Dialog, Answer: &act.Answer{Says: "out of paper", Accept: true}})
	got := s.must("label: Name", read).Value
	if got == "after" || len(got) >= len(long.Text) || len(got) == 0 {
		t.Errorf("the field holds %q", got)
	}
}

// TestSecondWindow: a window is worked by its title, and makes way for the first
// when a step goes back to it.
func TestSecondWindow(t *testing.T) {
	t.Parallel()
	s := open(t, "office.py")
	s.must("role=button; name: Second", click)
	s.halts("label: Name", fill("below"), fault.Halted, "unexpected window")
	s.must("window=Second; label: Remark", fill("above"))
	s.must("window=Sec*; keys; label: Remark", fill("typed"))
	s.must("label: Name", fill("below"))
	if got := s.must("window=Second; label: Remark", read).Value; got != "typed" {
		t.Errorf("the second window holds %q", got)
	}
	if err := s.session.Tidy(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.halts("window=Second; label: Remark", fill("gone"), fault.Technical, "not there")
	s.must("label: Name", read)
}

// TestMenusAndTabs: entries of closed menus are worked without opening them.
func TestMenusAndTabs(t *testing.T) {
	t.Parallel()
	s := open(t, "office.py")
	choose := func(text string) act.Action { return act.Action{Verb: act.Choose, Text: text} }
	s.must("role=menu bar; path: panel[1]/menu bar[1]", choose("File > Save as"))
	if got := s.last(); got["entry"] != "Save as" {
		t.Errorf("the menu did %v", got)
	}
	s.must("role=menu item; name: Rename", click)
	if got := s.last(); got["entry"] != "Rename" {
		t.Errorf("the menu did %v", got)
	}
	s.halts("role=menu item; name: Delete", click, fault.Halted, "disabled")
	s.halts("role=menu bar; path: panel[1]/menu bar[1]", choose("File > Print"), fault.Halted, "no entry")
	if got := s.must("role=tabs; path: panel[1]/tabs[1]", read).Value; got != "Grave" {
		t.Errorf("the tab %q is open", got)
	}
	s.must("role=tabs; path: panel[1]/tabs[1]", choose("Fees"))
	if got := s.must("role=tabs; path: panel[1]/tabs[1]", read).Value; got != "Fees" {
		t.Errorf("the tab %q is open", got)
	}
}

// TestTable: a row of ten thousand is found by its key, and clicked where it is.
func TestTable(t *testing.T) {
	t.Parallel()
	s := open(t, "office.py", "10000")
	row := func(a act.Action, keys ...act.Cell) act.Action {
		a.Row, a.Within = keys, 2*time.Minute // a busy machine reads ten thousand cells in seconds
		return a
	}
	grave := act.Cell{Column: "Grave no.", Text: "A-07321"}
	if got := s.must("column: Holder", row(read, grave, act.Cell{Column: "Until", Text: "2021"})).Value; got != "Schmidt" {
		t.Errorf("the row's holder is %q", got)
	}
	s.must("column: Holder", row(click, grave))
	if got := s.last(); got["row"] != "A-07321" {
		t.Errorf("the click selected %v", got)
	}
}

// TestRowsInDoubt: a row that is not there halts, and so do several.
func TestRowsInDoubt(t *testing.T) {
	t.Parallel()
	s := open(t, "office.py")
	for says, key := range map[string]act.Cell{"no table row": {Column: "Grave no.", Text: "A-99999"}, "table rows could be meant": {Column: "Holder", Text: "Weber"}} {
		a := click
		a.Row = []act.Cell{key}
		s.halts("column: Holder", a, fault.Halted, says)
	}
	a := read
	a.Row = []act.Cell{{Column: "Holder", Text: "Weber"}, {Column: "Until", Text: "2005"}}
	if got := s.must("column: Grave no.", a).Value; got != "A-00005" {
		t.Errorf("the row of two keys is %q", got)
	}
}
