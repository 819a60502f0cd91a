// SPDX-License-Identifier: EUPL-1.2

package kasse

import (
	"context"
	"errors"
	"net"

	"github.com/racingmars/go3270"
)

// desk is one terminal's conversation with the treasury.
type desk struct {
	*App
	ctx     context.Context // ends with the terminal's connection
	conn    net.Conn
	session string // empty: nobody is logged in
	seen    int    // masks since the log-in
}

// errEnded ends a conversation: the connection is closed.
var errEnded = errors.New("the conversation is over")

// mask shows one mask and gives the one that follows.
type mask func() (mask, error)

// seat works a terminal until either side ends.
func (a *App) seat(ctx context.Context, conn net.Conn) {
	if _, err := go3270.NegotiateTelnet(conn); err != nil {
		return
	}
	d := &desk{App: a, ctx: ctx, conn: conn}
	next := d.logIn("")
	for err := error(nil); err == nil && next != nil; {
		next, err = next()
	}
}

// show shows a mask and waits for a key. The host answers as slowly as it is
// told to; meanwhile the terminal's keyboard is locked.
func (d *desk) show(s go3270.Screen, message string, row, column int) (go3270.Response, error) {
	if !d.trouble.Pause(d.ctx) {
		return go3270.Response{}, errEnded
	}
	s = append(s, go3270.Field{Row: 23, Col: 0, Content: message, Intense: true, Color: go3270.Red})
	r, err := go3270.ShowScreenOpts(s, nil, d.conn, go3270.ScreenOpts{Codepage: go3270.Codepage273(), CursorRow: row, CursorCol: column})
	d.seen++
	return r, err
}

// logIn is mask 00.
func (d *desk) logIn(message string) mask {
	return func() (mask, error) {
		r, err := d.show(logInMask(), message, 8, 23)
		switch {
		case err != nil:
			return nil, err
		case r.AID == go3270.AIDPF3:
			return nil, nil
		case r.AID != go3270.AIDEnter:
			return d.logIn(unknownKey), nil
		case r.Values["benutzer"] != d.options.User || r.Values["kennwort"] != d.options.Password:
			return d.logIn("KAS001E Benutzer oder Kennwort falsch."), nil
		}
		d.session, d.seen = d.begin(), 0
		return d.menu(""), nil
	}
}

// inside shows a mask to somebody who is logged in.
func (d *desk) inside(s go3270.Screen, message string, row, column int, then func(go3270.Response) mask) mask {
	return func() (mask, error) {
		if d.drops(d.seen) {
			d.session = ""
			return d.logIn("KAS002W Ihre Sitzung ist abgelaufen. Bitte melden Sie sich neu an."), nil
		}
		r, err := d.show(s, message, row, column)
		if err != nil {
			return nil, err
		}
		return then(r), nil
	}
}

const unknownKey = "KAS003E Taste ist nicht belegt."

// menu is mask 01.
func (d *desk) menu(message string) mask {
	return d.inside(menuMask(), message, 10, 23, func(r go3270.Response) mask {
		choice := r.Values["auswahl"]
		switch {
		case r.AID == go3270.AIDPF3, r.AID == go3270.AIDEnter && choice == "9":
			d.session = ""
			return d.logIn("KAS004I Sie sind abgemeldet.")
		case r.AID != go3270.AIDEnter:
			return d.menu(unknownKey)
		case choice == "1":
			return d.search("")
		}
		return d.menu("KAS005E Ungültige Auswahl.")
	})
}

// search is mask 02.
func (d *desk) search(message string) mask {
	return d.inside(searchMask(), message, 5, 23, func(r go3270.Response) mask {
		number, surname := r.Values["kassenzeichen"], r.Values["nachname"]
		switch {
		case r.AID == go3270.AIDPF3:
			return d.menu("")
		case r.AID != go3270.AIDEnter:
			return d.search(unknownKey)
		case number == "" && surname == "":
			return d.search("KAS006E Bitte Kassenzeichen oder Nachname eingeben.")
		}
		found := d.find(number, surname, r.Values["vorname"])
		switch len(found) {
		case 0:
			return d.search("KAS007W Kein Konto gefunden.")
		case 1:
			return d.account(found[0]["kassenzeichen"], "")
		}
		return d.hits(found, 0, "")
	})
}

// hits is mask 03.
func (d *desk) hits(found []record, from int, message string) mask {
	return d.inside(hitsMask(found, from), message, 5, 2, func(r go3270.Response) mask {
		switch {
		case r.AID == go3270.AIDPF3:
			return d.search("")
		case r.AID == go3270.AIDPF7 && from == 0:
			return d.hits(found, from, "KAS008I Erste Seite.")
		case r.AID == go3270.AIDPF7:
			return d.hits(found, from-perPage, "")
		case r.AID == go3270.AIDPF8 && from+perPage >= len(found):
			return d.hits(found, from, "KAS009I Letzte Seite.")
		case r.AID == go3270.AIDPF8:
			return d.hits(found, from+perPage, "")
		case r.AID != go3270.AIDEnter:
			return d.hits(found, from, unknownKey)
		}
		if number := marked(r.Values); number != "" {
			return d.account(number, "")
		}
		return d.hits(found, from, "KAS010E Bitte genau ein Konto mit S auswählen.")
	})
}

// marked is the one account that is marked with S.
func marked(values map[string]string) string {
	number := ""
	for name, mark := range values {
		switch {
		case mark == "":
		case mark != "S" && mark != "s", number != "":
			return ""
		default:
			number = name
		}
	}
	return number
}
