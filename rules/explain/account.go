// SPDX-License-Identifier: EUPL-1.2

package explain

import (
	"cmp"
	"slices"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Account says why a case was decided as it was: the rules that apply with
// every condition and the value it saw, and the rules that would apply but for
// one condition.
type Account struct {
	Fired []Reason `json:"fired"`
	Near  []Reason `json:"near"`
	// Others counts the rules of which more than one condition does not hold,
	// and those of Near that are not listed.
	Others int `json:"others"`
}

// Reason is a rule and how its conditions stand in a case.
type Reason struct {
	Rule       string   `json:"rule"`
	Title      string   `json:"title,omitempty"`
	Basis      string   `json:"basis,omitempty"`
	Valid      string   `json:"valid,omitempty"`
	Conditions []string `json:"conditions"`
	// Failed is the condition that does not hold, or what it lacks.
	Failed string `json:"failed,omitempty"`
}

// MostNear bounds how many rules are listed that nearly apply.
const MostNear = 20

// Why accounts for a case. The facts are those that Decide takes.
func Why(r *rules.Rulebook, facts map[string]value.Value, lang speech.Lang) (Account, error) {
	env, err := r.Environment(facts)
	if err != nil {
		return Account{}, err
	}
	w := witness{writer: writer{rulebook: r, book: r.Book(), lang: lang}, env: env}
	out := Account{Fired: []Reason{}, Near: []Reason{}}
	for n := range w.book.Rules {
		switch reason, failed := w.reason(n); {
		case failed == 0:
			out.Fired = append(out.Fired, reason)
		case failed == 1:
			out.Near = append(out.Near, reason)
		default:
			out.Others++
		}
	}
	slices.SortStableFunc(out.Near, func(a, b Reason) int { return cmp.Compare(len(b.Conditions), len(a.Conditions)) })
	out.Others += max(0, len(out.Near)-MostNear)
	out.Near = out.Near[:min(len(out.Near), MostNear)]
	return out, nil
}

// witness says conditions with the values of one case.
type witness struct {
	writer
	env map[string]value.Value
}

// reason says how a rule's conditions stand, and how many do not hold; being
// out of force counts as one.
func (w witness) reason(n int) (Reason, int) {
	rule, failed := w.book.Rules[n], 0
	out := Reason{Rule: rule.ID, Title: rule.Title.In(w.lang), Basis: rule.Basis, Valid: rule.Valid.Text().In(w.lang), Conditions: []string{}}
	if day := w.env["stichtag"]; !rule.Valid.IsAlways() && !rule.Valid.Covers(day) {
		failed++
		out.Failed = speech.Say("on %s the rule is not in force (%s)", "am %s gilt die Regel nicht (%s)", w.value(day), out.Valid).In(w.lang)
	}
	for _, part := range w.rulebook.Condition(n).Tree().Conjuncts() {
		said, holds := w.statement(part)
		if !holds {
			failed++
			if out.Failed == "" {
				out.Failed = said
			}
			continue
		}
		out.Conditions = append(out.Conditions, said)
	}
	return out, failed
}

// seen is what a part comes to in the case; missing where that is unknown.
func (w witness) seen(t expression.Tree) value.Value {
	p, err := t.Program()
	if err != nil {
		return value.Value{}
	}
	v, err := p.Eval(w.env)
	if err != nil {
		return value.Value{}
	}
	return v
}
