// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"maps"

	"github.com/cockroachdb/apd/v3"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// conclude makes the outputs of the rules that apply.
func (j *judge) conclude() error {
	switch {
	case len(j.hits) > 0:
	case j.leavesOpen():
		return nil
	case j.otherwise != nil && len(j.otherwise.then) > 0:
		j.hits = append(j.hits, j.otherwise)
	case !j.book.Hit.IsMany():
		return j.noHit()
	}
	for _, r := range j.hits {
		outputs, err := j.outputs(r)
		if err != nil {
			return err
		}
		j.decision.Fired = append(j.decision.Fired, Fired{Rule: r.ID, Basis: r.Basis, Outputs: outputs})
	}
	if err := j.settle(); err != nil {
		return err
	}
	return j.ask()
}

// leavesOpen reports a rulebook whose outputs stay open where no rule applies,
// lists and sums too; nothing is still counted as zero.
func (r *Rulebook) leavesOpen() bool {
	return r.otherwise != nil && len(r.otherwise.then) == 0 && r.book.Hit.Aggregate != book.Count
}

func (j *judge) noHit() error {
	if j.day.IsMissing() {
		return business(speech.Say("no rule applies", "keine Regel trifft zu"))
	}
	return business(speech.Say("no rule applies on %s", "am %s trifft keine Regel zu", spoken(j.day)))
}

// settle makes one decision of what the rules that apply give.
func (j *judge) settle() error {
	switch j.book.Hit.Policy {
	case book.Any:
		if err := j.agree(); err != nil {
			return err
		}
		j.decision.Outputs = maps.Clone(j.decision.Fired[0].Outputs)
		return nil
	case book.Priority:
		j.rank()
		j.hits, j.decision.Fired = j.hits[:1], j.decision.Fired[:1]
	case book.OutputOrder:
		j.rank()
	}
	if !j.book.Hit.IsMany() {
		j.decision.Outputs = maps.Clone(j.decision.Fired[0].Outputs)
		return nil
	}
	for _, o := range j.book.Outputs {
		v, err := j.collected(o)
		if err != nil {
			return err
		}
		if !v.IsMissing() {
			j.decision.Outputs[o.Name] = v
		}
	}
	return nil
}

func (j *judge) outputs(r *rule) (map[string]value.Value, error) {
	if r.fixed != nil {
		return r.fixed, nil
	}
	out := map[string]value.Value{}
	for _, a := range r.then {
		v, err := j.output(r, a)
		if err != nil {
			return nil, err
		}
		if !v.IsMissing() {
			out[a.output.Name] = v
		}
	}
	return out, nil
}

func (j *judge) output(r *rule, a assignment) (value.Value, error) {
	if a.program == nil {
		return a.literal, nil
	}
	v, err := j.eval(r, a.program)
	switch {
	case err != nil:
		return value.Value{}, err
	case v.IsMissing() && !a.output.Optional:
		return value.Value{}, j.lacking(r, j.absent(a))
	case v.Kind() == value.Money && !inCents(v.Number()):
		return value.Value{}, business(speech.Say("rule %q gives %s for %s, which is no amount in cents", "Regel „%s“ ergibt %s für %s, das ist kein Betrag in Cent", r.ID, spoken(v), named(j.book, a.output.Name))).
			WithHint(speech.Say("round it: runden(…, 2)", "runden Sie ihn: runden(…, 2)"))
	}
	return v, nil
}

func (j *judge) absent(a assignment) []string {
	var names []string
	for i, place := range a.program.Places() {
		if j.frame.Value(place).IsMissing() {
			names = append(names, a.program.Reads()[i])
		}
	}
	return names
}

// inCents reports whether an amount needs no more than two decimals.
func inCents(d *apd.Decimal) bool {
	var reduced apd.Decimal
	reduced.Reduce(d)
	return reduced.Exponent >= -2
}

// collected makes one value of those that the rules gave an output.
func (j *judge) collected(o book.Output) (value.Value, error) {
	var values []value.Value
	for _, f := range j.decision.Fired {
		if v := f.Outputs[o.Name]; !v.IsMissing() {
			values = append(values, v)
		}
	}
	switch j.book.Hit.Aggregate {
	case book.Count:
		return value.NewInteger(int64(len(values))), nil
	case book.Sum:
		return sum(o, values)
	case book.Min:
		return extreme(values, -1)
	case book.Max:
		return extreme(values, 1)
	}
	return value.NewList(values...), nil
}

// sum adds exactly; the sum of nothing is zero.
func sum(o book.Output, values []value.Value) (value.Value, error) {
	total, currency := apd.New(0, 0), value.Euro
	for i, v := range values {
		if v.Kind() == value.Money && i > 0 && v.Currency() != currency {
			return value.Value{}, mixed(values[0], v)
		}
		currency = v.Currency()
		cond, err := apd.BaseContext.WithPrecision(value.MaxDigits).Add(total, total, v.Number())
		if err != nil || cond.Inexact() {
			return value.Value{}, business(speech.Say("the sum of %s has too many digits", "die Summe von %s hat zu viele Stellen", o.Name))
		}
	}
	if o.Type.Kind == value.Money {
		return value.NewMoney(total, currency), nil
	}
	return value.NewNumber(o.Type.Kind, total), nil
}

// extreme is the least or greatest; missing where there is none.
func extreme(values []value.Value, sign int) (value.Value, error) {
	var best value.Value
	for _, v := range values {
		order, ok := value.Compare(v, best)
		switch {
		case best.IsMissing():
			best = v
		case !ok:
			return value.Value{}, mixed(best, v)
		case order == sign:
			best = v
		}
	}
	return best, nil
}

func mixed(a, b value.Value) error {
	return business(speech.Say("%s and %s are of different currencies", "%s und %s haben verschiedene Währungen", spoken(a), spoken(b)))
}
