// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/expression"
)

// open names what results read and cases may lack: conditions are examined for
// what is missing, results are not.
func (e *examiner) open() {
	var said []string
	for n := range e.book.Rules {
		for _, o := range e.book.Outputs {
			said = append(said, e.mayLack(e.rulebook.Result(n, o.Name), false)...)
		}
	}
	for _, o := range e.book.Outputs {
		said = append(said, e.mayLack(e.rulebook.Otherwise(o.Name), true)...)
	}
	slices.Sort(said)
	for _, name := range slices.Compact(said) {
		e.limit(name, "a result reads %s: that it may be missing was not examined", "ein Ergebnis liest %s: dass es fehlen kann, wurde nicht untersucht", e.book.LabelOf(name))
	}
}

// mayLack are the names that a result reads and that may be missing: optional
// facts, and of what holds otherwise, whose days nothing examines, parameters.
func (e *examiner) mayLack(p *expression.Program, otherwise bool) []string {
	if p == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.Reads()), func(name string) bool {
		f := e.book.Fact(name)
		return (f != nil && !f.Optional) || (f == nil && !otherwise)
	})
}
