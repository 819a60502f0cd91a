// SPDX-License-Identifier: EUPL-1.2

package expression

import "strings"

// Canonical is the meaning of the expression in one line of brackets, the
// same however it was set out: what a hash is taken over.
func (p *Program) Canonical() string {
	var b strings.Builder
	canonical(&b, p.root)
	return b.String()
}

func canonical(b *strings.Builder, n *node) {
	switch n.op {
	case opLiteral:
		b.WriteString(string(n.typ.Kind) + ":" + quote(n.literal.String()))
	case opName:
		b.WriteString(n.name)
	default:
		b.WriteString("(" + string(n.op))
		if n.op == opCall {
			b.WriteString(" " + n.name)
		}
		for _, k := range n.kids {
			b.WriteByte(' ')
			canonical(b, k)
		}
		b.WriteByte(')')
	}
}

func quote(s string) string { return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"` }
