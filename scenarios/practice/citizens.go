// SPDX-License-Identifier: EUPL-1.2

package practice

import (
	_ "embed"
	"encoding/csv"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/bibliothek"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/melderegister"
)

//go:embed citizens.csv
var citizensFile string

// Citizen is one made-up person. Without a Personennummer they live elsewhere
// and only read here; without an Ausweisnummer they do not read.
type Citizen struct {
	Person melderegister.Person
	Reader bibliothek.Reader
}

// Citizens answers all persons as they are before anything was changed.
func Citizens() ([]Citizen, error) {
	r := csv.NewReader(strings.NewReader(citizensFile))
	r.Comma = ';'
	r.FieldsPerRecord = 9
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
		Reader: bibliothek.Reader{Number: row[8], Surname: row[1], GivenName: row[3], BirthDate: row[4]},
	}
}

// people sorts the citizens into the two systems that know them.
func people() ([]melderegister.Person, []bibliothek.Reader, error) {
	all, err := Citizens()
	var persons []melderegister.Person
	var readers []bibliothek.Reader
	for _, c := range all {
		if c.Person.Number != "" {
			persons = append(persons, c.Person)
		}
		if c.Reader.Number != "" {
			readers = append(readers, c.Reader)
		}
	}
	return persons, readers, err
}
