// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"regexp"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// decimal writes a German number as the number fields of browsers hold it:
// 1.234,56 is 1234.56 there. Anything else stays as it is.
func decimal(text string) string {
	german := regexp.MustCompile(`^-?(\d+|\d{1,3}(\.\d{3})+),\d+$|^-?\d{1,3}(\.\d{3}){2,}$`)
	if !german.MatchString(text) {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), ",", ".")
}

// ambiguous reports a number that is a thousand times larger in German than to
// the browser.
func ambiguous(text string) bool {
	return regexp.MustCompile(`^-?\d{1,3}\.\d{3}$`).MatchString(text)
}

func twoNumbers(a act.Action, text string) error {
	return fault.New(fault.Halted, "browser.fill", speech.Say("%s is a field for numbers, and %s could be either of two", "%s ist ein Zahlenfeld, und %s könnte zweierlei heißen", name(a), text)).Guard().
		WithHint(speech.Say("write the number without points, or with a comma", "schreiben Sie die Zahl ohne Punkte oder mit Komma"))
}
