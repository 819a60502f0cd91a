// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"errors"
	"fmt"
	"strings"

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

// OpenKey reads the word that one key gave for the next: a signed note that
// holds nothing but the new key.
func OpenKey(msg []byte, keys Keys) (string, error) {
	n, err := note.Open(msg, keys)
	if err != nil {
		return "", fmt.Errorf("the word for a new key: %w", err)
	}
	key, ok := strings.CutPrefix(n.Text, keyOrigin)
	if !ok {
		return "", errors.New("it is not the word for a new key")
	}
	return strings.TrimSuffix(key, "\n"), nil
}

// SignKey lets the present key speak for the next.
func SignKey(next string, signer note.Signer) ([]byte, error) {
	return note.Sign(&note.Note{Text: keyOrigin + next + "\n"}, signer)
}

const keyOrigin = "heinzel/key\n"
