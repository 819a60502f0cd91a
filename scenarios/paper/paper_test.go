// SPDX-License-Identifier: EUPL-1.2

package paper_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/paper"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func example() *paper.Document {
	d := paper.New(speech.German, "Prüfung <Hundesteuer>")
	d.Heading("Lücken")
	d.Say("Es wurde eine Lücke gefunden.")
	d.Table([]string{"Anzahl", "Tag"}, [][]string{{"drei", "01.01.2026"}, {"zwölf", "02.01.2026"}})
	d.Table([]string{"leer"}, nil)
	d.List("erster Punkt", "zweiter\nmit Zeile")
	d.Code("- {id: neu}\n  # Zeile\n")
	return d
}

func ExampleDocument_Text() {
	fmt.Print(example().Text())
	// Output:
	// Prüfung <Hundesteuer>
	// =====================
	//
	// Lücken
	// ------
	// Es wurde eine Lücke gefunden.
	//   Anzahl  Tag
	//   ------------------
	//   drei    01.01.2026
	//   zwölf   02.01.2026
	//   - erster Punkt
	//   - zweiter
	//     mit Zeile
	//     - {id: neu}
	//       # Zeile
}

func TestHTML(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	if err := example().HTML(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`lang="de"`, "<h1>Prüfung &lt;Hundesteuer&gt;</h1>", `<th scope="row">zwölf</th><td>02.01.2026</td>`, "Zum Inhalt springen", "<pre tabindex=\"0\">- {id: neu}"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(b.String(), "<script") {
		t.Error("the page holds a script")
	}
}
