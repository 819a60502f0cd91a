// SPDX-License-Identifier: EUPL-1.2

package expression

import (
	"slices"
	"strings"
)

// Canonical is the meaning of the expression in one line of brackets, the
// same however it was set out: what a hash is taken over. The order and the
// brackets of parts that and or or joins mean nothing.
func (p *Program) Canonical() string { return canonical(p.root) }

func canonical(n *node) string {
	switch n.op {
	case opLiteral:
		return string(n.typ.Kind) + ":" + quote(n.literal.String())
	case opName:
		return n.name
	case opCall:
		return "(" + strings.Join(append([]string{"call", n.name}, canonicals(n.kids)...), " ") + ")"
	case "and", "or":
		parts := canonicals(chained(n, n.op))
		slices.Sort(parts)
		return "(" + strings.Join(append([]string{string(n.op)}, parts...), " ") + ")"
	}
	return "(" + strings.Join(append([]string{string(n.op)}, canonicals(n.kids)...), " ") + ")"
}

func canonicals(list []*node) []string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = canonical(n)
	}
	return out
}

var quoting = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`)

func quote(s string) string { return `"` + quoting.Replace(s) + `"` }
