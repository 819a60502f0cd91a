// SPDX-License-Identifier: EUPL-1.2

package value

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/norm"
)

// Equal reports whether two values mean the same: numbers by amount (1.0 is
// 1.00), texts letter by letter, whatever kind of text they are. Missing
// equals nothing, not even missing.
func Equal(a, b Value) bool {
	if a.IsMissing() || b.IsMissing() {
		return false
	}
	switch {
	case a.kind == List && b.kind == List:
		return slices.EqualFunc(a.items, b.items, Equal)
	case a.kind == Record && b.kind == Record:
		return slices.Equal(a.FieldNames(), b.FieldNames()) &&
			!slices.ContainsFunc(a.FieldNames(), func(n string) bool { return !Equal(a.fields[n], b.fields[n]) })
	case a.kind == Boolean && b.kind == Boolean:
		return a.yes == b.yes
	}
	order, ok := Compare(a, b)
	return ok && order == 0
}

// Compare orders two values of comparable kinds: -1, 0 or 1. It is not ok
// where they have no order: different currencies, a text and a number, or a
// value that is missing.
func Compare(a, b Value) (order int, ok bool) {
	switch {
	case a.kind.IsNumber() && b.kind.IsNumber():
		if (a.kind == Money) != (b.kind == Money) || a.Currency() != b.Currency() {
			return 0, false
		}
		return a.number.Cmp(b.number), true
	case a.kind == Date && b.kind == Date:
		return a.day.Compare(b.day), true
	case a.kind.IsText() && b.kind.IsText():
		return cmp.Compare(a.text, b.text), true
	}
	return 0, false
}

// Comparable reports whether values of the two kinds can be compared at all.
func Comparable(a, b Kind) bool {
	switch {
	case a.IsNumber() && b.IsNumber():
		return (a == Money) == (b == Money)
	case a.IsText() && b.IsText():
		return true
	}
	return a == b && a != Missing
}

// Composed is the value with its text in NFC, since screens write ü in two
// ways and people see one.
func (v Value) Composed() Value {
	if v.kind.IsText() && !norm.NFC.IsNormalString(v.text) {
		v.text = norm.NFC.String(v.text)
	}
	return v
}
