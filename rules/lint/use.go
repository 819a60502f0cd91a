// SPDX-License-Identifier: EUPL-1.2

package lint

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// programs are all expressions of the rulebook, with the rule they stand in; of
// what holds otherwise it is empty.
func (l *linter) programs(do func(rule book.Rule, p *expression.Program)) {
	for n, r := range l.book.Rules {
		do(r, l.rulebook.Condition(n))
		for _, a := range r.Then {
			if p := l.rulebook.Result(n, a.Output); p != nil {
				do(r, p)
			}
		}
	}
	if o := l.book.Otherwise; o != nil {
		for _, a := range o.Then {
			if p := l.rulebook.Otherwise(a.Output); p != nil {
				do(book.Rule{ID: book.OtherwiseID, At: o.At}, p)
			}
		}
	}
}

// unused remarks on facts and parameters that nothing reads.
func (l *linter) unused() {
	read := map[string]bool{book.ReferenceDay: l.isDated()}
	l.programs(func(_ book.Rule, p *expression.Program) {
		for _, name := range p.Reads() {
			read[name] = true
		}
	})
	for _, f := range l.book.Facts {
		if !read[f.Name] {
			l.note(UnusedFact, f.At, "no rule reads the fact %q", "keine Regel liest den Sachverhalt „%s“", f.Name)
		}
	}
	for _, p := range l.book.Parameters {
		if !read[p.Name] {
			l.note(UnusedParameter, p.At, "no rule reads the parameter %q", "keine Regel liest den Parameter „%s“", p.Name)
		}
	}
}

// isDated reports whether the reference day selects anything.
func (l *linter) isDated() bool {
	return len(l.book.Parameters) > 0 || slices.ContainsFunc(l.book.Rules, func(r book.Rule) bool { return !r.Valid.IsAlways() })
}

// outputs remarks on outputs that no rule sets, and on words of a choice that
// none gives. Where a value is calculated, nothing is said.
func (l *linter) outputs() {
	for _, o := range l.book.Outputs {
		given, calculated := l.given(o.Name)
		switch {
		case len(given) == 0 && !calculated:
			l.note(UnreachableOutput, o.At, "no rule sets the output %q", "keine Regel setzt das Ergebnis „%s“", o.Name)
		case o.Type.Kind == value.Choice && !calculated:
			for _, word := range o.Type.Choices {
				if !slices.Contains(given, word) {
					l.note(UnreachableOutput, o.At, "no rule gives %q for %q", "keine Regel ergibt „%s“ für „%s“", word, o.Name)
				}
			}
		}
	}
}

// given are the values that rules give an output.
func (l *linter) given(output string) (values []string, calculated bool) {
	lists := [][]book.Assignment{}
	for _, r := range l.book.Rules {
		lists = append(lists, r.Then)
	}
	if l.book.Otherwise != nil {
		lists = append(lists, l.book.Otherwise.Then)
	}
	for _, a := range slices.Concat(lists...) {
		switch {
		case a.Output != output:
		case a.IsExpression:
			calculated = true
		case !a.Literal.IsMissing():
			values = append(values, a.Literal.String())
		}
	}
	return values, calculated
}
