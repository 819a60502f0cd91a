// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// result is what a rule gives: a value, or an expression, for each output.
type result struct {
	rulebook *rules.Rulebook
	values   []value.Value // by output; missing where it is open, or calculated
	programs []*expression.Program
	asks     bool
	key      string // equal only for equal results
}

func resultsOf(r *rules.Rulebook) []result {
	out := make([]result, len(r.Book().Rules))
	for n, rule := range r.Book().Rules {
		out[n] = resultOf(r, rule.Then, func(output string) *expression.Program { return r.Result(n, output) })
		out[n].asks = rule.Discretion
	}
	return out
}

func resultOf(r *rules.Rulebook, then []book.Assignment, program func(output string) *expression.Program) result {
	outputs := r.Book().Outputs
	out := result{rulebook: r, values: make([]value.Value, len(outputs)), programs: make([]*expression.Program, len(outputs))}
	var key strings.Builder
	for i, o := range outputs {
		at := slices.IndexFunc(then, func(a book.Assignment) bool { return a.Output == o.Name })
		switch {
		case at < 0:
		case then[at].IsExpression:
			out.programs[i] = program(o.Name)
			key.WriteString("= " + out.programs[i].Canonical())
		default:
			out.values[i] = then[at].Literal
			key.WriteString(string(out.values[i].Kind()) + " " + out.values[i].String())
		}
		key.WriteString("\n")
	}
	out.key = key.String()
	return out
}

// likeness is how far two results are known to be the same.
type likeness int

const (
	depends   likeness = iota // on the case
	same                      // in every case
	different                 // in every case
)

// compare compares the results of two rules of one rulebook.
func (a result) compare(b result) likeness {
	if a.key == b.key {
		return same
	}
	out := same
	for i := range a.values {
		switch {
		case a.programs[i] == nil && b.programs[i] == nil:
			if !value.Equal(a.values[i], b.values[i]) && !(a.values[i].IsMissing() && b.values[i].IsMissing()) {
				return different
			}
		case a.programs[i] == nil || b.programs[i] == nil || a.programs[i].Canonical() != b.programs[i].Canonical():
			out = depends
		}
	}
	return out
}

// in calculates the outputs in a case; it is not ok where that is not possible.
func (a result) in(facts map[string]value.Value) (map[string]value.Value, bool) {
	env, err := a.rulebook.Environment(facts)
	if err != nil {
		return nil, false
	}
	out := map[string]value.Value{}
	for i, o := range a.rulebook.Book().Outputs {
		v := a.values[i]
		if a.programs[i] != nil {
			if v, err = a.programs[i].Eval(env); err != nil {
				return nil, false
			}
		}
		if !v.IsMissing() {
			out[o.Name] = v
		}
	}
	return out, true
}

// disagree reports whether two results differ in a case.
func disagree(a, b result, facts map[string]value.Value) bool {
	left, okLeft := a.in(facts)
	right, okRight := b.in(facts)
	return okLeft && okRight && !value.Equal(value.NewRecord(left), value.NewRecord(right))
}

// reads are the names that the result is calculated from.
func (a result) reads() []string {
	var out []string
	for _, p := range a.programs {
		if p != nil {
			out = append(out, p.Reads()...)
		}
	}
	return out
}
