// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// publicOf computes the verifier key of a signer key, so that the two can
// never disagree. A signer key is PRIVATE+KEY+name+hash+base64, where the
// last part is a byte for the algorithm (1) and the seed of an Ed25519 key.
func publicOf(sign string) (string, error) {
	parts := strings.SplitN(sign, "+", 5)
	if len(parts) != 5 {
		return "", keyFault(errors.New("not a signer key"))
	}
	raw, err := base64.StdEncoding.DecodeString(parts[4])
	if err != nil || len(raw) != 1+ed25519.SeedSize || raw[0] != 1 {
		return "", keyFault(errors.New("not an Ed25519 signer key"))
	}
	key, ok := ed25519.NewKeyFromSeed(raw[1:]).Public().(ed25519.PublicKey)
	if !ok {
		return "", keyFault(errors.New("not an Ed25519 key"))
	}
	return note.NewEd25519VerifierKey(parts[2], key)
}
