// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"fmt"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/zehnrunden"
)

// TestZehnRunden: a form that looks different in each of ten rounds is filled
// by its labels, 70 of 70 fields, whatever the dice say.
func TestZehnRunden(t *testing.T) {
	t.Parallel()
	town, err := practice.Start(t.Context(), practice.Options{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { town.Close() })
	s := openOn(t, town.ZehnRundenURL())
	for _, seed := range []uint64{1, 2, 3, 5, 8} {
		s.goTo("")
		s.must("label: Nummer des Spiels", fill(fmt.Sprint(seed)))
		s.click("Beginnen")
		for i, person := range zehnrunden.People(seed) {
			for _, label := range zehnrunden.Labels() {
				s.must("label: "+label, fill(person[label]))
			}
			s.click("Absenden")
			if i == 0 {
				_, err := s.do("label: Faxnummer", briefly(fill("1")))
				s.failed(err, fault.Halted, "was not found")
			}
		}
		s.shown(act.Look{Text: "70 von 70 Feldern richtig"})
	}
}
