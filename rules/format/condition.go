// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// condition is the text of a condition that is put together, with how close
// its outermost sign binds.
type condition struct {
	text string
	bond bond
}

type bond int

const (
	loose bond = iota // or
	joined
	compared
	single
)

// inside is the text as a part of something that binds closer than bond.
func (c condition) inside(b bond) string {
	if c.bond < b {
		return "(" + c.text + ")"
	}
	return c.text
}

func anyOf(list []condition) condition { return joinedBy(" or ", loose, list) }
func allOf(list []condition) condition { return joinedBy(" and ", joined, list) }

// joinedBy puts brackets around and inside or as well, for those who read it.
func joinedBy(sign string, b bond, list []condition) condition {
	if len(list) == 1 {
		return list[0]
	}
	parts := make([]string, len(list))
	for i, c := range list {
		parts[i] = c.inside(compared)
	}
	return condition{strings.Join(parts, sign), b}
}

func not(c condition) condition { return condition{"not " + c.inside(single), single} }

// term is what a column asks about.
type term struct {
	condition
	typ   value.Type
	reads []string
	// name is set where the term is nothing but a name, which can be asked
	// whether it was given.
	name bool
	// guarded terms are compared only where they were given: a missing value
	// fits no test.
	guarded bool
}

func (t term) compare(sign, with string) condition {
	return condition{t.inside(single) + " " + sign + " " + with, compared}
}

func (t term) among(list []string) condition {
	return t.compare("in", "["+strings.Join(list, ", ")+"]")
}

// given asks whether everything that the term reads was given.
func (t term) given() []condition {
	list := make([]condition, len(t.reads))
	for i, name := range t.reads {
		list[i] = condition{"angegeben(" + name + ")", single}
	}
	return list
}

// guard lets a condition hold only where the term was given.
func (t term) guard(c condition) condition { return allOf(append(t.given(), c)) }

func isDotted(text string) bool {
	for part := range strings.SplitSeq(text, ".") {
		if !expression.IsName(part) && part != "true" && part != "false" {
			return false
		}
	}
	return true
}
