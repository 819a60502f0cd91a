// SPDX-License-Identifier: EUPL-1.2

// Package value is what a robot and a rule calculate with: text, names,
// integers, exact decimals and money, days, booleans, choices, lists and
// records. Text from files and screens is parsed here once, in German or ISO
// notation, by the declared type; nothing is guessed, nothing is a float.
package value

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Kind is the sort of a value, by the word that files use.
type Kind string

// The kinds. Missing is the kind of a value that nobody gave.
const (
	Missing Kind = ""
	Text    Kind = "text"
	Name    Kind = "name" // letters of DIN 91379 datatype A, in NFC
	Integer Kind = "integer"
	Decimal Kind = "decimal"
	Money   Kind = "money" // a decimal and a currency (ISO 4217)
	Date    Kind = "date"  // a calendar day, no time, no zone
	Boolean Kind = "boolean"
	Choice  Kind = "choice"
	List    Kind = "list"
	Record  Kind = "record"
)

// Kinds lists the kinds that a file may declare.
func Kinds() []string {
	return []string{
		string(Text), string(Name), string(Integer), string(Decimal), string(Money),
		string(Date), string(Boolean), string(Choice), string(List), string(Record),
	}
}

// Class says how closely a value is guarded (GDPR Art. 4 and 9).
type Class string

// The privacy classes, least guarded first. Internal is the default.
const (
	Open     Class = "open"
	Internal Class = "internal"
	Personal Class = "personal"
	Special  Class = "special"
)

// Classes lists the privacy classes.
func Classes() []string {
	return []string{string(Open), string(Internal), string(Personal), string(Special)}
}

// Guarded reports whether values of the class are masked in pictures and
// sealed in journals.
func (c Class) Guarded() bool { return c == Personal || c == Special }

// Type is what was declared about a value.
type Type struct {
	Kind    Kind
	Class   Class
	Choices []string        // of a choice, in their declared order
	Ordered bool            // a choice whose order means more and less
	Of      *Type           // of a list
	Fields  map[string]Type // of a record
}

// Classes are the privacy classes in a type: its own, and those of its entries
// and fields.
func (t Type) Classes() []Class {
	own := t.Class
	if own == "" {
		own = Internal
	}
	out := []Class{own}
	if t.Of != nil {
		out = append(out, t.Of.Classes()...)
	}
	for _, field := range t.Fields {
		out = append(out, field.Classes()...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Of is the type of a kind without further declarations.
func Of(k Kind) Type { return Type{Kind: k} }

// RecordOf is the type of a record with these fields.
func RecordOf(fields map[string]Type) Type { return Type{Kind: Record, Fields: fields} }

// IsNumber reports whether values of the kind can be calculated with.
func (k Kind) IsNumber() bool { return k == Integer || k == Decimal || k == Money }

// IsText reports whether values of the kind are written letters.
func (k Kind) IsText() bool { return k == Text || k == Name || k == Choice }

// Label is the kind's name for people.
func (k Kind) Label() speech.Text {
	german := map[Kind]string{
		Text: "Text", Name: "Name", Integer: "ganze Zahl", Decimal: "Dezimalzahl", Money: "Geldbetrag", Date: "Datum",
		Boolean: "ja/nein", Choice: "Auswahl", List: "Liste", Record: "Datensatz", Missing: "fehlend",
	}
	if k == Missing {
		return speech.Text{EN: "missing", DE: german[k]}
	}
	return speech.Text{EN: string(k), DE: german[k]}
}
