// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"regexp"
	"strings"
)

// passwords are words of fields whose content is nobody's business.
var passwords = regexp.MustCompile(`(?i)kennwort|passwor[td]|passphrase|passcode|passwd|pwd|mot.?de.?passe|contrase|senha|geheim|secret|token|(?:^|[^a-z])(?:pass|pw|pin|puk|otp|tan)(?:$|[^a-z])`)

// isSecret tells a field of a password by all that is known about it, and a
// text that no person would type.
func (c clues) isSecret(typed string) bool {
	if c.kind == "password" {
		return true
	}
	for _, known := range []string{c.name, c.attribute, c.id, c.css, c.test} {
		if passwords.MatchString(known) {
			return true
		}
	}
	return looksSecret(typed)
}

// looksSecret is as careful as the check of scenarios: a long word of mixed
// letters and digits.
func looksSecret(typed string) bool {
	return len(typed) >= 20 && !strings.ContainsAny(typed, " :/.@") && strings.ContainsAny(typed, "0123456789") &&
		strings.ToUpper(typed) != typed && strings.ToLower(typed) != typed
}
