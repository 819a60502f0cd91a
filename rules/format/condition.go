// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/rules/expression"
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

func isDotted(text string) bool {
	for part := range strings.SplitSeq(text, ".") {
		if !expression.IsName(part) && part != "true" && part != "false" {
			return false
		}
	}
	return true
}
