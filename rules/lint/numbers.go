// SPDX-License-Identifier: EUPL-1.2

package lint

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// numbers remarks on numbers that stand in rules and that the law may change.
// Each is named once, where it stands first.
func (l *linter) numbers() {
	places, ids := map[string]source.Place{}, map[string][]string{}
	var order []string
	l.programs(func(r book.Rule, p *expression.Program) {
		for _, n := range magic(p.Tree()) {
			if _, known := places[n]; !known {
				places[n] = r.At
				order = append(order, n)
			}
			if !slices.Contains(ids[n], r.ID) {
				ids[n] = append(ids[n], r.ID)
			}
		}
	})
	for _, n := range order {
		l.note(MagicNumber, places[n], "%s stands in %s: what the law sets belongs into a parameter, with its source", "%s steht in %s: was das Recht festlegt, gehört in einen Parameter, mit seiner Quelle", n, strings.Join(ids[n], ", "))
	}
}

// magic are the numbers and amounts in a part, other than 0 and 1. How many
// decimal places something is rounded to is none.
func magic(t expression.Tree) []string {
	if t.Sign() == expression.Literal && t.Type().Kind.IsNumber() {
		if text := t.Literal().Number().Text('f'); text != "0" && text != "1" {
			return []string{text}
		}
		return nil
	}
	parts := t.Parts()
	if slices.Contains([]string{"runden", "abrunden", "aufrunden"}, t.Name()) && t.Sign() == expression.Call {
		parts = parts[:1]
	}
	var out []string
	for _, p := range parts {
		out = append(out, magic(p)...)
	}
	return out
}
