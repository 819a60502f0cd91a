// SPDX-License-Identifier: EUPL-1.2

package feel

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Tests are the unary tests of one cell: one of them must hold, or none.
type Tests struct {
	list   []test
	denied bool
}

// test is one of them: a value, null, a comparison, an interval, or a
// condition that asks for the ? itself.
type test struct {
	equal     *node // a value to be equal to, or null
	sign      string
	with      *node // what the sign compares with
	low, high *test
	whole     *node
}

// Tests reads the tests of a cell.
func (l Language) Tests(text string) (*Tests, *Problem) {
	p := newParser(l, text)
	t := p.tests()
	p.end()
	if p.problem != nil {
		return nil, p.problem
	}
	return t, nil
}

// Values are the values that the tests name, if they name nothing else.
func (t *Tests) Values() (list []value.Value, ok bool) {
	for _, one := range t.list {
		if one.equal == nil || one.equal.kind != literal || t.denied {
			return nil, false
		}
		list = append(list, one.equal.value)
	}
	return list, true
}

// Range are the limits of one interval of literals; both belong to it.
func (t *Tests) Range() (low, high value.Value, ok bool) {
	if len(t.list) != 1 || t.denied {
		return value.Value{}, value.Value{}, false
	}
	one := t.list[0]
	switch {
	case one.low != nil && one.low.sign == ">=" && one.high.sign == "<=":
		return one.low.with.value, one.high.with.value, one.low.with.kind == literal && one.high.with.kind == literal
	case one.sign == ">=" && one.with.kind == literal:
		return one.with.value, value.Value{}, true
	case one.sign == "<=" && one.with.kind == literal:
		return value.Value{}, one.with.value, true
	}
	return value.Value{}, value.Value{}, false
}

// On is the condition that the tests hold for a term; "" where they ask
// nothing. Where the term is missing only null fits.
func (t *Tests) On(e *Expression) (string, *Problem) {
	if len(t.list) == 0 {
		return "", nil
	}
	if at := slices.IndexFunc(t.list, test.isEmptyText); at >= 0 {
		return "", &Problem{t.list[at].equal.at, speech.Say("an empty text cannot be told from a missing one here", "ein leerer Text lässt sich hier nicht von einem fehlenden unterscheiden"), speech.Text{}}
	}
	o := on{e.root}
	if e.IsLogic() {
		return t.truth(e)
	}
	if t.denied {
		return o.none(t.list).text, nil
	}
	return o.one(t.list).text, nil
}

// truth asks whether a condition is true or false.
func (t *Tests) truth(e *Expression) (string, *Problem) {
	values, ok := t.Values()
	var all []condition
	for _, v := range values {
		ok = ok && v.Kind() == value.Boolean
		all = append(all, e.root.truth(v.Yes()))
	}
	if !ok {
		return "", &Problem{0, speech.Say("a condition is true or false", "eine Bedingung ist true oder false"), speech.Text{}}
	}
	return anyOf(all...).text, nil
}

func (t test) isEmptyText() bool {
	return t.equal != nil && t.equal.kind == literal && t.equal.value.Kind() == value.Text && t.equal.value.String() == ""
}

// on asks tests about a term.
type on struct{ term *node }

func (o on) compare(sign, with string) condition {
	return condition{o.term.inside(7) + " " + sign + " " + with, 3}
}

// one is the condition that one of the tests holds. Tests that compare with
// literals are joined behind one question whether there is a value.
func (o on) one(list []test) condition {
	var all []condition
	var bound []test
	for _, t := range list {
		switch {
		case t.isNull():
			all = append(all, anyOf(missing(o.term.reads())...))
		case t.whole != nil:
			all = append(all, t.whole.with(o.term).truth(true))
		case t.equal != nil && len(t.equal.reads()) > 0:
			all = append(all, o.same(t.equal))
		default:
			bound = append(bound, t)
		}
	}
	if len(bound) > 0 {
		all = append(all, guarded(o.plain(bound), o.term.reads()))
	}
	return anyOf(all...)
}

func (t test) isNull() bool { return t.equal != nil && t.equal.kind == null }

