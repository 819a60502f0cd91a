// SPDX-License-Identifier: EUPL-1.2

package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// whole makes a whole sentence of what stands behind a colon elsewhere: a
// capital at its start, a full stop at its end.
func whole(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(first)) + s[size:]
	if last, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".!?…:", last) {
		return s
	}
	return s + "."
}
