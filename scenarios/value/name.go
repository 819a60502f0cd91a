// SPDX-License-Identifier: EUPL-1.2

package value

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// parseName accepts the letters that German registers must be able to hold
// (DIN 91379 datatype A), normalised to NFC, and names the first other one.
func parseName(s string) (Value, error) {
	s = norm.NFC.String(s)
	runes, letters := []rune(s), nameLetters()
	for i := 0; i < len(runes); i++ {
		n := nameUnit(letters, runes[i:])
		if n == 0 {
			return Value{}, problem("%s in %q is no letter of a name (DIN 91379)", "%s in „%s“ gehört in keinen Namen (DIN 91379)", codePoint(runes[i]), s)
		}
		i += n - 1
	}
	return Value{kind: Name, text: s}, nil
}

// nameUnit is the number of runes of the letter, sequence or sign at the
// start of s, or 0 where there is none.
func nameUnit(letters *unicode.RangeTable, s []rune) int {
	if !unicode.Is(letters, s[0]) {
		if strings.ContainsRune(nameSigns, s[0]) {
			return 1
		}
		return 0
	}
	marks := 1
	for marks < len(s) && unicode.Is(unicode.Mn, s[marks]) {
		marks++
	}
	if marks == 1 || strings.ContainsRune(nameMarks()[string(s[1:marks])], s[0]) {
		return marks
	}
	return 0
}

func codePoint(r rune) string {
	if unicode.IsGraphic(r) && !unicode.Is(unicode.Mn, r) {
		return fmt.Sprintf("U+%04X (%c)", r, r)
	}
	return fmt.Sprintf("U+%04X", r)
}
