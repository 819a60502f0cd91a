// SPDX-License-Identifier: EUPL-1.2

package draft_test

import "github.com/heinzel-rpa/heinzel/recorder/event"

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
	}
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
	from := c.thing("text", "Kassenzeichen")
	c.says(event.Copy, "text: Kassenzeichen", showing("9920.1234.5"))
	c.elsewhere().opens("https://kasse.example.org/suche", "Kasse", "Konto suchen")
	c.clicks("textbox: Kassenzeichen")
	paste := func(e *event.Event) { e.From = from }
	c.says(event.Paste, "textbox: Kassenzeichen", showing("9920.1234.5"), paste)
	c.says(event.Fill, "textbox: Kassenzeichen", showing("9920.1234.5"))
	c.clicks("Suchen").submits().shows("https://kasse.example.org/konto", "Kasse", "Konto")
	c.says(event.Read, "text: Saldo", showing("120,50"))
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
	c.says(event.Read, "text: Gebühr", showing("12,00"))
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
