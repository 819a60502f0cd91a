// SPDX-License-Identifier: EUPL-1.2

package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// large is a scenario of n steps as a recorder and a person would write them.
func large(n int) fstest.MapFS {
	var b strings.Builder
	b.WriteString("heinzel: 1\ntitle: Groß\ninputs:\n  nummer: {type: text}\n  alter: {type: integer}\n  tag: {type: date}\nsystems:\n  amt: {kind: browser}\nsteps:\n")
	for i := range n / 10 {
		fmt.Fprintf(&b, `  - in: amt
    do:
      - {fill: suche/Nummer, with: =nummer}
      - click: suche/Suchen
      - {read: person/Nachname, into: name_%[1]d, as: name}
      - when: alter > %[1]d and tag < "2026-12-31"
        then:
          - {fill: person/Nachname, with: =name_%[1]d}
          - {set: neu_%[1]d, with: '="Nr. " + nummer'}
      - expect: {text: Gespeichert}
      - id: speichern_%[1]d
        commit: person/Speichern
        unless: name_%[1]d == neu_%[1]d
        verify:
          - holds: name_%[1]d == neu_%[1]d
`, i)
	}
	return fstest.MapFS{"scenario.yaml": {Data: []byte(b.String())}, "elements/amt.yaml": {Data: []byte(screens)}}
}

// Reading and checking 1,000 steps; the goal is 100 ms.
func BenchmarkCheck1000(b *testing.B) {
	folder := large(1000)
	for b.Loop() {
		var report source.Report
		s, err := format.Folder(&report, folder, "gross")
		if err != nil || s == nil {
			b.Fatal(err, report.Sorted())
		}
		if check.Scenario(&report, s) == nil {
			b.Fatal(report.Sorted()[0])
		}
	}
}
