// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"errors"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Decide decides one case. The facts are those of the book and no others;
// what is left out or missing is treated alike. With an error the decision
// holds what was found until then.
func (r *Rulebook) Decide(facts map[string]value.Value) (Decision, error) {
	j := &judge{Rulebook: r, looked: map[string]bool{}}
	j.decision = Decision{Title: r.book.Title, Hash: r.hash, Hit: r.book.Hit.String(), Outputs: map[string]value.Value{}, Fired: []Fired{}, Facts: []Read{}}
	if err := admit(r.book, facts); err != nil {
		return j.decision, err
	}
	j.day, j.env = facts[book.ReferenceDay], environment(r.book, facts)
	j.looked[book.ReferenceDay] = true // it selects what is valid
	err := j.decide(candidates(r, j.env))
	j.read(j.looked)
	return j.decision, err
}

// candidates is the seam for an index: the numbers of the rules that may
// apply, in the order of the text. The judge confirms each of them, so that a
// filter here may let too many through, but must never hold one back.
func candidates(r *Rulebook, _ map[string]value.Value) []int {
	all := make([]int, len(r.rules))
	for i := range all {
		all[i] = i
	}
	return all
}

// judge decides one case.
type judge struct {
	*Rulebook
	env      map[string]value.Value
	day      value.Value
	looked   map[string]bool
	decision Decision
}

func (j *judge) decide(numbers []int) error {
	var hits []*rule
	var doubt error
	for _, n := range numbers {
		r := &j.rules[n]
		if !r.Valid.IsAlways() && !r.Valid.Covers(j.day) {
			continue
		}
		applies, err := j.applies(r)
		switch {
		case err != nil && doubt == nil:
			doubt = err
		case applies:
			hits = append(hits, r)
		}
		if j.book.Hit.Policy == book.First && (doubt != nil || applies) {
			break // what stands below cannot change the outcome
		}
	}
	if err := j.hits(hits, doubt); err != nil {
		return err
	}
	return j.conclude(hits)
}

// hits checks the number of rules that apply. A doubt about a rule stands
// back only behind a violation that no answer could heal.
func (j *judge) hits(hits []*rule, doubt error) error {
	switch {
	case j.book.Hit.Policy == book.Unique && len(hits) > 1:
		return business(speech.Say("more than one rule applies: %s", "mehr als eine Regel trifft zu: %s", cited(hits))).
			WithHint(speech.Say("the rulebook allows one; it must be corrected", "das Regelwerk erlaubt eine; es muss berichtigt werden"))
	case doubt != nil:
		return doubt
	case j.book.Hit.Policy != book.Collect && len(hits) == 0:
		return j.noHit()
	}
	return nil
}

func (j *judge) noHit() error {
	if j.day.IsMissing() {
		return business(speech.Say("no rule applies", "keine Regel trifft zu"))
	}
	return business(speech.Say("no rule applies on %s", "am %s trifft keine Regel zu", spoken(j.day)))
}

func cited(hits []*rule) speech.Text {
	var words []speech.Text
	for _, r := range hits {
		words = append(words, speech.Say("%s (%s)", "%s (%s)", r.ID, r.Basis))
	}
	return list(words)
}

// applies asks one condition.
func (j *judge) applies(r *rule) (bool, error) {
	v, err := j.eval(r, r.when)
	return v.Yes(), err
}

// eval runs a program of a rule and says faults with the rule's id.
func (j *judge) eval(r *rule, p *expression.Program) (value.Value, error) {
	for _, name := range p.Reads() {
		j.looked[name] = true
	}
	v, err := p.Eval(j.env)
	if err == nil {
		return v, nil
	}
	if unknown, ok := errors.AsType[*expression.Unknown](err); ok {
		return value.Value{}, j.lacking(r, unknown.Names)
	}
	return value.Value{}, fault.Wrap(fault.Unknown, "rules.decide", speech.Say("rule %q (%s)", "Regel „%s“ (%s)", r.ID, r.Basis), err)
}

// lacking says which facts a rule lacks, or which parameters have no value.
func (j *judge) lacking(r *rule, names []string) error {
	var words []speech.Text
	for _, name := range names {
		what := named(j.book, name)
		if j.book.Parameter(name) != nil {
			what = speech.Say("the parameter %s has no value on %s", "der Parameter %s hat am %s keinen Wert", what, spoken(j.day))
		} else {
			what = speech.Say("%s is missing", "%s fehlt", what)
		}
		words = append(words, what)
	}
	return business(speech.Say("rule %q (%s) cannot be decided: %s", "Regel „%s“ (%s) lässt sich nicht entscheiden: %s", r.ID, r.Basis, list(words)))
}
