// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// reader turns the atoms of one rulebook into claims, for days on which the
// parameters have these values.
type reader struct {
	space      *Space
	book       *book.Book
	parameters map[string]value.Value
}

// readerOn is a reader for one day; missing for a rulebook without days.
func (s *Space) readerOn(r *rules.Rulebook, day value.Value) *reader {
	out := &reader{space: s, book: r.Book(), parameters: map[string]value.Value{}}
	for _, p := range out.book.Parameters {
		for _, period := range p.Periods {
			if !day.IsMissing() && period.Valid.Covers(day) {
				out.parameters[p.Name] = period.Value
			}
		}
	}
	return out
}

// constant is the value of a part that no fact changes. It may have none: a
// parameter without value on that day, or trouble in calculating.
func (r *reader) constant(t expression.Tree) (v value.Value, isConstant, hasValue bool) {
	switch t.Sign() {
	case expression.Literal:
		return t.Literal(), true, true
	case expression.Name:
		if r.book.Parameter(t.Name()) == nil {
			return value.Value{}, false, false
		}
		v = r.parameters[t.Name()]
		return v, true, !v.IsMissing()
	}
	if slices.ContainsFunc(t.Reads(), func(n string) bool { return r.book.Fact(n) != nil }) {
		return value.Value{}, false, false
	}
	p, err := t.Program()
	if err != nil {
		return value.Value{}, true, false
	}
	v, err = p.Eval(r.parameters)
	return v, true, err == nil && !v.IsMissing()
}

// variable takes a part as a whole. It is not ok where it has no value in any
// case, since a parameter in it lacks one.
func (r *reader) variable(t expression.Tree) (*variable, bool) {
	v := &variable{tree: t, given: map[string]value.Value{}}
	for _, name := range t.Reads() {
		if f := r.book.Fact(name); f != nil && f.Optional {
			v.lacks = append(v.lacks, name)
		}
	}
	if v.isShaky = len(v.lacks) > 0; t.Sign() == expression.Name && r.book.Fact(t.Name()) != nil {
		return v, true
	}
	v.isShaky = true
	for _, name := range t.Reads() {
		if r.book.Parameter(name) == nil {
			continue
		}
		if v.given[name] = r.parameters[name]; v.given[name].IsMissing() {
			return v, false
		}
	}
	p, err := t.Program()
	v.program = p
	return v, err == nil
}

// currencyOf is the currency of an amount, where it is known before a case is.
func (r *reader) currencyOf(v *variable) string {
	if d := r.space.byKey[r.factKey(v.tree.Name())]; d != nil && v.isFact() {
		return d.of.(*fact).currency
	}
	if f := r.book.Fact(v.tree.Name()); v.isFact() && f != nil {
		return limitCurrency(f)
	}
	return ""
}

func limitCurrency(f *book.Fact) string {
	if c := f.Min.Currency(); c != "" {
		return c
	}
	return f.Max.Currency()
}

func (r *reader) factKey(name string) string {
	if f := r.book.Fact(name); f != nil {
		return name + " " + string(f.Type.Kind)
	}
	return ""
}

// fact is the dimension of a fact.
func (r *reader) fact(name string) *dimension {
	return r.space.dimension(r.factKey(name), func() *dimension { return r.newFact(r.book.Fact(name)) })
}

func (r *reader) newFact(f *book.Fact) *dimension {
	d := &dimension{of: &fact{Fact: f, currency: limitCurrency(f)}}
	d.whole = f.Type.Kind == value.Integer || f.Type.Kind == value.Date
	if f.Type.Ordered {
		d.order = f.Type.Choices
	}
	if f.Type.Kind == value.Boolean {
		d.words = []string{value.NewBoolean(false).String(), value.NewBoolean(true).String()}
	}
	return d
}

// term is the dimension of what is no fact.
func (r *reader) term(key string, of subject) *dimension {
	return r.space.dimension("= "+key, func() *dimension {
		d := &dimension{of: of}
		if of.kind() == value.Boolean {
			d.words = []string{value.NewBoolean(false).String(), value.NewBoolean(true).String()}
		}
		return d
	})
}
