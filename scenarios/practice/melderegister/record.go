// SPDX-License-Identifier: EUPL-1.2

package melderegister

import (
	"maps"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
)

// Person is a resident as the register first knew them. Dates are TT.MM.JJJJ.
type Person struct {
	Number        string // Personennummer
	Surname       string
	BirthName     string
	GivenName     string
	BirthDate     string
	Address       string
	MaritalStatus string
	Restricted    bool // Auskunftssperre
}

// record is a person by the field names of the first layout.
type record map[string]string

func (p Person) record() record {
	return record{
		"pnr": p.Number, "famname": p.Surname, "gebname": p.BirthName, "vorn": p.GivenName,
		"gebdat": p.BirthDate, "anschr": p.Address, "famst": p.MaritalStatus,
		"ausksp": yesNo(p.Restricted), "famausw": p.Surname, "aenddat": "",
	}
}

func (r record) replay(changes []ledger.Change) {
	for _, c := range changes {
		r[c.Field] = c.New
	}
}

func (r record) clone() record { return maps.Clone(r) }

func yesNo(b bool) string {
	if b {
		return "ja"
	}
	return "nein"
}

// layout says under which name each field stands in the form.
type layout struct {
	Number, Token string
	names         [][2]string // field of the record, name in the form
}

func firstLayout() layout {
	l := layout{Number: "pnr", Token: "vtok"}
	for _, n := range []string{"famname", "gebname", "vorn", "gebdat", "anschr", "famst", "ausksp", "aenddat"} {
		l.names = append(l.names, [2]string{n, n})
	}
	return l
}

// secondLayout is what an update of the application did to the form.
func secondLayout() layout {
	return layout{Number: "f001", Token: "f002", names: [][2]string{
		{"famname", "f017"},
		{"famausw", "f018"},
		{"gebname", "f021"},
		{"vorn", "f033"},
		{"gebdat", "f040"},
		{"anschr", "f052"},
		{"famst", "f064"},
		{"ausksp", "f071"},
		{"aenddat", "f099"},
	}}
}

// layoutOf tells from a submitted form which layout it had.
func layoutOf(get func(string) string) layout {
	if second := secondLayout(); get(second.Number) != "" {
		return second
	}
	return firstLayout()
}

// read answers what a form says, over what was there before.
func (l layout) read(get func(string) string, before record) record {
	r := before.clone()
	for _, n := range l.names {
		r[n[0]] = get(n[1])
	}
	r["ausksp"] = yesNo(r["ausksp"] != "")
	return r
}
