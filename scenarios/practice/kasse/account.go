// SPDX-License-Identifier: EUPL-1.2

package kasse

import (
	"cmp"
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
)

// Account is an account as the treasury first knew it. BirthDate is TT.MM.JJJJ.
type Account struct {
	Number    string // Kassenzeichen
	Surname   string
	GivenName string
	BirthDate string
	Address   string
	Kind      string // Grundsteuer, Hundesteuer, …
}

// record is an account by the field names of the ledger.
type record map[string]string

func (a Account) record() record {
	return record{
		"kassenzeichen": a.Number, "nachname": a.Surname, "vorname": a.GivenName,
		"geburtsdatum": a.BirthDate, "anschrift": a.Address, "abgabe": a.Kind,
	}
}

// record answers a copy, nil for an unknown number.
func (a *App) record(number string) record {
	a.mu.Lock()
	defer a.mu.Unlock()
	return maps.Clone(a.records[number])
}

// find answers the accounts of a number, or of a surname and a given name if one
// is asked for, in the order of their numbers.
func (a *App) find(number, surname, given string) []record {
	a.mu.Lock()
	defer a.mu.Unlock()
	var out []record
	for _, r := range a.records {
		if number != "" && r["kassenzeichen"] != number || surname != "" && r["nachname"] != surname || given != "" && r["vorname"] != given {
			continue
		}
		out = append(out, maps.Clone(r))
	}
	slices.SortFunc(out, func(a, b record) int { return cmp.Compare(a["kassenzeichen"], b["kassenzeichen"]) })
	return out
}

// rename writes the change into the ledger first, then into the accounts.
func (a *App) rename(number, surname, session string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	r := a.records[number]
	_, err := a.book.Append(ledger.Entry{
		System: System, Key: number, At: a.options.Now(), Session: session,
		Changes: []ledger.Change{{Field: "nachname", Old: r["nachname"], New: surname}},
	})
	if err == nil {
		r["nachname"] = surname
	}
	return err
}
