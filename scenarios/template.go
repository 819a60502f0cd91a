// SPDX-License-Identifier: EUPL-1.2

package scenarios

import "strings"

// PathPart is a piece of a request's path: literal text, or an expression
// that stood in braces.
type PathPart struct {
	Text string
	Expr Operand
}

// PathParts splits a path such as /items/{number} into its pieces. It is not
// ok where a brace has no partner.
func (r *Request) PathParts() (parts []PathPart, ok bool) {
	rest, at := r.Path, 0
	for {
		before, after, found := strings.Cut(rest, "{")
		if before != "" {
			parts = append(parts, PathPart{Text: before})
		}
		if !found {
			return parts, !strings.Contains(before, "}")
		}
		inner, next, closed := strings.Cut(after, "}")
		if !closed || strings.Contains(before, "}") {
			return parts, false
		}
		at += len([]rune(before)) + 1
		parts = append(parts, PathPart{Expr: Operand{Text: inner, IsExpr: true, Given: true, At: r.PathAt.Shift(at)}})
		at += len([]rune(inner)) + 1
		rest = next
	}
}
