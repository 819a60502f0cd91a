// SPDX-License-Identifier: EUPL-1.2

package backtest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Result is what came of all cases.
type Result struct {
	Cases, Changed int
	// Unreadable cases are in none of the groups; Example is the first.
	Unreadable int
	Example    *Case
	// Undecided cases are refused by both versions, so that nothing changes;
	// Refused is the first, with the reason of the new version.
	Undecided int
	Refused   *Case
	// Difference is by how much each output of numbers changes over all cases
	// that both versions decide: after minus before.
	Difference map[string]value.Value
	Groups     []Group
	// Others are changed cases beyond MostGroups ways to change.
	Others int

	outputs []book.Output
	groups  map[string]*Group
}

// Group is the cases whose outcome changes in one way.
type Group struct {
	Before, After Side
	Cases         int
	First         int // the number of one of them, the least
	Difference    map[string]value.Value
}

// Side is an outcome: the rules that decided with their outputs, or why
// nothing was decided.
type Side struct {
	Rules   []string
	Outputs map[string]value.Value // those that are no numbers
	Fault   fault.Kind
	Cause   error
}

// MostGroups bounds the ways to change that are told apart.
const MostGroups = 10_000

func newResult(b *book.Book) *Result {
	return &Result{Difference: map[string]value.Value{}, groups: map[string]*Group{}, outputs: b.Outputs}
}

func (r *Result) add(before, after *rules.Rulebook, c Case) {
	r.Cases++
	if c.Err != nil {
		r.Unreadable++
		r.Example = earlier(r.Example, &c)
		return
	}
	a, errA := before.Outcome(given(before, c.Facts))
	b, errB := after.Outcome(given(after, c.Facts))
	if isRefused(errA) && isRefused(errB) {
		r.Undecided++
		c.Err = errB
		r.Refused = earlier(r.Refused, &c)
	}
	if same(a, errA, b, errB) {
		return
	}
	r.Changed++
	g := Group{Before: r.side(a, errA), After: r.side(b, errB), Cases: 1, First: c.Number, Difference: map[string]value.Value{}}
	if errA == nil && errB == nil {
		for _, o := range r.outputs {
			count(g.Difference, o.Name, difference(a.Outputs[o.Name], b.Outputs[o.Name]))
			count(r.Difference, o.Name, g.Difference[o.Name])
		}
	}
	r.group(g)
}

// given leaves out facts that a version no longer, or not yet, asks for.
func given(r *rules.Rulebook, facts map[string]value.Value) map[string]value.Value {
	if !slices.ContainsFunc(slices.Collect(maps.Keys(facts)), func(name string) bool { return !r.Knows(name) }) {
		return facts
	}
	out := maps.Clone(facts)
	maps.DeleteFunc(out, func(name string, _ value.Value) bool { return !r.Knows(name) })
	return out
}

// isRefused reports that nothing was decided, and nothing proposed.
func isRefused(err error) bool { return err != nil && fault.KindOf(err) != fault.Halted }

// same compares what is decided or, where a person decides, proposed.
func same(a rules.Outcome, errA error, b rules.Outcome, errB error) bool {
	if fault.KindOf(errA) != fault.KindOf(errB) || !slices.Equal(a.Asks, b.Asks) {
		return false
	}
	return isRefused(errA) || maps.EqualFunc(a.Outputs, b.Outputs, value.Equal)
}

func (r *Result) side(o rules.Outcome, err error) Side {
	s := Side{Rules: o.Rules, Outputs: map[string]value.Value{}, Fault: fault.KindOf(err), Cause: err}
	for name, v := range o.Outputs {
		if !v.Kind().IsNumber() {
			s.Outputs[name] = v
		}
	}
	return s
}

func (s Side) key() string {
	return strings.Join(s.Rules, ",") + "|" + value.NewRecord(s.Outputs).String() + "|" + string(s.Fault)
}

func (r *Result) group(g Group) {
	key := g.Before.key() + " → " + g.After.key()
	have := r.groups[key]
	switch {
	case have == nil && len(r.groups) >= MostGroups:
		r.Others += g.Cases
	case have == nil:
		r.groups[key] = &g
	default:
		have.Cases, have.First = have.Cases+g.Cases, min(have.First, g.First)
		for name, v := range g.Difference {
			count(have.Difference, name, v)
		}
	}
}

// earlier is the case that stands first; the first argument may be none.
func earlier(a, b *Case) *Case {
	if a == nil || (b != nil && b.Number < a.Number) {
		return b
	}
	return a
}

func (r *Result) merge(part *Result) {
	r.Cases, r.Changed, r.Unreadable, r.Others = r.Cases+part.Cases, r.Changed+part.Changed, r.Unreadable+part.Unreadable, r.Others+part.Others
	r.Undecided += part.Undecided
	r.Example, r.Refused = earlier(r.Example, part.Example), earlier(r.Refused, part.Refused)
	for name, v := range part.Difference {
		count(r.Difference, name, v)
	}
	for _, g := range part.groups {
		r.group(*g)
	}
}

// arrange puts the groups in order: the commonest first.
func (r *Result) arrange() {
	for _, g := range r.groups {
		r.Groups = append(r.Groups, *g)
	}
	slices.SortFunc(r.Groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(b.Cases, a.Cases), cmp.Compare(a.First, b.First))
	})
}

// difference is b minus a; missing where they are no numbers of one kind. An
// output that is open counts as none.
func difference(a, b value.Value) value.Value {
	if a.IsMissing() && b.Kind().IsNumber() {
		return b
	}
	if !a.Kind().IsNumber() || (!b.IsMissing() && (!value.Comparable(a.Kind(), b.Kind()) || a.Currency() != b.Currency())) {
		return value.Value{}
	}
	out, subtrahend := new(apd.Decimal), a.Number()
	minuend := new(apd.Decimal)
	if !b.IsMissing() {
		minuend = b.Number()
	}
	if _, err := exact.Sub(out, minuend, subtrahend); err != nil {
		return value.Value{}
	}
	return like(a, out)
}

var exact = apd.BaseContext.WithPrecision(4 * value.MaxDigits)

func like(v value.Value, d *apd.Decimal) value.Value {
	if v.Kind() == value.Money {
		return value.NewMoney(d, v.Currency())
	}
	return value.NewNumber(v.Kind(), d)
}

// count adds a number to what stands under a name; amounts of other currencies
// stand under their own.
func count(sums map[string]value.Value, name string, v value.Value) {
	if v.IsMissing() {
		return
	}
	if c := v.Currency(); c != "" && c != value.Euro && !strings.HasSuffix(name, " ("+c+")") {
		name += " (" + c + ")"
	}
	have, ok := sums[name]
	if !ok {
		sums[name] = v
		return
	}
	out := new(apd.Decimal)
	if _, err := exact.Add(out, have.Number(), v.Number()); err == nil {
		sums[name] = like(v, out)
	}
}
