// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"regexp"
	"slices"
	"strings"
)

// selector reads one of Chrome's selectors: aria/, text/, xpath/, pierce/, or
// CSS.
func selector(s string) clues {
	switch {
	case strings.HasPrefix(s, "aria/"):
		return aria(s[len("aria/"):])
	case strings.HasPrefix(s, "text/"):
		return clues{text: s[len("text/"):]}
	case strings.HasPrefix(s, "xpath/"):
		return xpath(s[len("xpath/"):])
	}
	return css(strings.TrimPrefix(s, "pierce/"))
}

// chain reads a selector that leads through shadow roots: its last part is the
// element. Where that has no name of its own, as text inside of a button, the
// part before it is meant.
func chain(parts []string) clues {
	for _, part := range slices.Backward(parts) {
		c := selector(part)
		if len(parts) > 1 {
			c.path = "" // counted from a shadow root
		}
		if c.role != "generic" && c.role != "StaticText" || c.name != "" {
			return c
		}
	}
	return clues{}
}

var bracket = regexp.MustCompile(`\[\s*([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\]"']*))\s*(?: [is])?\]`)

// aria reads NAME[role="ROLE"].
func aria(s string) clues {
	c := clues{}
	for _, m := range bracket.FindAllStringSubmatch(s, -1) {
		switch m[1] {
		case "role":
			c.role = m[2] + m[3] + m[4]
		case "name":
			c.name = m[2] + m[3] + m[4]
		default:
			continue
		}
		s = strings.Replace(s, m[0], "", 1)
	}
	if s = strings.TrimSpace(s); s != "" {
		c.name = s
	}
	return c
}

var (
	simpleID  = regexp.MustCompile(`^([\w-]*)#((?:[^\s>+~.#:\[\]\\]|\\[0-9a-fA-F]{1,6} ?|\\.)+)$`)
	single    = regexp.MustCompile(`^([\w-]*|\*)(\[[^\]]*\])+$`)
	lastTag   = regexp.MustCompile(`(?:^|[\s>+~])([a-zA-Z][\w-]*)[^\s>+~]*$`)
	childPath = regexp.MustCompile(`^(?:html\s*>\s*)?body((?:\s*>\s*[a-z][\w-]*(?::nth-of-type\(\d+\))?)+)$`)
	nth       = regexp.MustCompile(`:nth-of-type\((\d+)\)`)
)

// css reads a CSS selector; what it says beyond ids and attributes stays CSS.
func css(s string) clues {
	s = strings.TrimSpace(s)
	if strings.Contains(s, "::") || strings.Contains(s, ">>>") {
		return clues{} // Puppeteer's own, which no browser knows
	}
	c := clues{css: s}
	if m := lastTag.FindStringSubmatch(s); m != nil {
		c.tag = strings.ToLower(m[1])
	}
	if m := simpleID.FindStringSubmatch(s); m != nil {
		c.id = unescape(m[2])
	}
	if m := childPath.FindStringSubmatch(s); m != nil {
		c.path = nth.ReplaceAllString(strings.TrimPrefix(strings.Join(strings.Fields(strings.ReplaceAll(m[1], ">", " / ")), ""), "/"), "[$1]")
	}
	c.attributes(s)
	return c
}

// attributes reads those of the last element.
func (c *clues) attributes(s string) {
	alone := single.MatchString(s)
	for _, m := range bracket.FindAllStringSubmatch(lastOf(s), -1) {
		word := m[2] + m[3] + m[4]
		switch {
		case m[1] == "type":
			c.kind = word
		case m[1] == "name" && alone:
			c.attribute = word
		case m[1] == "id" && alone:
			c.id = word
		case strings.HasPrefix(m[1], "data-"):
			c.test = word
		case m[1] == "aria-label" && alone:
			c.name = word
		}
	}
}

// lastOf is the part of a selector that stands for the element itself.
func lastOf(s string) string {
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ']':
			depth++
		case '[':
			depth--
		case ' ', '>', '+', '~':
			if depth == 0 {
				return s[i+1:]
			}
		}
	}
	return s
}

// unescape reads the escapes of a CSS name (CSS Syntax, 4.3.7).
func unescape(s string) string {
	return escaped.ReplaceAllStringFunc(s, func(e string) string {
		hex := strings.TrimSpace(e[1:])
		if r, ok := letterOf(hex); ok {
			return string(r)
		}
		return e[1:]
	})
}

var escaped = regexp.MustCompile(`\\(?:[0-9a-fA-F]{1,6} ?|.)`)
