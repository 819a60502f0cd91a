// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/exchange"
)

// bookOf finds the rulebook of a decision by its name in the model.
func bookOf(t *testing.T, m *exchange.Model, books map[string]*rules.Rulebook, decision string) *rules.Rulebook {
	t.Helper()
	for _, file := range m.Order {
		if m.Books[file].KnownAs == decision {
			return books[file]
		}
	}
	t.Fatalf("no decision %q", decision)
	return nil
}

func TestDecisionsThatRestOnOthers(t *testing.T) {
	t.Parallel()
	m, books := imported(t, "testdata/own/antrag.dmn")
	for _, c := range []struct {
		decision string
		given    map[string]string
		want     string
	}{
		{"Stufe", map[string]string{"Person.einkommen": "100", "Person.geburt datum": "1990-05-01", "Grenze": "60", "Zahl der Kinder": "2"}, "{Rang: hoch, Satz in %: 10}"},
		{"Stufe", map[string]string{"Person.einkommen": "120", "Person.geburt datum": "1990-05-01", "Grenze": "60"}, "{Rang: niedrig, Satz in %: null}"},
		{"Stufe", map[string]string{"Person.einkommen": "100", "Grenze": "60"}, "null"},
		{"Stufe", map[string]string{}, "{Rang: niedrig, Satz in %: 0}"},
		{"Zuschlag", map[string]string{"Zahl der Kinder": "3"}, "25"},
		{"Zuschlag", map[string]string{"Zahl der Kinder": "0"}, "0"},
		{"Summe", map[string]string{"Zahl der Kinder": "3", "Grenze": "30"}, "29"},
		{"Bescheid", map[string]string{"Person.einkommen": "100", "Person.geburt datum": "1990-05-01", "Grenze": "60", "Zahl der Kinder": "3"}, "Stufe hoch"},
		{"Bescheid", map[string]string{"Person.stand": "ledig", "Zahl der Kinder": "0"}, "allein"},
		{"Bescheid", map[string]string{"Person.stand": "verheiratet"}, "offen"},
		{"Bescheid", map[string]string{}, "offen"},
		{"Frist", map[string]string{"Stichtag": "2026-07-01", "Person.geburt datum": "1990-05-01"}, "[geboren, 2026]"},
		{"Frist", map[string]string{"Stichtag": "2026-07-01"}, "[2026]"},
	} {
		if got := outcome(t, bookOf(t, m, books, c.decision), c.given); got != c.want {
			t.Errorf("%s of %v is %s, want %s", c.decision, c.given, got, c.want)
		}
	}
}

// Some tools declare inputs only where they are used.
func TestInputsThatNothingDeclares(t *testing.T) {
	t.Parallel()
	m, books := imported(t, "testdata/own/modeler.dmn")
	for _, c := range []struct{ season, guests, want string }{
		{"Spring", "4", "Salad"}, {"Winter", "8", "Roastbeef"}, {"Winter", "9", "null"}, {"", "4", "Salad"},
	} {
		given := map[string]string{"guestCount": c.guests}
		if c.season != "" {
			given["season"] = c.season
		}
		if got := outcome(t, bookOf(t, m, books, "Dish"), given); got != c.want {
			t.Errorf("%v: %s, want %s", c, got, c.want)
		}
		drinks := map[bool]string{true: "[Water, Juice]", false: "[Juice]"}[c.want == "Salad"]
		if got := outcome(t, bookOf(t, m, books, "Beverages"), given); got != drinks {
			t.Errorf("%v: %s, want %s", c, got, drinks)
		}
	}
}
