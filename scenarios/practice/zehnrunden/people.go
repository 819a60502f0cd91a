// SPDX-License-Identifier: EUPL-1.2

package zehnrunden

import (
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
)

// Rounds is how many persons a game asks for.
const Rounds = 10

// Labels are the fields of a person, in the order of the file.
func Labels() []string {
	return []string{"Vorname", "Nachname", "Straße", "Postleitzahl", "Ort", "E-Mail", "Telefon"}
}

// Person is one made-up person by the labels of the form.
type Person map[string]string

// People are the persons of a game, one for each round.
func People(seed uint64) []Person {
	dice := rand.New(rand.NewPCG(seed, 10))
	pick := func(words string) string {
		all := strings.Fields(words)
		return all[dice.IntN(len(all))]
	}
	people := make([]Person, Rounds)
	for i := range people {
		first := pick("Zoë Jürgen Ayşe Łukasz Noémie Søren Đặng Chloë Māris Ñusta")
		last := pick("Groß Müller Çelik Nguyễn O’Connor Šimůnek D'Angelo Weiß-Lüdenscheidt Ångström Þórsson")
		people[i] = Person{
			"Vorname": first, "Nachname": last,
			"Straße":       fmt.Sprintf("%s %d", pick("Rathausstraße Lindenallee Mühlgasse Königsweg"), 1+dice.IntN(120)),
			"Postleitzahl": fmt.Sprintf("%05d", 1000+dice.IntN(98000)),
			"Ort":          pick("Kleinsiedel Großhausen Köthen Neustädt"),
			"E-Mail":       fmt.Sprintf("person%d.%d@example.org", i+1, dice.IntN(1000)),
			"Telefon":      fmt.Sprintf("+49 %d %d", 200+dice.IntN(700), 100000+dice.IntN(900000)),
		}
	}
	return people
}

// write writes the persons as a table that a robot can work through.
func write(w io.Writer, people []Person) error {
	table := csv.NewWriter(w)
	table.Comma = ';'
	rows := [][]string{Labels()}
	for _, p := range people {
		var row []string
		for _, label := range Labels() {
			row = append(row, p[label])
		}
		rows = append(rows, row)
	}
	return table.WriteAll(rows)
}