// same is equality with what may be missing, too.
func (o on) same(n *node) condition {
	return sameOrMissing(o.compare("==", n.inside(7)), o.term.reads(), n.reads())
}

// plain joins tests of a term that has a value; nothing but values is a list.
func (o on) plain(list []test) condition {
	if len(list) > 1 && !slices.ContainsFunc(list, func(t test) bool {
		return t.equal == nil || len(t.equal.reads()) > 0 || t.equal.value.Kind() == value.Boolean
	}) {
		in := &node{kind: member, kids: []*node{{kind: asked, text: o.term.inside(7)}}}
		for _, t := range list {
			in.kids = append(in.kids, t.equal)
		}
		return condition{in.sides(), 3}
	}
	all := make([]condition, len(list))
	for i, t := range list {
		all[i] = o.test(t)
	}
	return anyOf(all...)
}

func (o on) test(t test) condition {
	switch {
	case t.low != nil:
		return guarded(o.bare(t), t.operands())
	case t.equal != nil && t.equal.kind == literal && t.equal.value.Kind() == value.Boolean:
		c := condition{o.term.written(), o.term.bond()}
		if !t.equal.value.Yes() {
			c = c.negated()
		}
		return c
	case t.equal != nil:
		return o.compare("==", t.equal.inside(7))
	}
	return guarded(o.compare(t.sign, t.with.inside(7)), t.with.reads())
}

// none is the condition that none of the tests holds: a missing value equals
// nothing, but is neither less nor more.
func (o on) none(list []test) condition {
	if !slices.ContainsFunc(list, func(t test) bool { return t.equal == nil || t.isNull() || len(t.equal.reads()) > 0 }) {
		return anyOf(append(missing(o.term.reads()), o.plain(list).negated())...)
	}
	isGiven := slices.ContainsFunc(list, test.isNull)
	all := make([]condition, len(list))
	for i, t := range list {
		all[i] = o.fails(t, isGiven)
	}
	return allOf(all...)
}

// fails is the condition that one test does not hold; null is no answer.
func (o on) fails(t test, isGiven bool) condition {
	switch {
	case t.isNull():
		return allOf(given(o.term.reads())...)
	case t.whole != nil:
		return t.whole.with(o.term).truth(false)
	case t.equal != nil && len(t.equal.reads()) > 0:
		return o.same(t.equal).negated()
	case t.equal != nil && isGiven:
		return o.test(t).negated()
	case t.equal != nil:
		return anyOf(append(missing(o.term.reads()), o.test(t).negated())...)
	case t.low != nil && len(t.operands()) > 0:
		return anyOf(o.fails(*t.low, isGiven), o.fails(*t.high, isGiven))
	}
	return guarded(o.bare(t).negated(), slices.Concat(o.term.reads(), t.operands()))
}

// bare is a test without questions whether its operands were given.
func (o on) bare(t test) condition {
	if t.low != nil {
		return allOf(o.bare(*t.low), o.bare(*t.high))
	}
	return o.compare(t.sign, t.with.inside(7))
}

// operands are the names that a test compares with.
func (t test) operands() []string {
	switch {
	case t.low != nil:
		names := slices.Concat(t.low.operands(), t.high.operands())
		slices.Sort(names)
		return slices.Compact(names)
	case t.equal != nil:
		return t.equal.reads()
	case t.with != nil:
		return t.with.reads()
	}
	return nil
}

// Reads lists the names that the tests compare with.
func (t *Tests) Reads() []string {
	var out []string
	for _, one := range t.list {
		out = append(out, one.operands()...)
		if one.whole != nil {
			out = append(out, one.whole.reads()...)
		}
	}
	return out
}

// Kind is the kind of the first value that the tests compare with.
func (t *Tests) Kind() value.Kind {
	for _, one := range t.list {
		for _, n := range []*node{one.equal, one.with, one.low.operand()} {
			if n != nil && n.kind == literal {
				return n.value.Kind()
			}
		}
	}
	return value.Missing
}

func (t *test) operand() *node {
	if t == nil {
		return nil
	}
	return t.with
}
