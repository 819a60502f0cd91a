// SPDX-License-Identifier: EUPL-1.2

package kasse_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/host"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/kasse"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

const patience = 20 * time.Second

// clerk works the treasury at a terminal.
type clerk struct {
	*testing.T
	*host.Session
}

func seat(t *testing.T, address string) clerk {
	t.Helper()
	s, err := host.Driver{}.Begin(t.Context(), scenarios.Location{Address: address})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return clerk{t, s}
}

// writes fills a field by its label, then presses a key.
func (c clerk) writes(label, text, key string) {
	c.Helper()
	a := act.Action{
		Verb: act.Fill, Text: text, Within: patience, Screen: &scenarios.Screen{Name: "kasse"},
		Element: &scenarios.Element{Name: label, Secret: true, Found: []scenarios.Candidate{{By: scenarios.ByLabelLeft, What: label}}},
	}
	if label == "Kennwort" {
		a.Text, a.Secret = "", secret.New(text)
	}
	if _, err := c.Do(c.Context(), a); err != nil {
		c.Fatal(err)
	}
	if key != "" {
		c.presses(key)
	}
}

func (c clerk) presses(key string) {
	c.Helper()
	if _, err := c.Do(c.Context(), act.Action{Verb: act.Press, Text: key, Within: patience}); err != nil {
		c.Fatal(err)
	}
}

func (c clerk) sees(text string) {
	c.Helper()
	if yes, err := c.Look(c.Context(), act.Look{Text: text, Within: patience}); err != nil || !yes {
		c.Fatalf("the terminal does not show %q: %v", text, err)
	}
}

func (c clerk) logsIn() {
	c.Helper()
	c.writes("Benutzer", user, "")
	c.writes("Kennwort", password, "Enter")
	c.sees("KASSE-01")
}

func TestAClerkChangesAnAccount(t *testing.T) {
	t.Parallel()
	address, book := open(t, trouble.Switches{})
	c := seat(t, address)
	c.writes("Benutzer", user, "")
	c.writes("Kennwort", "falsch", "Enter")
	c.sees("KAS001E Benutzer oder Kennwort falsch.")
	c.logsIn()
	c.writes("Auswahl", "7", "Enter")
	c.sees("KAS005E Ungültige Auswahl.")
	c.writes("Auswahl", "1", "PF9")
	c.sees("KAS003E Taste ist nicht belegt.")
	c.writes("Auswahl", "1", "Enter")
	c.sees("KASSE-02")
	c.presses("Enter")
	c.sees("KAS006E")
	c.writes("Nachname", "Niemand", "Enter")
	c.sees("KAS007W Kein Konto gefunden.")
	c.writes("Nachname", "Müller", "Enter")
	c.sees("Seite 1 von 3")
	c.presses("PF7")
	c.sees("KAS008I Erste Seite.")
	c.presses("PF8")
	c.presses("PF8")
	c.presses("PF8")
	c.sees("KAS009I Letzte Seite.")
	c.presses("Enter")
	c.sees("KAS010E Bitte genau ein Konto mit S auswählen.")
	c.presses("PF3")
	c.writes("Kassenzeichen", "40000100", "Enter")
	c.sees("KASSE-04")
	c.presses("PF5")
	c.sees("KAS012W Es wurde nichts geändert.")
	c.writes("Nachname", "", "PF5")
	c.sees("KAS011E Der Nachname fehlt.")
	c.writes("Nachname", "Weiß-Größe", "PF5")
	c.sees("KASSE-05")
	c.presses("PF12")
	c.sees("KAS013I Abgebrochen")
	c.writes("Nachname", "Weiß-Größe", "PF5")
	c.presses("PF5")
	c.sees("KAS014I Gespeichert.")
	entries, err := ledger.Read(book)
	if err != nil || len(entries) != 1 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	if change, _ := entries[0].Field("nachname"); entries[0].Key != "40000100" || change.Old != "Weiß" || change.New != "Weiß-Größe" || entries[0].Session != "T-0001" {
		t.Errorf("the ledger says %+v", entries[0])
	}
}

func TestAnExpiredSession(t *testing.T) {
	t.Parallel()
	address, _ := open(t, trouble.Switches{LogOutAfter: 1, LogOutTimes: 1})
	c := seat(t, address)
	c.logsIn()
	c.writes("Auswahl", "7", "Enter")
	c.writes("Auswahl", "1", "Enter")
	c.sees("KAS002W Ihre Sitzung ist abgelaufen.")
	c.logsIn()
}

// TestReplay: an account that was changed before is still changed.
func TestReplay(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "kasse.ledger.jsonl")
	book, _, err := ledger.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := book.Append(ledger.Entry{System: kasse.System, Key: "40000100", Changes: []ledger.Change{{Field: "nachname", Old: "Weiß", New: "Schwarz"}}}); err != nil {
		t.Fatal(err)
	}
	book.Close()
	address, _ := serve(t, path, trouble.Switches{})
	c := seat(t, address)
	c.logsIn()
	c.writes("Auswahl", "1", "Enter")
	c.writes("Kassenzeichen", "40000100", "Enter")
	c.sees("Schwarz")
}
