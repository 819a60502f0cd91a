// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"fmt"

	"golang.org/x/mod/sumdb/note"
)

// Keys are public keys that may have signed.
type Keys = note.Verifiers

// Verifiers reads verifier keys as they are printed in reports.
func Verifiers(public ...string) (Keys, error) {
	var list []note.Verifier
	var wrong error
	for _, key := range public {
		v, err := note.NewVerifier(key)
		if err != nil {
			wrong = fmt.Errorf("%q is no verifier key: %w", key, err)
			continue
		}
		if !has(list, v) {
			list = append(list, v)
		}
	}
	return note.VerifierList(list...), wrong
}

// has reports whether a key is in a list: note refuses keys that stand there
// twice.
func has(list []note.Verifier, v note.Verifier) bool {
	for _, have := range list {
		if have.Name() == v.Name() && have.KeyHash() == v.KeyHash() {
			return true
		}
	}
	return false
}
