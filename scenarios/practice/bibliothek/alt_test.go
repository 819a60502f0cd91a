// SPDX-License-Identifier: EUPL-1.2

package bibliothek_test

import (
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

func TestOldForm(t *testing.T) {
	t.Parallel()
	d := open(t, options(t))
	d.sees(d.get("/alt/"), "Benutzer")
	d.sees(d.get("/alt/suche"), "Ihre Sitzung ist abgelaufen.")
	d.sees(d.post("/alt/login", "benutzer", "u", "passwort", "x"), "Benutzer oder Passwort falsch.")
	d.sees(d.logIn(), "Ausweisnummer")
	d.sees(d.get("/alt/leser?ausweis=B-9"), "Ausweisnummer unbekannt.")
	token := d.mask()
	d.sees(d.post("/alt/speichern", "vt", token, "nn", "", "vn", "Anna"), "Der Name fehlt.")
	d.sees(d.post("/alt/speichern", "vt", token, "nn", "Đặng", "vn", "Anna"), "Gespeichert")
	d.sees(d.post("/alt/speichern", "vt", token, "nn", "Đặng", "vn", "Anna"), "bereits gespeichert")
	if e := d.saves(1)[0]; len(e.Changes) != 1 || e.Changes[0].New != "Đặng" {
		t.Errorf("ledger %+v", e)
	}
	if d.surname() != "Đặng" {
		t.Error("the interface shows other data")
	}
	d.sees(d.get("/alt/logout"), "Sie wurden abgemeldet.")
}

func TestOldFormSavesTwice(t *testing.T) {
	t.Parallel()
	d := with(t, trouble.Switches{DoubleSubmit: true})
	d.logIn()
	token := d.mask()
	for range 2 {
		d.sees(d.post("/alt/speichern", "vt", token, "nn", "Groß", "vn", "Anna"), "Speichern")
	}
	if e := d.saves(2)[1]; e.Changes[0].Count != 2 {
		t.Errorf("ledger %+v", e)
	}
}

func TestOldFormInSecondLayout(t *testing.T) {
	t.Parallel()
	d := with(t, trouble.Switches{SecondLayout: true})
	d.logIn()
	page := d.get("/alt/leser?ausweis=" + reader)
	d.sees(page, "Familienname (Karte)")
	if strings.Contains(page, "Nachname") {
		t.Error("the first layout shines through")
	}
	d.sees(d.post("/alt/speichern", "vt", d.mask(), "feld07", "Groß", "feld08", "Müller", "feld11", "Anna"), "Gespeichert")
	if d.surname() != "Groß" {
		t.Error("not saved")
	}
}

func TestOldFormFails(t *testing.T) {
	t.Parallel()
	once := map[string]int{reader: 1}
	d := with(t, trouble.Switches{FailLoading: once, FailBeforeSave: once, FailAfterSave: once, LogOutAfter: 9})
	d.logIn()
	d.sees(d.get("/alt/leser?ausweis="+reader), "Fehler 500")
	token := d.mask()
	d.sees(d.post("/alt/speichern", "vt", token, "nn", "Groß"), "Fehler 500")
	d.saves(0)
	d.sees(d.post("/alt/speichern", "vt", token, "nn", "Groß"), "Fehler 500")
	d.saves(1)
	for range 4 {
		d.get("/alt/suche")
	}
	d.sees(d.get("/alt/suche"), "Ihre Sitzung ist abgelaufen.")
}
