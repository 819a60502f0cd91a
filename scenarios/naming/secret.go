// SPDX-License-Identifier: EUPL-1.2

package naming

import (
	"regexp"
	"strings"
)

// passwords are words of fields whose content is nobody's business.
var passwords = regexp.MustCompile(`(?i)kennwort|passwor[td]|passphrase|passcode|passwd|pwd|mot.?de.?passe|contrase|senha|geheim|secret|token|(?:^|[^a-z])(?:pass|pw|pin|puk|otp|tan)(?:$|[^a-z])`)

// MeansSecret tells a field of a password by a word that is known about it.
func MeansSecret(label string) bool { return passwords.MatchString(label) }

// LooksSecret is as careful as the check of scenarios: a long word of mixed
// letters and digits, that no person would type.
func LooksSecret(typed string) bool {
	return len(typed) >= 20 && !strings.ContainsAny(typed, " :/.@") && strings.ContainsAny(typed, "0123456789") &&
		strings.ToUpper(typed) != typed && strings.ToLower(typed) != typed
}
