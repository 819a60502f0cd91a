// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
)

// claim is what one atom says of one dimension: in which regions it holds and
// in which it does not. Where there is no value it does neither.
type claim struct {
	dim   *dimension
	sign  expression.Sign
	marks []*big.Rat // what numbers are compared with
	words []string   // what words are compared with
	// lacks says that an entry of a list is not known: a value that is not
	// among the others may or may not belong to it.
	lacks bool
	// isPeriod says that the claim is about the first or last day of a period.
	isPeriod bool
}

// constant is an atom that no fact decides.
type constant int

const (
	depends constant = iota
	always
	never
	unknown
)

func constantOf(yes bool) constant {
	if yes {
		return always
	}
	return never
}

// key is equal for claims that say the same.
func (c *claim) key() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %q %v", c.dim.key, c.sign, c.words, c.lacks)
	for _, m := range c.marks {
		b.WriteString(" " + m.RatString())
	}
	return b.String()
}

// note makes the dimension know what it is compared with.
func (c *claim) note() {
	c.dim.marks = append(c.dim.marks, c.marks...)
	c.dim.asksGiven = c.dim.asksGiven || c.sign == expression.Given || c.sign == expression.NotGiven
	words := c.words
	if c.isRanked() {
		words = c.dim.order
	}
	for _, w := range words {
		if !slices.Contains(c.dim.words, w) {
			c.dim.words = append(c.dim.words, w)
		}
	}
}

// sets are the regions in which the claim holds, and those in which it is not
// false.
func (c *claim) sets() (holds, may *set) {
	d := c.dim
	if c.sign == expression.Given || c.sign == expression.NotGiven {
		given := d.given()
		if !d.isNumeric() {
			given = given.minus(span(d.size(), d.blank(), d.blank())).minus(c.blankWords())
		}
		if c.sign == expression.NotGiven {
			given = d.live.minus(given)
		}
		return given, given
	}
	yes := c.matching()
	no := d.given().minus(yes)
	if c.isDenied() {
		yes, no = no, yes
	}
	if c.lacks && c.sign == expression.NotIn {
		yes = newSet(d.size())
	} else if c.lacks {
		no = newSet(d.size())
	}
	return yes.and(d.live), d.live.minus(no)
}

func (c *claim) isRanked() bool {
	return len(c.words) > 0 && strings.ContainsAny(string(c.sign), "<>")
}

func (c *claim) isDenied() bool {
	return c.sign == "!=" || c.sign == expression.NotIn || c.sign == expression.No
}

// matching are the regions that the claim, or what it denies, is about.
func (c *claim) matching() *set {
	d := c.dim
	out := newSet(d.size())
	if !d.isNumeric() {
		for _, w := range c.words {
			out = out.or(c.ranked(w))
		}
		return out
	}
	for _, m := range c.marks {
		i, _ := slices.BinarySearchFunc(d.marks, m, (*big.Rat).Cmp)
		on := 2*i + 1
		switch c.sign {
		case "<":
			out = out.or(span(d.size(), 0, on-1))
		case "<=":
			out = out.or(span(d.size(), 0, on))
		case ">":
			out = out.or(span(d.size(), on+1, d.none()-1))
		case ">=":
			out = out.or(span(d.size(), on, d.none()-1))
		default:
			out.add(on)
		}
	}
	return out
}

// ranked are the words that stand to a word as the sign asks.
func (c *claim) ranked(word string) *set {
	d := c.dim
	out, rank := newSet(d.size()), slices.Index(d.order, word)
	for i, w := range d.words {
		order := slices.Index(d.order, w) - rank
		switch {
		case c.sign == "<" && order < 0, c.sign == "<=" && order <= 0, c.sign == ">" && order > 0, c.sign == ">=" && order >= 0:
			out.add(i)
		case !c.isRanked() && w == word:
			out.add(i)
		}
	}
	return out
}

// blankWords are words that conditions name though they are nothing but
// blanks: such a text is not given.
func (c *claim) blankWords() *set {
	out := newSet(c.dim.size())
	for i, w := range c.dim.words {
		if strings.TrimSpace(w) == "" {
			out.add(i)
		}
	}
	return out
}
