// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"errors"
	"slices"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Decide decides one case. The facts are those of the book, and of the books
// that facts are derived from, and no others; what is left out or missing is
// treated alike. With an error the decision holds what was found until then;
// where a rule leaves discretion it is what is proposed, and the error halts
// the case for a person.
func (r *Rulebook) Decide(facts map[string]value.Value) (Decision, error) {
	return r.decide(facts, nil)
}

func (r *Rulebook) decide(facts map[string]value.Value, known derived) (Decision, error) {
	j := r.desk()
	defer r.desks.Put(j)
	j.derived = known
	j.decision = Decision{Title: r.book.Title, Hash: r.hash, Hit: r.book.Hit.String(), Outputs: map[string]value.Value{}, Fired: []Fired{}, Facts: []Read{}}
	err := j.sift(facts)
	if err != nil {
		return j.decision, err
	}
	err = j.judge()
	j.read()
	return j.decision, err
}

// Outcome is what a decision comes to, without its account.
type Outcome struct {
	Outputs map[string]value.Value
	Rules   []string // those that decided
	Asks    []string // those that leave it to a person
}

// Outcome decides like Decide, but keeps no account of what was read: for very
// many cases.
func (r *Rulebook) Outcome(facts map[string]value.Value) (Outcome, error) {
	j := r.desk()
	defer r.desks.Put(j)
	j.derived, j.decision = nil, Decision{Outputs: map[string]value.Value{}}
	err := j.sift(facts)
	if err == nil {
		err = j.judge()
	}
	out := Outcome{Outputs: j.decision.Outputs, Asks: j.decision.Asks}
	for _, f := range j.decision.Fired {
		out.Rules = append(out.Rules, f.Rule)
	}
	return out, err
}

// Hits are the numbers of the rules that apply to a case, in the order of the
// text, whatever the hit policy makes of them, and of the rules of which that
// is unknown.
func (r *Rulebook) Hits(facts map[string]value.Value) (hits, unknown []int, err error) {
	j := r.desk()
	defer r.desks.Put(j)
	if err := j.sift(facts); err != nil {
		return nil, nil, err
	}
	for _, n := range j.numbers {
		v, err := r.rules[n].when.EvalIn(j.frame)
		switch {
		case err != nil:
			unknown = append(unknown, n)
		case v.Yes():
			hits = append(hits, n)
		}
	}
	return hits, unknown, nil
}

// Candidates are the numbers of the rules that the index lets through: those
// that Hits asks.
func (r *Rulebook) Candidates(facts map[string]value.Value) ([]int, error) {
	j := r.desk()
	defer r.desks.Put(j)
	err := j.sift(facts)
	return slices.Clone(j.numbers), err
}

// sift lays out a case and selects the rules that may apply.
func (j *judge) sift(facts map[string]value.Value) error {
	j.numbers = j.numbers[:0]
	if err := j.admit(facts); err != nil {
		return err
	}
	j.open()
	j.set, j.numbers = j.span.index.candidates(j.frame, j.set, j.numbers)
	return nil
}

// judge decides one case at a time; its desk is used again.
type judge struct {
	*Rulebook
	frame    *expression.Frame
	day      value.Value
	span     *span
	set      []uint64
	numbers  []int
	hits     []*rule
	derived  derived
	decision Decision
}

// desk is cleared: what was derived and decided belongs to the case before.
func (r *Rulebook) desk() *judge {
	if j, ok := r.desks.Get().(*judge); ok {
		j.day, j.derived, j.decision = value.Value{}, nil, Decision{}
		return j
	}
	return &judge{Rulebook: r, frame: expression.NewFrame(r.names)}
}

// open lays out the parameters as they are on the day of the case.
func (j *judge) open() {
	j.span = j.calendar.on(j.day)
	for i, period := range j.span.parameters {
		var v value.Value
		if period != nil {
			v = period.Value
		}
		j.frame.Set(len(j.book.Facts)+i, v)
	}
}

func (j *judge) judge() error {
	j.hits = j.hits[:0]
	var doubt error
	var doubted *rule
	for _, n := range j.numbers {
		r := &j.rules[n]
		v, err := r.when.EvalIn(j.frame)
		switch {
		case err != nil && doubt == nil:
			doubt, doubted = err, r
		case v.Yes():
			j.hits = append(j.hits, r)
		}
		if j.book.Hit.Policy == book.First && (doubt != nil || v.Yes()) {
			break // what stands below cannot change the outcome
		}
	}
	switch {
	case j.book.Hit.Policy == book.Unique && len(j.hits) > 1: // no answer could heal it
		return business(speech.Say("more than one rule applies: %s", "mehr als eine Regel trifft zu: %s", cited(j.hits))).
			WithHint(speech.Say("the rulebook allows one; it must be corrected", "das Regelwerk erlaubt eine; es muss berichtigt werden"))
	case doubt != nil:
		return j.trouble(doubted, doubt)
	}
	return j.conclude()
}

// eval runs a program of a rule and says faults with the rule's id.
func (j *judge) eval(r *rule, p *expression.Program) (value.Value, error) {
	v, err := p.EvalIn(j.frame)
	if err != nil {
		return value.Value{}, j.trouble(r, err)
	}
	return v, nil
}

func (j *judge) trouble(r *rule, err error) error {
	if unknown, ok := errors.AsType[*expression.Unknown](err); ok {
		return j.lacking(r, unknown.Names)
	}
	return fault.Wrap(fault.Unknown, "rules.decide", speech.Say("rule %s", "Regel %s", quoted(r)), err)
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
	return business(speech.Say("rule %s cannot be decided: %s", "Regel %s lässt sich nicht entscheiden: %s", quoted(r), list(words)))
}
