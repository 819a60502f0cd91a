// SPDX-License-Identifier: EUPL-1.2

package recorder_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
)

// town starts the practice applications.
func town(t *testing.T, s practice.Switches) *practice.Town {
	t.Helper()
	town, err := practice.Start(t.Context(), practice.Options{Dir: t.TempDir(), Switches: s})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = town.Close() })
	return town
}

// saved are the entries of a ledger, as "key field=value,field=value".
func saved(t *testing.T, book string) (out []string) {
	t.Helper()
	entries, err := ledger.Read(book)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		var changes []string
		for _, c := range e.Changes {
			changes = append(changes, c.Field+"="+c.New)
		}
		out = append(out, e.Key+" "+strings.Join(changes, ","))
	}
	return out
}

// library records a clerk who changes a reader's name in the old mask, and
// looks whether it was kept.
func library(t *testing.T, address string) recorded {
	t.Helper()
	c := watched(t, address+"/alt/", address)
	c.fills("label left: Benutzer", practice.BibliothekUser)
	c.enters("label left: Passwort", practice.BibliothekPassword)
	c.clicks("name: Einloggen")
	c.fills("name attribute: ausweis", "B-10023")
	c.clicks("name: Anzeigen")
	c.fills("label left: Nachname", "Müller-Lüdenscheidt")
	c.clicks("name: Speichern")
	c.clicks("name: Nächster Leser")
	c.fills("name attribute: ausweis", "B-10023")
	c.clicks("name: Anzeigen")
	return c.drafted(map[string]string{"kennung": practice.BibliothekUser, "kennwort": practice.BibliothekPassword})
}

// readers are cases of the recorded scenario, and what the ledger must say.
func readers() (cases []map[string]string, want []string) {
	for number, name := range map[string]string{"B-10024": "Kowalski", "B-10027": "Đặng-Nguyễn", "B-10028": "O’Neill-Weiß"} {
		cases = append(cases, map[string]string{"ausweisnummer": number, "nachname": name})
		want = append(want, number+" nachname="+name)
	}
	return cases, want
}

// TestLibraryIsRepeated: what was recorded for one reader changes the names of
// others, and nothing else.
func TestLibraryIsRepeated(t *testing.T) {
	t.Parallel()
	here := town(t, practice.Switches{})
	r := library(t, here.BibliothekURL())
	cases, want := readers()
	there := town(t, practice.Switches{})
	r.done(t, r.repeated(t, r.plan(t, here.BibliothekURL(), there.BibliothekURL()), nil, cases...))
	if got := saved(t, there.BibliothekLedger()); !slices.Equal(got, want) {
		t.Errorf("the ledger says %q, not %q\n%s", got, want, r.text(t))
	}
}
