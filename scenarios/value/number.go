// SPDX-License-Identifier: EUPL-1.2

package value

import (
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// MaxDigits bounds the digits of a number, before and after the point
// together; more is a slip, not an amount.
const MaxDigits = 34 // as IEEE 754 decimal128

func parseNumber(k Kind, s string, iso bool) (Value, error) {
	digits, currency, err := splitCurrency(k, s)
	if err != nil {
		return Value{}, err
	}
	plain, err := plainNumber(k, digits, iso)
	if err != nil {
		return Value{}, err
	}
	d, _, convErr := apd.NewFromString(plain)
	if convErr != nil || d.NumDigits() > MaxDigits {
		return Value{}, problem("%q is not a number", "„%s“ ist keine Zahl", s)
	}
	if k == Integer && d.Exponent < 0 {
		return Value{}, problem("%q is not a whole number", "„%s“ ist keine ganze Zahl", s)
	}
	return Value{kind: k, number: d, text: currency}, nil
}

// splitCurrency takes the currency off an amount: "120.00 EUR", "1.234,50 €".
func splitCurrency(k Kind, s string) (digits, currency string, err error) {
	if k != Money {
		return s, "", nil
	}
	rest, word := s, ""
	if i := strings.LastIndexAny(s, "0123456789"); i >= 0 {
		rest, word = s[:i+1], strings.TrimSpace(s[i+1:])
	}
	switch {
	case word == "" || word == "€" || word == "Euro":
		return rest, Euro, nil
	case len(word) == 3 && strings.ToUpper(word) == word:
		return rest, word, nil
	}
	return "", "", problem("%q does not end in a currency", "„%s“ endet nicht mit einer Währung", s)
}

// typography is how people set numbers: with narrow blanks, and a real minus.
var typography = strings.NewReplacer("\u00a0", "", "\u202f", "", "−", "-")

// plainNumber brings German and ISO notation to one: sign, digits, point.
func plainNumber(k Kind, s string, iso bool) (string, error) {
	s = typography.Replace(s)
	body := strings.TrimLeft(s, "+-")
	if len(s)-len(body) > 1 {
		body = "" // one sign at most
	}
	whole, fraction, hasComma := strings.Cut(body, ",")
	isGrouped := grouped(whole)
	switch {
	case hasComma && k == Money && len(fraction) == 3 && isDigits(fraction) && isDigits(whole) && len(whole) <= 3 && whole[0] != '0':
		return "", problem("%q may mean two amounts", "„%s“ kann zwei Beträge bedeuten", s)
	case hasComma && isDigits(fraction) && (isDigits(whole) || isGrouped):
		return strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", "."), nil
	case hasComma:
	case isDigits(body):
		return s, nil
	case iso && isPointed(body):
		return s, nil
	case isGrouped && (k == Integer || strings.Count(s, ".") > 1):
		return strings.ReplaceAll(s, ".", ""), nil
	case isGrouped:
		return "", problem("%q may mean two numbers", "„%s“ kann zwei Zahlen bedeuten", s)
	case isPointed(body):
		return s, nil
	}
	return "", problem("%q is not a number", "„%s“ ist keine Zahl", s)
}

// isDigits reports whether s is digits 0 to 9 and nothing else.
func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// isPointed reports digits, a full stop, digits: 1234.5.
func isPointed(s string) bool {
	whole, fraction, ok := strings.Cut(s, ".")
	return ok && isDigits(whole) && isDigits(fraction)
}

// grouped reports thousands as German writes them: 1.234.567.
func grouped(s string) bool {
	first, rest, ok := strings.Cut(s, ".")
	if !ok || !isDigits(first) || len(first) > 3 {
		return false
	}
	for group := range strings.SplitSeq(rest, ".") {
		if len(group) != 3 || !isDigits(group) {
			return false
		}
	}
	return true
}
