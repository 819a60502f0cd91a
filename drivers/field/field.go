// SPDX-License-Identifier: EUPL-1.2

// Package field is what all drivers hold about fields: secrets go only where
// nothing is shown, and what was written is read back, letter by letter.
package field

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"golang.org/x/text/unicode/norm"
)

// Name is the element of an action, as files write it.
func Name(a act.Action) string { return a.Screen.Name + "/" + a.Element.Name }

// State is whether a box is ticked, in the words of scenarios.
func State(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}

// Fits refuses text for fields that hide what they hold, and secrets for fields
// that show it, unless the element file declares it.
func Fits(driver string, a act.Action, hides bool) error {
	switch {
	case hides && a.Secret.IsZero():
		return fault.New(fault.Usage, driver+".fill", speech.Say("%s is a password field and takes secrets only", "%s ist ein Kennwortfeld und nimmt nur Geheimnisse", Name(a))).
			WithHint(speech.Say("write secret: NAME instead of with:", "schreiben Sie secret: NAME statt with:"))
	case !hides && !a.Secret.IsZero() && !a.Element.Secret:
		return fault.New(fault.Usage, driver+".fill", speech.Say("%s is no password field: it would show the secret", "%s ist kein Kennwortfeld: es würde das Geheimnis zeigen", Name(a))).
			WithHint(speech.Say("if it belongs there, as a user's name does, declare secret: yes in the element file", "gehört es dorthin, etwa eine Kennung, erklären Sie secret: yes in der Elementdatei"))
	}
	return nil
}

// Holds reports whether a field holds what was meant. One with a declared mask
// may add its own signs, but no letters or digits.
func Holds(a act.Action, got, want string) bool {
	is, want := lines(got), lines(want)
	if a.Element.Mask != "" {
		is, want = bare(is), bare(want)
	}
	return is == want
}

// ReadBack is the fault of a field that does not hold what was written.
func ReadBack(driver string, a act.Action, got, want string) error {
	if Holds(a, got, want) {
		return nil
	}
	f := fault.New(fault.Halted, driver+".read back", speech.Say("%s does not hold what was written", "%s enthält nicht, was geschrieben wurde", Name(a))).
		WithHint(speech.Say("does the field shorten or rewrite its text? declare mask: in the element file, or use keys: yes", "kürzt oder ändert das Feld seinen Text? Erklären Sie mask: in der Elementdatei oder verwenden Sie keys: yes"))
	if a.Secret.IsZero() {
		f.Private = true
		f.Cause = speech.Say("%s holds %q instead of %q", "%s enthält „%s“ statt „%s“", Name(a), got, lines(want))
	}
	return f
}

// lines writes letters and line ends in one way, as fields do.
func lines(s string) string { return norm.NFC.String(strings.ReplaceAll(s, "\r\n", "\n")) }

// bare leaves letters and digits.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .,-/:()\u00a0", r) {
			return -1
		}
		return r
	}, s)
}
