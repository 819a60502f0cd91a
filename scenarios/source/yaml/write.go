// SPDX-License-Identifier: EUPL-1.2

package yaml

import (
	"fmt"
	"strings"
	"unicode"
)

// Quote writes a text as a scalar that Read gives back letter by letter:
// plain where nothing in it can be misread, else between double quotes.
func Quote(text string) string {
	if isPlain(text) {
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

// isPlain reports words of harmless letters with single blanks between them.
func isPlain(text string) bool {
	for i, word := range strings.Split(text, " ") {
		if word == "" || strings.ContainsFunc(word, isRisky) || i == 0 && strings.ContainsAny(word[:1], "./-") {
			return false
		}
	}
	return true
}

func isRisky(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune("_./§-", r)
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
