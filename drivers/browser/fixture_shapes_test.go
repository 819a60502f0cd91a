// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

func TestImageMaps(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "rectangle", page: "map.html", do: click, at: "name: North", log: "north"},
		{name: "by its name attribute", page: "map.html", do: click, at: "name attribute: n", log: "north"},
		{name: "circle", page: "map.html", do: click, at: "role=link; name: Round", log: "round"},
		{name: "polygon that is hollow in the middle", page: "map.html", do: click, at: "name: Corner", log: "corner"},
		{name: "the one above", page: "map.html", do: click, at: "name: Above", log: "above"},
		{name: "below another area", page: "map.html", do: clickIn, at: "name: Under", kind: fault.Halted, says: "covered by link Above"},
		{name: "below another element", page: "map.html", do: clickIn, at: "name: Covered", kind: fault.Halted, says: "covered by"},
		{name: "rest", page: "map.html", do: click, at: "name: Rest", log: "rest"},
	})
}

func TestShapes(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "zoomed", page: "shapes.html", do: click, at: "name: Zoomed", log: "zoomed"},
		{name: "zoomed out", page: "shapes.html", do: click, at: "name: Small", log: "small"},
		{name: "rotated", page: "shapes.html", do: click, at: "name: Rotated", log: "rotated"},
		{name: "turned in space", page: "shapes.html", do: click, at: "name: Turned", log: "turned"},
		{name: "field turned in space", page: "shapes.html", do: fill("x"), at: "label: Field", value: "x"},
		{name: "vertical", page: "shapes.html", do: click, at: "name: Vertical", log: "vertical"},
		{name: "clipped", page: "shapes.html", do: click, at: "name: Clipped", log: "clipped"},
		{name: "in a scaled frame", page: "shapes.html", do: click, at: "frame=scaled; name: Framed", log: "framed"},
		{name: "scaled to nothing", page: "shapes.html", do: clickIn, at: "name: Nothing", kind: fault.Halted, says: "was not found"},
	})
}

func TestOverlays(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "glass lets the mouse through", page: "overlays.html", do: click, at: "name: Through", log: "through"},
		{name: "behind a footer that stays", page: "overlays.html", do: click, at: "name: Behind footer", log: "behind footer"},
		{name: "in the footer", page: "overlays.html", do: click, at: "name: In footer", log: "in footer"},
		{name: "for ever behind it", page: "overlays.html", do: clickIn, at: "name: For ever behind", kind: fault.Halted, says: "covered by"},
	})
}

// TestModal: what lies behind a modal dialog takes neither mouse nor letters,
// and the letters do not end up in the dialog.
func TestModal(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.all([]play{
		{name: "button behind it", page: "modal.html", do: clickIn, at: "name: Save", kind: fault.Halted, says: "covered by"},
		{name: "field behind it", page: "modal.html", do: briefly(fill("x")), at: "label: Outside", kind: fault.Halted, says: "dialog may lie over it"},
		{name: "list behind it", page: "modal.html", do: choose("B"), at: "label: List", kind: fault.Halted, says: "dialog may lie over it"},
		{name: "key on a field behind it", page: "modal.html", do: briefly(press("x")), at: "label: Outside", kind: fault.Halted, says: "dialog may lie over it"},
	})
	s.must("label: Inside", fill("yes"))
	s.click("Agree")
	s.must("label: Outside", fill("free"))
	s.click("Save")
	if got := s.log(); got != "inside yes outside" {
		t.Errorf("the page noted %q", got)
	}
}

func TestSpinner(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("spinner.html")
	s.click("Load")
	s.must("label: Name", fill("Ada"))
	s.click("Save")
	if got := s.log(); got != "loaded saved" {
		t.Errorf("the page noted %q", got)
	}
	s.goTo("spinner.html?ever")
	s.click("Load")
	_, err := s.do("name: Save", clickIn)
	s.failed(err, fault.Halted, "covered by status Please wait")
}

func TestFoldedAway(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.goTo("hidden.html")
	_, err := s.do("label: Remark", briefly(fill("x")))
	s.failed(err, fault.Halted, "was not found")
	s.must("text: More", click)
	s.must("label: Remark", fill("x"))
	s.must("label: Name", fill("Ada"))
	s.must("role=tab; name: Address", click)
	s.must("label: Name", fill("Bonn"))
	s.click("Save")
	s.click("Nested")
	if got := s.log(); got != "address Bonn nested" {
		t.Errorf("the page noted %q", got)
	}
	_, err = s.do("name: Cut off", clickIn)
	s.failed(err, fault.Halted, "")
}

// TestLargeTable: a row of thousands is found by its key, and a key that many
// rows have is a doubt.
func TestLargeTable(t *testing.T) {
	t.Parallel()
	s := open(t)
	row := func(column, text string) act.Action {
		return act.Action{Verb: act.Click, Row: []act.Cell{{Column: column, Text: text}}}
	}
	s.all([]play{
		{name: "first", page: "rows.html", do: row("Number", "0000000"), at: "name: Take", log: "took 0"},
		{name: "last", page: "rows.html", do: row("Number", "0004999"), at: "name: Take", log: "took 4999"},
		{name: "many", page: "rows.html", do: row("Name", "Person 7"), at: "name: Take", kind: fault.Halted, says: "100 table rows"},
		{name: "none", page: "rows.html", do: briefly(row("Number", "0005000")), at: "name: Take", kind: fault.Halted, says: "no table row"},
	})
}
