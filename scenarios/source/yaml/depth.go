// SPDX-License-Identifier: EUPL-1.2

package yaml

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// tooDeep finds the first place that is nested deeper than MaxDepth, before
// anything recursive reads the text: brackets that are open, plus lines whose
// indentation grew. Brackets inside texts may be counted; fifty of them in one
// text that never closes are refused as well.
func tooDeep(text string) (source.Place, bool) {
	var indents []int
	open := 0
	for i, line := range strings.Split(text, "\n") {
		body := strings.TrimLeft(line, " ")
		if body == "" || body[0] == '#' {
			continue
		}
		if open == 0 {
			indents = deeper(indents, line, body)
		}
		for column, c := range body {
			switch c {
			case '{', '[':
				open++
			case '}', ']':
				open = max(0, open-1)
			}
			if open+len(indents) > MaxDepth {
				return source.Place{Line: i + 1, Column: len(line) - len(body) + column + 1}, true
			}
		}
	}
	return source.Place{}, false
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
