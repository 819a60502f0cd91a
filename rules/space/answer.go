// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// isIn is the sign of membership.
const isIn expression.Sign = "in"

// answer is a comparison that cannot be taken apart, such as that of two
// texts, or whether a list holds something: its values are yes and no.
type answer struct {
	sign  expression.Sign // == < <= or in; the others deny one of these
	left  *variable
	right []*variable
	// isDoubtful says that one more entry has no value, whatever the case.
	isDoubtful bool
}

func (a *answer) kind() value.Kind { return value.Boolean }

// at compares as conditions do: one equal entry decides, whatever is missing.
func (a *answer) at(facts map[string]value.Value) value.Value {
	left, lacks := a.left.at(facts), a.isDoubtful
	if a.sign == "<" || a.sign == "<=" {
		return a.ordered(left, a.right[0].at(facts))
	}
	for _, r := range a.right {
		right := r.at(facts)
		switch {
		case a.sign == isIn && right.Kind() == value.List:
			if slices.ContainsFunc(right.Items(), func(v value.Value) bool { return value.Equal(left, v) }) {
				return value.NewBoolean(true)
			}
		case value.Equal(left, right):
			return value.NewBoolean(true)
		case right.IsMissing():
			lacks = true
		}
	}
	if lacks || left.IsMissing() {
		return value.Value{}
	}
	return value.NewBoolean(false)
}

func (a *answer) ordered(left, right value.Value) value.Value {
	order, ok := value.Compare(left, right)
	if !ok {
		return value.Value{}
	}
	return value.NewBoolean(order < 0 || order == 0 && a.sign == "<=")
}

func (a *answer) reads() []string {
	out := slices.Clone(a.left.reads())
	for _, r := range a.right {
		out = append(out, r.reads()...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (a *answer) mayLack() bool {
	return a.isDoubtful || a.left.isShaky || slices.ContainsFunc(a.right, func(v *variable) bool { return v.isShaky })
}

func (a *answer) lacking() []string {
	out := slices.Clone(a.left.lacks)
	for _, r := range a.right {
		out = append(out, r.lacks...)
	}
	return out
}

func (a *answer) key() string {
	key := string(a.sign) + " " + a.left.key()
	if a.isDoubtful {
		key += " ?"
	}
	for _, r := range a.right {
		key += " | " + r.key()
	}
	return key
}

// text writes brackets, since it is compared with yes and no in turn.
func (a *answer) text() string {
	words := make([]string, len(a.right))
	for i, r := range a.right {
		words[i] = r.tree.Text()
	}
	right := strings.Join(words, ", ")
	if a.sign == isIn && (len(a.right) > 1 || a.right[0].kind() != value.List) {
		right = "[" + right + "]"
	}
	return "(" + a.left.tree.Text() + " " + string(a.sign) + " " + right + ")"
}
