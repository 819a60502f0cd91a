// SPDX-License-Identifier: EUPL-1.2

package desktop_test

import (
	"strconv"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// BenchmarkFill finds a field by its label in a window of 300 elements, writes
// it and reads it back: every check included.
func BenchmarkFill(b *testing.B) {
	for name, at := range map[string]string{"put": "label: Field 70", "typed": "keys; label: Field 70"} {
		b.Run(name, func(b *testing.B) {
			s, err := desktop.Driver{}.Begin(b.Context(), scenarios.Location{System: "wide", Program: []string{python, "testdata/wide.py"}})
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			screen, element := thing(at)
			i := 0
			for b.Loop() {
				i++
				a := act.Action{Verb: act.Fill, Screen: screen, Element: element, Text: "text " + strconv.Itoa(i), Within: patience}
				if _, err := s.Do(b.Context(), a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
