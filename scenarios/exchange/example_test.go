// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"fmt"

	"github.com/heinzel-rpa/heinzel/scenarios/exchange"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

func ExampleRead() {
	recording := `{"title": "Suchen", "steps": [
		{"type": "navigate", "url": "https://amt.example/suche"},
		{"type": "change", "value": "Müller", "selectors": [["aria/Nachname:"], ["input[name='nn']"]]},
		{"type": "keyDown", "key": "Enter"}
	]}`
	var report source.Report
	d := exchange.Read(&report, "suchen.json", []byte(recording), exchange.Options{})
	fmt.Print(string(format.Write(d.Scenario)[format.ScenarioFile]))
	// Output:
	// heinzel: 1
	// title: Suchen
	//
	// systems:
	//   amt:
	//     kind: browser
	//     title: amt.example
	//
	// steps:
	//   - in: amt
	//     do:
	//       - open: "/suche"
	//       - {fill: suche/Nachname, with: Müller}
	//       - press: Enter
}
