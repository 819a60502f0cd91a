// SPDX-License-Identifier: EUPL-1.2

package draft_test

import (
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

const (
	register = "http://127.0.0.1:8801/"
	ewo      = "EWOPLUS Einwohnermelderegister"
	library  = "http://127.0.0.1:8802/alt/"
	biblio   = "Stadtbibliothek Kleinsiedel - BIBLIO-WEB"
)

// plays are what clerks did.
func plays() map[string]*clerk {
	return map[string]*clerk{
		"melderegister":  nameChange(watch()),
		"beide":          libraryChange(nameChange(watch()).elsewhere()),
		"bibliothek":     libraryChange(watch()),
		"zehnrunden":     rounds(watch(), 3),
		"doppelklick":    doubleClick(),
		"eingabetaste":   enter(),
		"zwischenablage": pasted(),
		"zeilen":         rows(),
		"irrtum":         mistakes(),
		"marken":         marks(),
		"einmalcode":     oneTimeCode(),
		"warten":         waiting(),
		"loeschen":       deleting(),
		"kennwort":       newPassword(),
		"abgelaufen":     expired(),
		"dateien":        files(),
		"umbenennen":     renaming(),
		"fenster":        windows(),
		"wegwerfnamen":   volatile(),
		"vorschlag":      suggested(),
	}
}

// suggested takes entries that fields suggest: by the mouse, by keys, by keys of
// which nobody saw what they took, and one that nothing says is an entry. The
// next case must not get the entry that stands in its place.
func suggested() *clerk {
	c := watch().opens(library+"suche", biblio, "Leser suchen")
	suggests := func(e *event.Event) { e.Target.Suggests = true }
	c.types("Ort", "Köl", suggests).clicks("option: Köln")
	c.types("Straße", "Am").presses("ArrowDown", "textbox: Straße").presses("ArrowDown", "textbox: Straße").presses("Enter", "textbox: Straße")
	c.says(event.Fill, "textbox: Straße", suggests, func(e *event.Event) { e.Text = text("Am Ring") })
	c.types("Land", "Fra").presses("ArrowDown", "textbox: Land").presses("Enter", "textbox: Land")
	c.types("Amt", "Bürger").clicks("text: Bürgeramt")
	c.clicks("Suchen").submits().shows(library+"treffer", biblio, "Treffer")
	return c
}

// elsewhere opens a second window by hand.
func (c *clerk) elsewhere() *clerk {
	c.windows++
	c.window, c.frame = c.windows, ""
	return c
}

// nameChange is the change of a name in the register of residents.
func nameChange(c *clerk) *clerk {
	c.opens(register+"login.htm", ewo, "EWOPLUS 4.2 - Einwohnermelderegister")
	c.types("Kennung", "schmidt").secretly("Kennwort", "password", "")
	c.clicks("Anmelden").submits().shows(register+"rahmen.htm", ewo+" - Stadt Kleinsiedel")
	c.in("navi").shows(register+"navi.htm", ewo, "Menü")
	c.in("main").shows(register+"suche.htm", ewo, "Datensatz laden")
	c.clicks("link: Personensuche...").popup().shows(register+"popup.htm", ewo, "Personensuche")
	c.types("Nachname", "Müller").types("Vorname", "Anna").types("Geburtsdatum", "14.03.1985")
	c.clicks("Suchen").submits().shows(register+"treffer.cgi", ewo, "Personensuche").sees("Treffer: 2")
	c.clicks("link: übernehmen", row("Personennummer", "0040012", "Nachname", "Müller", "Vorname", "Anna", "Geburtsdatum", "14.03.1985")).gone()
	c.in("main").clicks("Laden").submits().shows(register+"person.cgi", ewo, "Personendaten")
	c.types("Nachname", "Müller-Lüdenscheidt").types("Änderungsdatum", "05.06.2026")
	c.clicks("Speichern").answers("confirm", "Änderungen speichern?", true).submits()
	c.shows(register+"speichern.cgi", ewo, "Bestätigung").sees("Datensatz gespeichert.", "Vorgangsnummer: 4711")
	c.in("navi").clicks("link: Suche").in("main").shows(register+"suche.htm", ewo, "Datensatz laden")
	c.types("Personennummer", "0040012").clicks("Laden").submits().shows(register+"person.cgi", ewo, "Personendaten")
	c.says(event.Check, "textbox: Nachname", showing("Müller-Lüdenscheidt"))
	c.in("navi").clicks("link: Abmelden").in("").shows(register+"logout.cgi", ewo).sees("Sie wurden abgemeldet.")
	return c
}

// libraryChange is the same in the old mask of the library, without looking
// the result up.
func libraryChange(c *clerk) *clerk {
	c.opens(library+"login", biblio)
	c.types("Benutzer", "bib").secretly("Passwort", "password", "")
	c.clicks("Einloggen").submits().shows(library+"suche", biblio, "Leser aufrufen")
	c.types("Ausweisnummer", "B-10023").clicks("Anzeigen").submits().shows(library+"leser", biblio, "Leserdaten")
	c.types("Nachname", "Müller-Lüdenscheidt").clicks("Speichern").submits().shows(library+"speichern", biblio).sees("Gespeichert")
	return c
}

// rounds is the form that asks the same several times, each time with other
// names of its fields.
func rounds(c *clerk, n int) *clerk {
	c.opens("http://zehnrunden.example/", "Zehn Runden", "Zehn Runden")
	c.clicks("Beginnen").submits()
	for i, p := range [][]string{{"Anna", "Müller", "14.03.1985"}, {"Thị Hằng", "Đặng", "17.01.1988"}, {"Jörg", "Weiß", "02.11.1970"}}[:n] {
		c.shows("http://zehnrunden.example/spiel", "Zehn Runden", "Runde "+string(rune('1'+i))+" von 3")
		c.types("Vorname", p[0]).types("Nachname", p[1]).types("Geburtsdatum", p[2])
		c.clicks("Absenden").submits()
	}
	c.shows("http://zehnrunden.example/ende", "Zehn Runden", "Geschafft")
	return c
}

func doubleClick() *clerk {
	c := watch().opens("https://akten.example.org/liste", "Akten", "Aktenliste")
	c.clicks("Alle zeigen").clicks("Alle zeigen").says(event.DoubleClick, "Alle zeigen").sees("32 Akten")
	here := row("Aktenzeichen", "33.1-2026/0420", "Betreff", "Umzug")
	c.clicks("cell: Betreff", here).clicks("cell: Betreff", here).says(event.DoubleClick, "cell: Betreff", here)
	c.shows("https://akten.example.org/akte", "Akten", "Akte")
	c.clicks("text: irgendwo").clicks("link: Verlauf").sees("Verlauf der Akte")
	return c
}

func enter() *clerk {
	c := watch().opens("https://akten.example.org/suche", "Akten", "Akten suchen")
	c.types("Aktenzeichen", "33.1-2026/0420").presses("Enter", "textbox: Aktenzeichen").clicks("Suchen", made).submits()
	c.shows("https://akten.example.org/akte", "Akten", "Akte")
	c.types("Stichwort", "Umzug").presses("Tab", "textbox: Stichwort").presses("Enter", "textbox: Schlagwort").sees("Stichwort vorgemerkt")
	return c
}

func pasted() *clerk {
	c := watch().opens("https://akten.example.org/akte", "Akten", "Akte")
	from := c.thing("cell", "Kassenzeichen")
	c.says(event.Copy, "cell: Kassenzeichen", showing("9920.1234.5"))
	c.elsewhere().opens("https://kasse.example.org/suche", "Kasse", "Konto suchen")
	c.clicks("textbox: Kassenzeichen")
	paste := func(e *event.Event) { e.From = from }
	c.says(event.Paste, "textbox: Kassenzeichen", showing("9920.1234.5"), paste)
	c.says(event.Fill, "textbox: Kassenzeichen", showing("9920.1234.5"))
	c.clicks("Suchen").submits().shows("https://kasse.example.org/konto", "Kasse", "Konto")
	c.says(event.Read, "cell: Saldo", showing("120,50"))
	return c
}

func rows() *clerk {
	c := watch().opens("https://akten.example.org/offen", "Akten", "Offene Rechnungen")
	for _, r := range [][]string{{"R-1", "120,00", "bezahlt"}, {"R-2", "80,50", "bezahlt"}, {"R-3", "15,00", "gemahnt"}} {
		c.clicks("link: Bearbeiten", row("Rechnung", r[0], "Betrag", r[1])).shows("https://akten.example.org/rechnung", "Akten", "Rechnung")
		c.chooses("Stand", r[2], "offen", "bezahlt", "gemahnt").types("Vermerk", "Stand "+r[2])
		c.clicks("Speichern").submits().shows("https://akten.example.org/offen", "Akten", "Offene Rechnungen").sees("Die Rechnung wurde gespeichert.")
	}
	return c
}

func mistakes() *clerk {
	c := watch().opens("https://akten.example.org/suche", "Akten", "Akten suchen")
	c.types("Name", "Meier").says(event.Mistake, "")
	c.types("Name", "Maier").types("Vorname", "Eva")
	c.says(event.Pause, "").types("Vorname", "privat").clicks("Notizen").says(event.Resume, "")
	c.clicks("link: Hilfe").sees("Hilfe zur Suche").says(event.Mistake, "")
	c.clicks("textbox: Name").types("Name", "Mayer").clicks("Suchen").submits().shows("https://akten.example.org/treffer", "Akten", "Treffer")
	c.clicks("link: Anzeigen", row("Nr", "7", "Name", "Mayer"))
	return c
}

func marks() *clerk {
	c := watch().opens("https://akten.example.org/antrag", "Akten", "Antrag")
	c.types("Aktenzeichen", "33.1-2026/0420")
	c.chooses("Anlass", "Eheschließung", "Eheschließung", "Scheidung").says(event.Differs, "")
	c.chooses("Amt", "Standesamt", "Standesamt", "Bürgeramt")
	c.ticks("Eilt", true).says(event.Differs, "").ticks("Auswärtig", false)
	c.types("Bemerkung", "Frau Öztürk ruft an").says(event.Mask, "textbox: Bemerkung")
	c.clicks("Prüfen").sees("Die Angaben sind vollständig.")
	c.says(event.Check, "text: Die Angaben sind vollständig.", words("Die Angaben sind vollständig."))
	c.says(event.Check, "textbox: Aktenzeichen", showing("33.1-2026/0420"))
	c.says(event.Read, "cell: Gebühr", showing("12,00"))
	return c
}

func oneTimeCode() *clerk {
	c := watch().opens("https://portal.example.org/", "Landesportal", "Willkommen")
	c.clicks("link: Anmelden").shows("https://portal.example.org/anmeldung", "Landesportal", "Anmeldung")
	c.types("Benutzername", "eva.maier").secretly("Passwort", "password", "current-password").clicks("Weiter").submits()
	c.shows("https://portal.example.org/code", "Landesportal", "Zweiter Faktor")
	c.secretly("Einmalcode", "text", "one-time-code").clicks("Bestätigen").submits()
	c.shows("https://portal.example.org/start", "Landesportal", "Meine Vorgänge")
	c.clicks("link: Neuer Vorgang").shows("https://portal.example.org/neu", "Landesportal", "Vorgang anlegen")
	c.types("Betreff", "Straßenfest").clicks("Anlegen").submits().shows("https://portal.example.org/start", "Landesportal", "Meine Vorgänge").sees("Vorgang 812 angelegt")
	return c
}

func waiting() *clerk {
	c := watch().opens("https://akten.example.org/rechner", "Akten", "Gebührenrechner")
	c.types("Fläche", "120").clicks("Berechnen").sees("Die Berechnung ist fertig.", "Gebühr 12 Euro")
	c.clicks("Drucken").sees("Druckansicht")
	return c
}

// deleting asks twice, once by a page and once by a box.
func deleting() *clerk {
	c := watch().opens("https://akten.example.org/liste", "Akten", "Wiedervorlagen")
	c.clicks("link: Löschen", row("Aktenzeichen", "33.1-2026/0420")).shows("https://akten.example.org/frage", "Akten", "Wirklich?")
	c.clicks("Ja, löschen").submits().shows("https://akten.example.org/liste", "Akten", "Wiedervorlagen").sees("Die Wiedervorlage wurde gelöscht.")
	c.clicks("link: Löschungen").shows("https://akten.example.org/papierkorb", "Akten", "Papierkorb")
	c.clicks("Leeren").answers("confirm", "3 Einträge endgültig löschen?", true).submits().sees("Der Papierkorb ist leer.")
	c.clicks("Alles wiederherstellen").answers("confirm", "Wirklich alles?", false)
	return c
}

// newPassword changes a password: no log-in.
func newPassword() *clerk {
	c := watch().opens("https://amt.example.org/profil", "Amt", "Profil")
	c.types("Telefon", "0815").clicks("Speichern").submits().shows("https://amt.example.org/kennwort", "Amt", "Kennwort ändern")
	c.secretly("Altes Kennwort", "password", "").secretly("Neues Kennwort", "password", "").secretly("Wiederholung", "password", "")
	c.clicks("Ändern").submits().shows("https://amt.example.org/profil", "Amt", "Profil").sees("Das Kennwort wurde gespeichert.")
	return c
}

// expired loses the session in the middle, and logs in again.
func expired() *clerk {
	c := watch().opens("https://amt.example.org/anmeldung", "Amt", "Anmeldung")
	in := func() {
		c.types("Benutzer", "eva").secretly("Kennwort", "password", "").clicks("Anmelden").submits().shows("https://amt.example.org/start", "Amt", "Übersicht")
	}
	in()
	c.types("Suchbegriff", "Öztürk").clicks("Suchen").submits().shows("https://amt.example.org/anmeldung", "Amt", "Anmeldung").sees("Ihre Sitzung ist abgelaufen.")
	in()
	c.types("Suchbegriff", "Öztürk").clicks("Suchen").submits().shows("https://amt.example.org/treffer", "Amt", "Treffer für Öztürk")
	return c
}

// files go in and out, and cards are moved.
func files() *clerk {
	c := watch().opens("https://post.example.org/eingang", "Post", "Posteingang")
	c.clicks("Datei wählen").says(event.Upload, "file: Datei", showing("antrag.pdf"))
	c.clicks("Bescheid herunterladen").says(event.Download, "", showing("bescheid.pdf"))
	drop := c.thing("button", "Erledigt")
	c.says(event.Drag, "button: Brief", func(e *event.Event) { e.Onto = drop }).sees("1 erledigt")
	c.says(event.RightClick, "button: Brief").clicks("link: Details")
	return c
}

// renaming looks a person up by the name that is then changed.
func renaming() *clerk {
	c := watch().opens("https://amt.example.org/suche", "Amt", "Personen suchen")
	c.types("Name", "Müller").types("Ort", "Kleinsiedel").clicks("Suchen").submits().shows("https://amt.example.org/treffer", "Amt", "Treffer")
	c.clicks("link: öffnen", func(e *event.Event) {
		e.Target.Row = []event.Cell{{Column: "Name", Shows: text("Müller")}, {Column: "Ort", Shows: text("Kleinsiedel")}}
	}).shows("https://amt.example.org/person", "Amt", "Person")
	c.types("Name", "Müller-Lüdenscheidt").clicks("Speichern").submits().shows("https://amt.example.org/person", "Amt", "Person").sees("gespeichert")
	return c
}

// windows are opened by the person and by the system; one has no frame name.
func windows() *clerk {
	c := watch().opens("https://amt.example.org/a/start", "Amt", "Start")
	c.types("Vermerk", "eins").popup().opens("https://kasse.example.org/", "Kasse", "Kasse")
	c.types("Konto", "99").clicks("Anzeigen").popup().shows("https://kasse.example.org/konto", "Konto", "Buchungen")
	c.clicks("link: Drucken")
	return c
}

// volatile names are different whenever a page is loaded.
func volatile() *clerk {
	c := watch().opens("https://amt.example.org/formular", "Amt", "Formular")
	c.types("Bemerkung", "eilt", func(e *event.Event) {
		e.Target.Ways = append(e.Target.Ways, scenarios.Candidate{By: scenarios.ByID, What: "e4711", Matched: 1}, scenarios.Candidate{By: scenarios.ByNameAttribute, What: "bem", Matched: 1})
		e.Target.Volatile = []string{"id"}
		e.Target.Fingerprint = scenarios.Fingerprint{Tag: "input", ID: "e4711", Name: "bem", Neighbours: "Bemerkung eilt"}
	})
	return c
}
