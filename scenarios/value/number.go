// SPDX-License-Identifier: EUPL-1.2

package value

import (
	"regexp"
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

// plainNumber brings German and ISO notation to one: sign, digits, point.
func plainNumber(k Kind, s string, iso bool) (string, error) {
	s = strings.NewReplacer("\u00a0", "", "\u202f", "", "−", "-").Replace(s)
	groupedGerman := regexp.MustCompile(`^[+-]?[0-9]{1,3}(\.[0-9]{3})+$`).MatchString(s)
	switch {
	case regexp.MustCompile(`^[+-]?[0-9]+$`).MatchString(s):
		return s, nil
	case iso && regexp.MustCompile(`^[+-]?[0-9]+\.[0-9]+$`).MatchString(s):
		return s, nil
	case groupedGerman && (k == Integer || strings.Count(s, ".") > 1):
		return strings.ReplaceAll(s, ".", ""), nil
	case groupedGerman:
		return "", problem("%q may mean two numbers", "„%s“ kann zwei Zahlen bedeuten", s)
	case regexp.MustCompile(`^[+-]?[0-9]+\.[0-9]+$`).MatchString(s):
		return s, nil
	case regexp.MustCompile(`^[+-]?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+),[0-9]+$`).MatchString(s):
		return strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", "."), nil
	}
	return "", problem("%q is not a number", "„%s“ ist keine Zahl", s)
}
