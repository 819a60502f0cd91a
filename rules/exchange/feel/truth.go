// SPDX-License-Identifier: EUPL-1.2

package feel

import (
	"slices"
	"strconv"
	"strings"
)

// condition is a condition in our words that is never unknown.
type condition struct {
	text string
	bond int // 1 or, 2 and, 3 comparison, 7 whatever needs no brackets
}

func (c condition) inside(bond int) string {
	if c.bond < bond {
		return "(" + c.text + ")"
	}
	return c.text
}

func (c condition) negated() condition { return condition{"not " + c.inside(7), 7} }

func anyOf(list ...condition) condition { return join(" or ", 1, list) }
func allOf(list ...condition) condition { return join(" and ", 2, list) }

func join(sign string, bond int, list []condition) condition {
	switch len(list) {
	case 0:
		return constant(sign == " and ")
	case 1:
		return list[0]
	}
	parts := make([]string, len(list))
	for i, c := range list {
		if parts[i] = c.inside(3); c.bond == bond {
			parts[i] = c.text
		}
	}
	return condition{strings.Join(parts, sign), bond}
}

func given(names []string) []condition {
	out := make([]condition, len(names))
	for i, name := range names {
		out[i] = condition{"angegeben(" + name + ")", 7}
	}
	return out
}

func missing(names []string) []condition {
	out := given(names)
	for i := range out {
		out[i] = out[i].negated()
	}
	return out
}

func guarded(c condition, names []string) condition { return allOf(append(given(names), c)...) }

// truth is the condition that n is true, or that it is false. Where it is
// null it is neither.
func (n *node) truth(holds bool) condition {
	switch n.kind {
	case both, either:
		parts := []condition{n.kids[0].truth(holds), n.kids[1].truth(holds)}
		if (n.kind == both) == holds {
			return allOf(parts...)
		}
		return anyOf(parts...)
	case denied:
		return n.kids[0].truth(!holds)
	case comparison:
		return n.compared(holds)
	case member:
		return unequal(n, holds)
	case literal:
		return constant(n.value.Yes() == holds)
	}
	c := condition{n.written(), n.bond()}
	if !holds {
		c = c.negated()
	}
	return guarded(c, n.reads())
}

func constant(holds bool) condition { return condition{strconv.FormatBool(holds), 7} }

// compared is a comparison: with null it asks whether there is a value.
func (n *node) compared(holds bool) condition {
	left, right := n.kids[0], n.kids[1]
	if left.kind == null {
		left, right = right, left
	}
	equal := (n.text == "==") == holds
	switch {
	case left.kind == null && right.kind == null:
		return constant(equal)
	case right.kind == null && equal:
		return anyOf(missing(left.reads())...)
	case right.kind == null:
		return allOf(given(left.reads())...)
	case n.text == "==" || n.text == "!=":
		return unequal(n, holds)
	}
	c := condition{n.sides(), n.bond()}
	if !holds {
		c = c.negated()
	}
	return guarded(c, n.reads())
}

// sameOrMissing is an equality of what may be missing on both sides: null
// equals null.
func sameOrMissing(c condition, left, right []string) condition {
	return anyOf(guarded(c, slices.Concat(left, right)), allOf(anyOf(missing(left)...), anyOf(missing(right)...)))
}

// unequal is an equality or its contrary: null equals null and no other value.
func unequal(n *node, holds bool) condition {
	positive := *n
	if n.text == "!=" {
		positive.text, holds = "==", !holds
	}
	c := condition{positive.sides(), positive.bond()}
	if left, right := n.kids[0].reads(), n.kids[1].reads(); n.kind == comparison && len(left) > 0 && len(right) > 0 {
		c = sameOrMissing(c, left, right)
		if !holds {
			c = c.negated()
		}
		return c
	}
	if holds {
		return guarded(c, n.reads())
	}
	return anyOf(append(missing(n.reads()), c.negated())...)
}
