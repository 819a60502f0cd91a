// SPDX-License-Identifier: EUPL-1.2

package melderegister_test

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

const (
	over  = "Ihre Sitzung ist abgelaufen. Bitte melden Sie sich neu an."
	saved = "Datensatz gespeichert."
)

func TestLogIn(t *testing.T) {
	t.Parallel()
	c := open(t, options(t, trouble.Switches{}))
	c.sees(c.get("/"), "Kennung:", "Kennwort:")
	c.sees(c.get("/suche.htm"), over)
	c.sees(c.post("/login.cgi", "kennung", "u", "kennwort", "x"), "Kennung oder Kennwort ist falsch.")
	c.sees(c.logIn(), `<frame name="kopf"`, `<frame name="navi"`, `<frame name="main"`)
	c.sees(c.get("/kopf.htm"), "Benutzer: u")
	c.sees(c.get("/navi.htm"), "javascript:lade('suche.htm')", "javascript:neuladen()", "javascript:abmelden()")
	c.sees(c.get("/logout.cgi"), "Sie wurden abgemeldet.")
	c.sees(c.get("/suche.htm"), over)
}

func TestPagesAreWindows1252(t *testing.T) {
	t.Parallel()
	c := loggedIn(t, trouble.Switches{})
	r, err := c.client.Get(c.url + "/treffer.cgi?gebdat=17.01.1988")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	raw, _ := io.ReadAll(r.Body)
	if got := r.Header.Get("Content-Type"); got != "text/html; charset=windows-1252" {
		t.Errorf("content type %q", got)
	}
	if !bytes.Contains(raw, []byte("&#272;&#7863;ng")) {
		t.Errorf("no numeric references in\n%s", raw)
	}
	r2, err := c.client.Get(c.url + "/treffer.cgi?famname=M%FCller")
	if err != nil {
		t.Fatal(err)
	}
	defer r2.Body.Close()
	if raw, _ = io.ReadAll(r2.Body); !bytes.Contains(raw, []byte("M\xfcller")) {
		t.Errorf("no byte FC in\n%s", raw)
	}
}

func TestPopupFindsNamesakes(t *testing.T) {
	t.Parallel()
	c := loggedIn(t, trouble.Switches{})
	c.sees(c.get("/suche.htm"), "javascript:personensuche()", `name="pnr"`)
	c.sees(c.get("/treffer.cgi", "famname", "müller", "vorn", "Anna", "gebdat", "14.03.1985"),
		"Treffer: 2", "javascript:uebernehmen('0001')", "javascript:uebernehmen('0003')", "Rosenweg 8")
	c.sees(c.get("/treffer.cgi", "famname", "Đặng"), "Treffer: 1", "uebernehmen('0002')", "Thị Hằng")
	c.sees(c.get("/treffer.cgi", "famname", "mü*"), "Treffer: 2")
	c.sees(c.get("/treffer.cgi", "famname", "Meier"), "Keine Person gefunden.")
	c.sees(c.get("/treffer.cgi"), "Bitte mindestens ein Suchmerkmal angeben.")
	c.sees(c.get("/person.cgi", "pnr", "9"), "Zur Personennummer 9 wurde kein Datensatz gefunden.")
}

func TestNamesSurviveSaving(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Đặng Thị Hằng", "Müller-Lüdenscheidt", "O’Neill", "Şahin", "Čapková", "Weiß & Söhne"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := loggedIn(t, trouble.Switches{})
			c.sees(c.rename(c.mask("0001"), name), saved, "-000001")
			c.sees(c.get("/person.cgi", "pnr", "0001"), `value="`+name+`"`)
			e := c.entries()
			change, _ := e[0].Field("famname")
			if len(e) != 1 || change.Old != "Müller" || change.New != name || change.Count != 1 {
				t.Errorf("ledger %+v", e)
			}
			if len(e[0].Changes) != 2 {
				t.Errorf("only the name and the date were changed: %+v", e[0].Changes)
			}
		})
	}
}

func TestSaveIsValidated(t *testing.T) {
	t.Parallel()
	c := loggedIn(t, trouble.Switches{})
	token := c.mask("0001")
	page := c.post("/speichern.cgi", "pnr", "0001", "vtok", token, "famname", "Groß", "aenddat", "31.02.2026")
	c.sees(page, "Bitte geben Sie ein gültiges Änderungsdatum (TT.MM.JJJJ) ein.", `value="Groß"`)
	c.sees(c.rename(token, ""), "Bitte füllen Sie das Feld Nachname aus.")
	c.sees(c.rename(token, "Groß"), saved)
	if n := len(c.entries()); n != 1 {
		t.Errorf("%d saves", n)
	}
}

