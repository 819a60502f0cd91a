// SPDX-License-Identifier: EUPL-1.2

package practice

import (
	_ "embed"
	"encoding/csv"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/bibliothek"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/kasse"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/melderegister"
)

//go:embed citizens.csv
var citizensFile string

// Citizen is one made-up person. Without a Personennummer they live elsewhere
// and only read or pay here; without an Ausweisnummer they do not read, without a
// Kassenzeichen they pay nothing.
type Citizen struct {
	Person  melderegister.Person
	Reader  bibliothek.Reader
	Account kasse.Account
}

// Citizens answers all persons as they are before anything was changed.
func Citizens() ([]Citizen, error) {
	r := csv.NewReader(strings.NewReader(citizensFile))
	r.Comma = ';'
	r.FieldsPerRecord = 10
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	var all []Citizen
	for _, row := range rows[1:] {
		all = append(all, citizen(row))
	}
	return all, nil
}

func citizen(row []string) Citizen {
	return Citizen{
		Person: melderegister.Person{
			Number: row[0], Surname: row[1], BirthName: row[2], GivenName: row[3], BirthDate: row[4],
			Address: row[5], MaritalStatus: row[6], Restricted: row[7] == "ja",
		},
		Reader:  bibliothek.Reader{Number: row[8], Surname: row[1], GivenName: row[3], BirthDate: row[4]},
		Account: kasse.Account{Number: row[9], Surname: row[1], GivenName: row[3], BirthDate: row[4], Address: row[5], Kind: "Grundsteuer"},
	}
}

// known are the citizens by the systems that know them.
type known struct {
	persons  []melderegister.Person
	readers  []bibliothek.Reader
	accounts []kasse.Account
}

// people sorts the citizens into the systems that know them.
func people() (known, error) {
	all, err := Citizens()
	var k known
	for _, c := range all {
		if c.Person.Number != "" {
			k.persons = append(k.persons, c.Person)
		}
		if c.Reader.Number != "" {
			k.readers = append(k.readers, c.Reader)
		}
		if c.Account.Number != "" {
			k.accounts = append(k.accounts, c.Account)
		}
	}
	return k, err
}
