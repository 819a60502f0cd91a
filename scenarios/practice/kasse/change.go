// SPDX-License-Identifier: EUPL-1.2

package kasse

import "github.com/racingmars/go3270"

// account is mask 04.
func (d *desk) account(number, message string) mask {
	if d.trouble.FailsLoading(number) {
		return d.search("KAS090S Datenbank nicht verfügbar (SQLCODE -904).")
	}
	if d.trouble.Hang(d.ctx, number) {
		return nil
	}
	r := d.record(number)
	return d.inside(accountMask(r, d.trouble.Second(number)), message, 7, 23, func(a go3270.Response) mask {
		surname := a.Values["nachname"]
		switch {
		case a.AID == go3270.AIDPF3:
			return d.search("")
		case a.AID != go3270.AIDPF5:
			return d.account(number, unknownKey)
		case surname == "":
			return d.account(number, "KAS011E Der Nachname fehlt.")
		case surname == r["nachname"]:
			return d.account(number, "KAS012W Es wurde nichts geändert.")
		}
		return d.confirm(number, surname, "")
	})
}

// confirm is mask 05.
func (d *desk) confirm(number, surname, message string) mask {
	return d.inside(confirmMask(d.record(number), surname), message, 22, 0, func(a go3270.Response) mask {
		switch a.AID {
		case go3270.AIDPF12, go3270.AIDPF3:
			return d.account(number, "KAS013I Abgebrochen, nichts wurde gespeichert.")
		case go3270.AIDPF5:
			return d.save(number, surname)
		}
		return d.confirm(number, surname, unknownKey)
	})
}

// save stores a change. A host that fails takes the connection along, and says
// nothing about what it has stored.
func (d *desk) save(number, surname string) mask {
	if d.trouble.FailsBeforeSave(number) || d.rename(number, surname, d.session) != nil || d.trouble.FailsAfterSave(number) {
		return nil
	}
	return d.account(number, "KAS014I Gespeichert.")
}
