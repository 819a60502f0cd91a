// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// term is what a column asks about.
type term struct {
	condition
	canonical string
	typ       value.Type
	reads     []string
	// name is set where the term is nothing but a name, which can be asked
	// whether it was given.
	name bool
	// guarded terms are compared only where they were given: a missing value
	// fits no test; where none may fit, it does.
	guarded bool
	// german terms are written with a comma before decimals.
	german bool
}

func (t term) compare(sign, with string) condition {
	return condition{t.inside(single) + " " + sign + " " + with, compared}
}

func (t term) among(list []string) condition {
	return t.compare("in", "["+strings.Join(list, ", ")+"]")
}

// given asks whether everything that the term reads was given.
func (t term) given() []condition {
	list := make([]condition, len(t.reads))
	for i, name := range t.reads {
		list[i] = condition{"angegeben(" + name + ")", single}
	}
	return list
}

// missing asks whether anything that the term reads was not given.
func (t term) missing() []condition {
	if !t.guarded {
		return nil
	}
	list := t.given()
	for i, c := range list {
		list[i] = not(c)
	}
	return list
}

// guard lets a condition hold only where the term was given.
func (t term) guard(c condition) condition { return allOf(append(t.given(), c)) }

// term checks what a column asks about; nil where it is wrong.
func (d *decoder) term(b *book.Book, e book.Expression) *term {
	t, problems := termOf(b, e)
	d.report.Take(problems...)
	return t
}

func termOf(b *book.Book, e book.Expression) (*term, []source.Diagnostic) {
	p, problems := expression.Compile(expression.Input{Text: e.Text, At: e.TextAt, Scope: scopeOf(b), Profile: expression.Value})
	if p == nil {
		return nil, problems
	}
	tree := p.Tree()
	out := &term{condition: condition{tree.Text(), loose}, canonical: tree.Canonical(), typ: tree.Type(), reads: tree.Reads(), name: tree.Sign() == expression.Name}
	if out.name || tree.Sign() == expression.Call {
		out.bond = single
	}
	return out, nil
}

// scopeOf is what conditions of a book may read.
func scopeOf(b *book.Book) expression.Scope {
	scope := expression.Scope{}
	for _, f := range b.Facts {
		scope[f.Name] = f.Type
	}
	for _, p := range b.Parameters {
		scope[p.Name] = p.Type
	}
	return scope
}