func TestTokenRefusesRepetition(t *testing.T) {
	t.Parallel()
	c := loggedIn(t, trouble.Switches{})
	token := c.mask("0001")
	c.rename(token, "Groß")
	c.sees(c.rename(token, "Groß"), "Dieser Vorgang wurde bereits abgeschlossen")
	c.sees(c.rename("", "Klein"), "Dieser Vorgang wurde bereits abgeschlossen")
	if n := len(c.entries()); n != 1 {
		t.Errorf("%d saves", n)
	}
}

func TestDoubleSubmitSavesTwice(t *testing.T) {
	t.Parallel()
	c := loggedIn(t, trouble.Switches{DoubleSubmit: true})
	token := c.mask("0001")
	c.sees(c.rename(token, "Groß"), saved, `value="Speichern"`)
	c.sees(c.rename(token, "Groß"), saved)
	last := c.entries()[1]
	change, _ := last.Field("famname")
	if last.Count != 2 || change.Count != 2 || change.Old != "Groß" {
		t.Errorf("the ledger does not show the second save: %+v", last)
	}
}

func TestSecondLayout(t *testing.T) {
	t.Parallel()
	c := loggedIn(t, trouble.Switches{SecondLayoutFor: []string{"0001"}})
	page := c.get("/person.cgi", "pnr", "0001")
	c.sees(page, "Familienname", "Familienname (Ausweis)", `name="f017"`)
	if strings.Contains(page, "Nachname") || strings.Contains(page, "famname") {
		t.Error("the first layout shines through")
	}
	c.sees(c.get("/person.cgi", "pnr", "0002"), "Nachname:", `name="famname"`)
	c.sees(c.post("/speichern.cgi", "f001", "0001", "f002", c.mask("0001"), "f017", "Groß", "f018", "Müller",
		"f033", "Anna", "f040", "14.03.1985", "f052", "Lindenstraße 4", "f099", "01.07.2026"), saved)
	if change, found := c.entries()[0].Field("famname"); !found || change.New != "Groß" {
		t.Errorf("ledger %+v", c.entries())
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	once := map[string]int{"0001": 1}
	c := loggedIn(t, trouble.Switches{FailLoading: once, FailBeforeSave: once, FailAfterSave: once})
	c.sees(c.get("/person.cgi", "pnr", "0001"), "HTTP-Status 500")
	token := c.mask("0001")
	c.sees(c.rename(token, "Groß"), "HTTP-Status 500")
	if n := len(c.entries()); n != 0 {
		t.Fatalf("%d saves before the save", n)
	}
	c.sees(c.rename(token, "Groß"), "HTTP-Status 500")
	if n := len(c.entries()); n != 1 {
		t.Fatalf("%d saves after the save", n)
	}
	c.sees(c.get("/person.cgi", "pnr", "0001"), `value="Groß"`)
}

func TestLogOutInMidWork(t *testing.T) {
	t.Parallel()
	c := loggedIn(t, trouble.Switches{LogOutAfter: 2, LogOutTimes: 1})
	token := c.mask("0001")
	c.sees(c.rename(token, "Groß"), over)
	c.logIn()
	c.sees(c.rename(token, "Groß"), "ist ungültig")
	c.sees(c.rename(c.mask("0001"), "Groß"), saved)
}

func TestSessionTimesOut(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 7, 1, 8, 0, 0, 0, time.UTC)
	o := options(t, trouble.Switches{SessionIdle: time.Minute})
	o.Now = func() time.Time { return now }
	c := open(t, o)
	c.logIn()
	now = now.Add(2 * time.Minute)
	c.sees(c.get("/suche.htm"), over)
	c.sees(c.get("/"), over)
}

func TestHangsUntilTheClientGivesUp(t *testing.T) {
	t.Parallel()
	c := loggedIn(t, trouble.Switches{Hang: []string{"0001"}})
	c.client.Timeout = 50 * time.Millisecond
	if _, err := c.client.Get(c.url + "/person.cgi?pnr=0001"); err == nil {
		t.Fatal("an answer came")
	}
}

func TestLedgerIsReplayed(t *testing.T) {
	t.Parallel()
	c := loggedIn(t, trouble.Switches{})
	c.rename(c.mask("0001"), "Đặng")
	o := options(t, trouble.Switches{})
	o.Ledger = c.ledger
	again := open(t, o)
	again.logIn()
	again.sees(again.get("/treffer.cgi", "famname", "Đặng"), "Treffer: 2")
	again.sees(again.rename(again.mask("0001"), "Groß"), "-000002")
	if e := again.entries(); e[1].Count != 2 {
		t.Errorf("ledger %+v", e)
	}
}
