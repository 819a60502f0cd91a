// SPDX-License-Identifier: EUPL-1.2

package value

import (
	"maps"
	"slices"
	"time"

	"github.com/cockroachdb/apd/v3"
)

// Value is one immutable value. The zero Value is missing: nobody gave it.
type Value struct {
	kind   Kind
	text   string // Text, Name, Choice; the currency of Money
	number *apd.Decimal
	day    time.Time // midnight UTC, only its calendar day counts
	yes    bool
	items  []Value
	fields map[string]Value
}

// Euro is the currency of an amount that names none.
const Euro = "EUR"

// NewText is a text value; it may be empty, which is not missing.
func NewText(s string) Value { return Value{kind: Text, text: s} }

// NewChoice is one of the words of a choice.
func NewChoice(s string) Value { return Value{kind: Choice, text: s} }

// NewInteger is a whole number.
func NewInteger(n int64) Value { return Value{kind: Integer, number: apd.New(n, 0)} }

// NewNumber is an exact number of kind Integer or Decimal.
func NewNumber(k Kind, d *apd.Decimal) Value { return Value{kind: k, number: d} }

// NewMoney is an exact amount in a currency (ISO 4217).
func NewMoney(d *apd.Decimal, currency string) Value {
	return Value{kind: Money, number: d, text: currency}
}

// NewDate is a calendar day.
func NewDate(year int, month time.Month, day int) Value {
	return Value{kind: Date, day: time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}
}

// NewBoolean is yes or no.
func NewBoolean(b bool) Value { return Value{kind: Boolean, yes: b} }

// NewList is a list of values; the slice is copied.
func NewList(items ...Value) Value { return Value{kind: List, items: slices.Clone(items)} }

// NewRecord is a record of named values; the map is copied.
func NewRecord(fields map[string]Value) Value {
	return Value{kind: Record, fields: maps.Clone(fields)}
}

// Kind is the sort of the value.
func (v Value) Kind() Kind { return v.kind }

// IsMissing reports whether nobody gave the value.
func (v Value) IsMissing() bool { return v.kind == Missing }

// Number is the exact number of an integer, decimal or amount, else nil. It
// must not be changed.
func (v Value) Number() *apd.Decimal { return v.number }

// Currency is the currency of an amount, else "".
func (v Value) Currency() string {
	if v.kind == Money {
		return v.text
	}
	return ""
}

// Day is the calendar day of a date, at midnight UTC.
func (v Value) Day() time.Time { return v.day }

// Yes reports whether the value is the boolean yes.
func (v Value) Yes() bool { return v.kind == Boolean && v.yes }

// Items are the values of a list. They must not be changed.
func (v Value) Items() []Value { return v.items }

// Field is a record's field by name; missing where there is none.
func (v Value) Field(name string) Value { return v.fields[name] }

// FieldNames are the names of a record's fields, sorted.
func (v Value) FieldNames() []string { return slices.Sorted(maps.Keys(v.fields)) }
