// SPDX-License-Identifier: EUPL-1.2

package scenarios

import (
	"strconv"
	"strings"
)

// Literal is a text as it is, even one that looks like an expression.
func Literal(text string) Operand {
	if strings.HasPrefix(text, "=") {
		return Operand{Text: strconv.Quote(text), IsExpr: true, Given: true}
	}
	return Operand{Text: text, Given: true}
}

// Expr is what an expression gives.
func Expr(text string) Operand { return Operand{Text: text, IsExpr: true, Given: true} }
