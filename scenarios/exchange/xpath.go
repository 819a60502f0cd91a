// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var (
	xstep   = regexp.MustCompile(`^(\*|[a-zA-Z][\w-]*)((?:\[[^\]]*\])*)$`)
	xwhat   = regexp.MustCompile(`\[([^\]]*)\]`)
	xequal  = regexp.MustCompile(`^@([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')$`)
	xsays   = regexp.MustCompile(`^(?:(?:text\(\)|\.|normalize-space\((?:\.|text\(\))?\))\s*=\s*|contains\((?:\.|text\(\)),\s*)(?:"([^"]*)"|'([^']*)')\)?$`)
	xnumber = regexp.MustCompile(`^\d+$`)
)

// xpath reads the expressions that recorders write: steps with numbers, equal
// attributes, and the text of the last. Others say nothing.
func xpath(s string) clues {
	rest := strings.TrimSpace(s)
	c, css, path := clues{}, "", ""
	absolute := strings.HasPrefix(rest, "/html") || strings.HasPrefix(rest, "//html")
	for rest != "" {
		step, combinator := "", " "
		step, combinator, rest = nextStep(rest)
		m := xstep.FindStringSubmatch(step)
		if m == nil {
			return clues{}
		}
		c = clues{tag: strings.ToLower(strings.TrimPrefix(m[1], "*"))}
		one, ok := c.predicates(m[2])
		if !ok {
			return clues{}
		}
		css += combinator + strings.TrimPrefix(m[1], "*") + one
		path += "/" + step
		absolute = absolute && (combinator != " " || c.tag == "html")
	}
	if c.text == "" && c.id == "" && c.attribute == "" {
		c.css = strings.Trim(css, " >")
	}
	if below, ok := strings.CutPrefix(path, "/html/body/"); ok && absolute && !strings.Contains(path, "@") {
		c.path = below
	}
	return c
}

// nextStep takes one step off; two slashes lead to anything below.
func nextStep(s string) (step, combinator, rest string) {
	combinator = " > "
	if strings.HasPrefix(s, "//") {
		combinator = " "
	}
	s = strings.TrimLeft(s, "/")
	depth, quote := 0, rune(0)
	for i, r := range s {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '\'' || r == '"':
			quote = r
		case r == '[':
			depth++
		case r == ']':
			depth--
		case r == '/' && depth == 0:
			return s[:i], combinator, s[i:]
		}
	}
	return s, combinator, ""
}

// predicates reads what stands in brackets, as CSS.
func (c *clues) predicates(s string) (css string, ok bool) {
	for _, p := range xwhat.FindAllStringSubmatch(s, -1) {
		what := strings.TrimSpace(p[1])
		equal, says := xequal.FindStringSubmatch(what), xsays.FindStringSubmatch(what)
		switch {
		case xnumber.MatchString(what):
			css += ":nth-of-type(" + what + ")"
		case equal != nil:
			css += fmt.Sprintf("[%s=%s]", equal[1], quoted(equal[2]+equal[3]))
			c.equal(equal[1], equal[2]+equal[3])
		case says != nil:
			c.text = says[1] + says[2]
		default:
			return "", false
		}
	}
	return css, true
}

func (c *clues) equal(name, word string) {
	switch name {
	case "id":
		c.id = word
	case "name":
		c.attribute = word
	case "type":
		c.kind = word
	}
}

// quoted is a text of CSS.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\a `).Replace(s) + `"`
}

// letterOf is the letter of a number in hexadecimal digits.
func letterOf(hex string) (rune, bool) {
	n, err := strconv.ParseUint(hex, 16, 32)
	return rune(n), err == nil && n > 0 && n <= 0x10ffff
}
