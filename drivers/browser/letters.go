// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// writable says why a text cannot be meant for a field, before anything is
// written.
func writable(a act.Action, field answer, text string) error {
	if field.Line && strings.ContainsAny(text, "\r\n") {
		return oneLine(a)
	}
	if field.Number && ambiguous(text) {
		return twoNumbers(a, text)
	}
	return nil
}

// oneLine is the halt of a text with line ends: in a field of one line, a line
// end sends the form.
func oneLine(a act.Action) error {
	return fault.New(fault.Halted, "browser.fill", speech.Say("%s is a field of one line, and the text has several", "%s ist ein Feld mit einer Zeile, und der Text hat mehrere", name(a))).
		WithHint(speech.Say("join the lines in the scenario", "fügen Sie die Zeilen im Szenario zusammen"))
}

// spaces writes every kind of space as one: editors of rich text use no-break
// spaces where several spaces meet.
func spaces(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
