// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

func onto(words string) act.Action {
	a := act.Action{Verb: act.Drag, Within: brief}
	a.OntoScreen, a.Onto = thing(words)
	return a
}

func TestDrag(t *testing.T) {
	t.Parallel()
	s := open(t)
	const page = "drag.html"
	s.all([]play{
		{name: "the browser's own way", page: page, do: onto("text: Done"), at: "text: Letter", log: "done:the-letter:true end"},
		{name: "by the mouse alone", page: page, do: onto("text: Pile"), at: "text: Card", log: "up:pile"},
		{name: "never begins", page: page, do: onto("text: Closed"), at: "text: Stuck", kind: fault.Halted, says: "not taken"},
		{name: "not taken", page: page, do: onto("text: Closed"), at: "text: Letter", kind: fault.Halted, says: "not taken", log: "end"},
		{name: "the goal moves away", page: page, do: onto("text: Shy"), at: "text: Letter", kind: fault.Halted, says: "moved away", log: "end"},
		{name: "the goal flees from the mouse", page: page, do: onto("text: Flees"), at: "text: Card", kind: fault.Halted, says: "moved away", log: "up:card"},
		{name: "too far apart", page: page, do: onto("text: Far"), at: "text: Letter", kind: fault.Halted, says: "at the same time"},
		{name: "nothing to drop onto", page: page, do: onto("text: Nowhere"), at: "text: Letter", kind: fault.Halted, says: "Nowhere was not found"},
	})
}
