// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// constraint reads an atom as a question about one fact; not ok where it is
// none.
func (b *indexer) constraint(a expression.Atom) (place int, c constraint, ok bool) {
	place, isFact := b.fact(a.Left)
	with, fixed := b.fixed(a.Right)
	if !isFact && len(a.Right) == 1 {
		if place, isFact = b.fact(a.Right[0]); isFact { // 2000 * faktor > einkommen
			a.Sign = swapped(a.Sign)
			with, fixed = b.fixed([]expression.Tree{a.Left})
		}
	}
	if !isFact || !fixed || a.Sign == "" || !answerable(b.rulebook.book.Facts[place].Type, a.Sign, with) {
		return 0, constraint{}, false
	}
	return place, constraint{sign: a.Sign, with: with}, true
}

func (b *indexer) fact(t expression.Tree) (int, bool) {
	if t.Sign() != expression.Name {
		return 0, false
	}
	place := slices.Index(b.rulebook.names, t.Name())
	return place, place >= 0 && place < len(b.rulebook.book.Facts)
}

// fixed are the values of parts that read nothing but parameters.
func (b *indexer) fixed(parts []expression.Tree) ([]value.Value, bool) {
	out := make([]value.Value, len(parts))
	for i, p := range parts {
		if out[i] = p.Literal(); out[i].IsMissing() {
			out[i] = b.calculated(p)
		}
		if out[i].IsMissing() {
			return nil, false
		}
	}
	return out, true
}

func (b *indexer) calculated(t expression.Tree) value.Value {
	env := map[string]value.Value{}
	for _, name := range t.Reads() {
		n := slices.IndexFunc(b.rulebook.names, func(known string) bool { return known == name }) - len(b.rulebook.book.Facts)
		if n < 0 || b.span.parameters[n] == nil {
			return value.Value{}
		}
		env[name] = b.span.parameters[n].Value
	}
	p, err := t.Program()
	if err != nil {
		return value.Value{}
	}
	v, err := p.Eval(env)
	if err != nil {
		return value.Value{}
	}
	return v
}

// swapped is a sign with its sides exchanged; none for signs that have sides
// that cannot be.
func swapped(s expression.Sign) expression.Sign {
	return map[expression.Sign]expression.Sign{"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}[s]
}

// answerable reports questions that regions can answer without doubt.
func answerable(t value.Type, sign expression.Sign, with []value.Value) bool {
	switch {
	case t.Kind == value.List || t.Kind == value.Record:
		return sign == expression.Given || sign == expression.NotGiven
	case t.Kind == value.Boolean && len(with) > 0:
		return false
	}
	return !slices.ContainsFunc(with, func(v value.Value) bool {
		return v.Kind() == value.List || (v.Kind() == value.Money && v.Currency() != value.Euro) || !value.Comparable(t.Kind, v.Kind())
	})
}
