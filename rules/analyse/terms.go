// SPDX-License-Identifier: EUPL-1.2

package analyse

// terms names what the analysis took as if it could have any value.
func (e *examiner) terms() {
	for _, term := range e.space.Terms() {
		e.limit(term, "%s is not taken apart: a case was looked for wherever it matters", "%s wird nicht zerlegt: wo es darauf ankommt, wurde ein Fall gesucht", term)
	}
	for _, f := range e.book.Facts {
		if f.From != nil {
			e.limit(f.Name, "%s comes from another rulebook: it is taken as if it could have any value", "%s kommt aus einem anderen Regelwerk: jeder Wert gilt hier als möglich", f.Name)
		}
	}
	for _, g := range e.report.Groups {
		if g.AtLeast {
			e.limit("", "not counted to the end: %s", "nicht zu Ende gezählt: %s", g.Kind.Label())
		}
	}
}
