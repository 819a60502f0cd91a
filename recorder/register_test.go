// SPDX-License-Identifier: EUPL-1.2

package recorder_test

import (
	"slices"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
)

const popup = "window=EWOPLUS Einwohnermelderegister; "

// register records a clerk who finds a person by a search, picks the row, and
// changes the name.
func register(t *testing.T, address string) recorded {
	t.Helper()
	c := watched(t, address+"/", address)
	c.fills("label left: Kennung", practice.MelderegisterUser)
	c.enters("label left: Kennwort", practice.MelderegisterPassword)
	c.clicks("name: Anmelden")
	c.clicks("frame=navi; role=link; name: Suche")
	c.clicks("frame=main; name: Personensuche...")
	c.fills(popup+"label left: Vorname", "Anna")
	c.fills(popup+"label left: Geburtsdatum", "14.03.1985")
	c.clicks(popup + "name: Suchen")
	c.does(popup+"name: übernehmen", act.Action{Verb: act.Click, Row: []act.Cell{{Column: "Vorname", Text: "Anna"}, {Column: "Geburtsdatum", Text: "14.03.1985"}}})
	c.clicks("frame=main; name: Laden")
	c.fills("frame=main; label left: Nachname", "Müller-Lüdenscheidt")
	c.fills("frame=main; keys; label left: Änderungsdatum", "05.06.2026")
	c.does("frame=main; name: Speichern", act.Action{Verb: act.Click, Answer: &act.Answer{Says: "Änderungen speichern?", Accept: true}})
	c.clicks("frame=navi; role=link; name: Suche")
	c.fills("frame=main; label left: Personennummer", "0040012")
	c.clicks("frame=main; name: Laden")
	return c.drafted(map[string]string{"kennung": practice.MelderegisterUser, "kennwort": practice.MelderegisterPassword})
}

// residents are cases of the recorded scenario, and what the ledger must say.
func residents() (cases []map[string]string, want []string) {
	for _, p := range [][]string{
		{"0040084", "Thị Hằng", "17.01.1988", "Đặng-Nguyễn"},
		{"0040135", "Johannes", "19.10.1993", "Weiß-Müller"},
		{"0040070", "Văn Minh", "05.05.1974", "O’Neill"},
	} {
		cases = append(cases, map[string]string{"vorname": p[1], "geburtsdatum": p[2], "nachname": p[3], "aenderungsdatum": "02.06.2026"})
		want = append(want, p[0]+" famname="+p[3]+",aenddat=02.06.2026")
	}
	return cases, want
}

// TestRegisterIsRepeated: framesets, popups, a search and a row picked by its
// keys, for other persons than the one that was recorded.
func TestRegisterIsRepeated(t *testing.T) {
	t.Parallel()
	here := town(t, practice.Switches{})
	r := register(t, here.MelderegisterURL())
	cases, want := residents()
	there := town(t, practice.Switches{})
	r.done(t, r.repeated(t, r.plan(t, here.MelderegisterURL(), there.MelderegisterURL()), nil, cases...))
	if got := saved(t, there.MelderegisterLedger()); !slices.Equal(got, want) {
		t.Errorf("the ledger says %q, not %q\n%s", got, want, r.text(t))
	}
}
