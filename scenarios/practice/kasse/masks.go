// SPDX-License-Identifier: EUPL-1.2

package kasse

import (
	"fmt"

	"github.com/racingmars/go3270"
)

// head is what every mask begins with: its number, and who is speaking.
func head(number, title, keys string) go3270.Screen {
	return go3270.Screen{
		{Row: 0, Col: 0, Content: "KASSE-" + number, Color: go3270.Blue},
		{Row: 0, Col: 22, Content: "Stadtkasse Kleinsiedel", Intense: true},
		{Row: 0, Col: 60, Content: "CICS KLSD01", Color: go3270.Blue},
		{Row: 2, Col: 0, Content: title, Intense: true},
		{Row: 22, Col: 0, Content: keys, Color: go3270.Blue},
	}
}

// label and value are protected; field can be written.
func label(row int, text string) go3270.Field { return go3270.Field{Row: row, Col: 0, Content: text} }

func value(row int, text string) go3270.Field {
	return go3270.Field{Row: row, Col: 22, Content: text, Color: go3270.Turquoise}
}

func field(row, column, length int, name, content string) go3270.Screen {
	return go3270.Screen{
		{Row: row, Col: column, Write: true, Name: name, Content: content, Highlighting: go3270.Underscore, Color: go3270.Green},
		{Row: row, Col: column + length + 1},
	}
}

func logInMask() go3270.Screen {
	s := append(head("00", "Anmeldung", "F3=Ende  ENTER=Anmelden"),
		go3270.Field{Row: 5, Col: 0, Content: "Übungsbetrieb: alle Konten sind erfunden."},
		label(8, "Benutzer  . . . . . :"), label(9, "Kennwort  . . . . . :"))
	s = append(s, field(8, 22, 8, "benutzer", "")...)
	secret := field(9, 22, 12, "kennwort", "")
	secret[0].Hidden = true
	return append(s, secret...)
}

func menuMask() go3270.Screen {
	s := append(head("01", "Hauptmenü", "F3=Abmelden  ENTER=Weiter"),
		label(5, "   1  Konten suchen"), label(6, "   9  Abmelden"), label(10, "Auswahl  . . . . ==>"))
	return append(s, field(10, 22, 1, "auswahl", "")...)
}

func searchMask() go3270.Screen {
	s := append(head("02", "Konto suchen", "F3=Zurück zum Menü  ENTER=Suchen"),
		label(5, "Kassenzeichen . . . :"), label(7, "Nachname  . . . . . :"), label(8, "Vorname . . . . . . :"))
	s = append(s, field(5, 22, 8, "kassenzeichen", "")...)
	s = append(s, field(7, 22, 30, "nachname", "")...)
	return append(s, field(8, 22, 30, "vorname", "")...)
}

// perPage is how many accounts a page of the list has.
const perPage = 12

func hitsMask(found []record, from int) go3270.Screen {
	s := append(head("03", "Trefferliste", "F3=Zurück zur Suche  F7=Zurück  F8=Vor  ENTER=Anzeigen"),
		go3270.Field{Row: 2, Col: 60, Content: fmt.Sprintf("Seite %d von %d", from/perPage+1, (len(found)+perPage-1)/perPage)})
	for _, h := range []struct {
		column int
		text   string
	}{{1, "A"}, {4, "Kassenzeichen"}, {19, "Nachname"}, {43, "Vorname"}, {62, "Geboren"}} {
		s = append(s, go3270.Field{Row: 4, Col: h.column, Content: h.text, Color: go3270.White})
	}
	for i, r := range found[from:min(from+perPage, len(found))] {
		row := 5 + i
		s = append(s, field(row, 1, 1, r["kassenzeichen"], "")...)
		s = append(s, go3270.Field{Row: row, Col: 4, Content: r["kassenzeichen"]}, go3270.Field{Row: row, Col: 19, Content: r["nachname"]},
			go3270.Field{Row: row, Col: 43, Content: r["vorname"]}, go3270.Field{Row: row, Col: 62, Content: r["geburtsdatum"]})
	}
	return s
}

// accountMask shows an account. In the second layout the name that matters has
// another label, and a name that does not matter stands where it stood.
func accountMask(r record, second bool) go3270.Screen {
	s := append(head("04", "Konto", "F3=Zurück  F5=Ändern"),
		label(5, "Kassenzeichen . . . :"), value(5, r["kassenzeichen"]),
		label(8, "Vorname . . . . . . :"), value(8, r["vorname"]),
		label(9, "Geburtsdatum  . . . :"), value(9, r["geburtsdatum"]),
		label(10, "Anschrift . . . . . :"), value(10, r["anschrift"]),
		label(11, "Abgabe  . . . . . . :"), value(11, r["abgabe"]))
	if second {
		s = append(s, label(7, "Zahlungspflichtige  :"), label(13, "Name der Person . . :"))
		s = append(s, field(7, 22, 30, "zahlend", "")...)
		return append(s, field(13, 22, 30, "nachname", r["nachname"])...)
	}
	s = append(s, label(7, "Nachname  . . . . . :"))
	return append(s, field(7, 22, 30, "nachname", r["nachname"])...)
}

func confirmMask(r record, surname string) go3270.Screen {
	return append(head("05", "Änderung bestätigen", "F5=Speichern  F12=Abbrechen"),
		label(5, "Kassenzeichen . . . :"), value(5, r["kassenzeichen"]),
		label(7, "Nachname bisher . . :"), value(7, r["nachname"]),
		label(8, "Nachname neu  . . . :"), value(8, surname))
}
