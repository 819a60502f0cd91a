// SPDX-License-Identifier: EUPL-1.2

package yaml

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Quote writes a text as a scalar that Read gives back letter by letter:
// plain where nothing in it can be misread, else between double quotes.
func Quote(text string) string {
	if regexp.MustCompile(`^[\pL\pN_§][\pL\pN_./§-]*( [\pL\pN_./§-]+)*$`).MatchString(text) {
		return text
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		b.WriteString(escape(r))
	}
	b.WriteByte('"')
	return b.String()
}

func escape(r rune) string {
	switch {
	case r == '"' || r == '\\':
		return `\` + string(r)
	case r == '\n':
		return `\n`
	case r == '\t':
		return `\t`
	case unicode.IsPrint(r):
		return string(r)
	case r < 0x100:
		return fmt.Sprintf(`\x%02x`, r)
	case r < 0x10000:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}
