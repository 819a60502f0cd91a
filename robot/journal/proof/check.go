// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Check verifies an export with nothing but the verifier keys. What does not
// verify is an error that wraps ErrExport or ErrCheckpoint.
func (e Export) Check(keys Keys) (Case, error) {
	cp, err := OpenCheckpoint([]byte(e.Checkpoint), keys)
	if err != nil {
		return Case{}, err
	}
	if cp.Origin != Origin(orderOf([]byte(e.Order.Text))) || e.Order.Line != 1 {
		return Case{}, fmt.Errorf("%w: it names another order than its checkpoint", ErrExport)
	}
	for _, l := range []Leaf{e.Order, e.Seal} {
		if err := CheckInclusion(l.Path, cp.Seal, l.Line, LineHash([]byte(l.Text))); err != nil {
			return Case{}, fmt.Errorf("%w: line %d is not under the checkpoint: %w", ErrExport, l.Line, err)
		}
	}
	c, err := e.checkLog()
	if err != nil {
		return c, err
	}
	return c, e.checkPieces()
}

// checkLog holds the log against its seal, to the last byte.
func (e Export) checkLog() (Case, error) {
	seal, ok := readSeal([]byte(e.Seal.Text), e.Number)
	if !ok {
		return Case{}, fmt.Errorf("%w: line %d is no seal of case %d", ErrExport, e.Seal.Line, e.Number)
	}
	one := sealed{number: e.Number}
	one.take(seal)
	c, err := one.check(func(string) ([]byte, error) { return []byte(e.Log), nil }, []byte(e.Order.Text))
	switch {
	case err != nil:
		return c, err
	case !c.Finding.OK():
		return c, fmt.Errorf("%w: line %d of the case was %s", ErrExport, c.Finding.Line, c.Finding.State)
	case c.Torn > 0 || int64(c.Lines) != seal.Size:
		return c, fmt.Errorf("%w: the case goes on behind its seal", ErrExport)
	}
	return c, nil
}

// checkPieces holds pictures and opened values against the log. The log was
// checked before: what it names is what was written.
func (e Export) checkPieces() error {
	for i, p := range e.Pictures {
		sum := sha256.Sum256(p.Data)
		if hex.EncodeToString(sum[:]) != p.Hash || !e.names(p.Hash) {
			return fmt.Errorf("%w: picture %d is not one that the log names", ErrExport, i+1)
		}
	}
	for i, o := range e.Opened {
		mac := hmac.New(sha256.New, o.Salt)
		mac.Write(o.Content)
		if hex.EncodeToString(mac.Sum(nil)) != o.Commitment || !e.names(o.Commitment) {
			return fmt.Errorf("%w: opened value %d is not one that the log commits to", ErrExport, i+1)
		}
	}
	return nil
}

// names reports whether a hash or commitment stands in the log, as a string of
// its own.
func (e Export) names(hash string) bool { return strings.Contains(e.Log, `"`+hash+`"`) }
