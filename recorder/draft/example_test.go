// SPDX-License-Identifier: EUPL-1.2

package draft_test

import (
	"fmt"

	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
)

func ExampleNew() {
	c := watch().opens("https://amt.example.org/suche", "Amt", "Suche")
	c.types("Aktenzeichen", "33.1-2026/0420").clicks("Anzeigen")
	d, err := draft.New(c.events, draft.Options{Title: "Akte aufrufen"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s", format.Write(d.Scenario)[format.ScenarioFile])
	// Output:
	// heinzel: 1
	// title: Akte aufrufen
	// reference: =aktenzeichen
	//
	// inputs:
	//   aktenzeichen: {type: text, required: yes, label: Aktenzeichen}
	//
	// systems:
	//   amt:
	//     kind: browser
	//     title: Amt
	//
	// steps:
	//   - in: amt
	//     do:
	//       - {fill: suche/Aktenzeichen, with: =aktenzeichen}
	//       - click: suche/Anzeigen
}
