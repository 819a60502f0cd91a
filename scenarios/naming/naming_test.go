// SPDX-License-Identifier: EUPL-1.2

package naming_test

import (
	"fmt"
	"net/url"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/naming"
)

func ExampleWord() {
	fmt.Println(naming.Word("Neuer Nachname:", "wert"), naming.Plain("Änderungsdatum", "wert"), naming.Word("12", "wert"))
	// Output: neuer_nachname aenderungsdatum wert_12
}

// What a page shows becomes names that expressions can read.
func TestNames(t *testing.T) {
	t.Parallel()
	u, err := url.Parse("https://www.amt.example/alt/suche.htm")
	if err != nil {
		t.Fatal(err)
	}
	taken := map[string]bool{"suche": true, "suche_2": true}
	for got, want := range map[string]string{
		naming.System(u):                       "amt",
		naming.System(&url.URL{Host: "[::1]"}): "system",
		naming.Screen("", u):                   "suche",
		naming.Screen("Person laden", u):       "person_laden",
		naming.Screen("", nil):                 "start",
		naming.Bare(" Nach-\nname : *"):        "Nach- name",
		naming.Word("not", "wert"):             "wert_not",
		naming.Short("ein\x00sehr langer Satz, den niemand als Namen läse"):             "ein sehr langer Satz, den niemand als",
		naming.Fresh("suche", "_", func(s string) bool { return taken[s] }):             "suche_3",
		naming.Fresh("person", "_", func(s string) bool { return taken[s] }):            "person",
		fmt.Sprint(naming.MeansSecret("Kennwort:"), naming.MeansSecret("Kennung")):      "true false",
		fmt.Sprint(naming.LooksSecret("aB3aB3aB3aB3aB3aB3aB3"), naming.LooksSecret("")): "true false",
	} {
		if got != want {
			t.Errorf("%q, and not %q", got, want)
		}
	}
}
