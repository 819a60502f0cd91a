// SPDX-License-Identifier: EUPL-1.2

package bibliothek

import (
	"maps"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
)

// Reader is a reader as the library first knew them. BirthDate is TT.MM.JJJJ.
type Reader struct {
	Number    string // Ausweisnummer
	Surname   string
	GivenName string
	BirthDate string
}

// record is a reader by the field names of the ledger.
type record map[string]string

func (r Reader) record() record {
	return record{
		"ausweisnummer": r.Number, "nachname": r.Surname, "vorname": r.GivenName,
		"geburtsdatum": r.BirthDate, "nachname_ausweis": r.Surname,
	}
}

func (r record) replay(changes []ledger.Change) {
	for _, c := range changes {
		r[c.Field] = c.New
	}
}

func (r record) clone() record { return maps.Clone(r) }

// leser is the form of a record in the interface.
type leser struct {
	Ausweisnummer string `json:"ausweisnummer"`
	Nachname      string `json:"nachname"`
	Vorname       string `json:"vorname"`
	Geburtsdatum  string `json:"geburtsdatum"` // JJJJ-MM-TT, unlike everywhere else
}

func (r record) leser() leser {
	return leser{r["ausweisnummer"], r["nachname"], r["vorname"], iso(r["geburtsdatum"])}
}

func iso(date string) string {
	d, err := time.Parse("02.01.2006", date)
	if err != nil {
		return date
	}
	return d.Format(time.DateOnly)
}

// record answers a copy, nil for an unknown number.
func (a *App) record(number string) record {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.records[number].clone()
}
