// SPDX-License-Identifier: EUPL-1.2

package yaml

import (
	"strings"

	"github.com/goccy/go-yaml/token"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// tooDeep finds the first place that is nested deeper than MaxDepth, before
// anything recursive reads the tokens: brackets that are open, plus lines
// whose indentation grew.
func tooDeep(text string, tokens token.Tokens) (source.Place, bool) {
	var indents []int
	open, brackets := 0, bracketsOf(tokens)
	for i, line := range strings.Split(text, "\n") {
		body := strings.TrimLeft(line, " ")
		if body == "" || body[0] == '#' {
			continue
		}
		if open == 0 {
			indents = deeper(indents, line, body)
		}
		for len(brackets) > 0 && brackets[0].Position.Line <= i+1 {
			open = max(0, open+step(brackets[0]))
			if open+len(indents) > MaxDepth {
				return source.Place{Line: brackets[0].Position.Line, Column: brackets[0].Position.Column}, true
			}
			brackets = brackets[1:]
		}
		if len(indents) > MaxDepth {
			return source.Place{Line: i + 1, Column: len(line) - len(body) + 1}, true
		}
	}
	return source.Place{}, false
}

// bracketsOf are the brackets that open or close something; those inside
// texts do not.
func bracketsOf(tokens token.Tokens) token.Tokens {
	var out token.Tokens
	for _, t := range tokens {
		if step(t) != 0 {
			out = append(out, t)
		}
	}
	return out
}

func step(t *token.Token) int {
	switch t.Type {
	case token.MappingStartType, token.SequenceStartType:
		return 1
	case token.MappingEndType, token.SequenceEndType:
		return -1
	}
	return 0
}

// deeper keeps the stack of indentations that enclose a line; each "- " in
// front opens one more.
func deeper(indents []int, line, body string) []int {
	at := len(line) - len(body)
	for {
		for len(indents) > 0 && indents[len(indents)-1] >= at {
			indents = indents[:len(indents)-1]
		}
		indents = append(indents, at)
		if !strings.HasPrefix(body, "- ") {
			return indents
		}
		rest := strings.TrimLeft(body[1:], " ")
		at, body = at+len(body)-len(rest), rest
	}
}
