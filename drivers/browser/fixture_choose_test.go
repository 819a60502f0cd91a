// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
)

func TestChooseSeveral(t *testing.T) {
	t.Parallel()
	s := open(t)
	const page = "choose-several.html"
	s.all([]play{
		{name: "exactly these", page: page, do: choose("Blue\nGreen"), at: "label: Colours", value: "Green, Blue", log: "Green+Blue"},
		{name: "as they are", page: page, do: choose("Red"), at: "label: Colours", value: "Red"},
		{name: "none", page: page, do: choose(""), at: "label: Colours", log: ""},
		{name: "no such entry", page: page, do: choose("Red\nPink"), at: "label: Colours", kind: fault.Halted, says: `no entry "Pink"`},
		{name: "disabled entry", page: page, do: choose("Red\nBlack"), at: "label: Colours", kind: fault.Halted, says: `no entry "Black"`},
		{name: "two equal entries", page: page, do: choose("Altstadt\nNeustadt"), at: "label: Twins", kind: fault.Halted, says: `several entries "Neustadt"`},
		{name: "into a list of one", page: page, do: choose("A\nB"), at: "label: One", kind: fault.Halted, says: "takes one entry only"},
		{name: "keeps one", page: page, do: choose("B\nC"), at: "label: Keeps one", kind: fault.Halted, says: "does not keep"},
	})
}
