// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// Checkpoint is what is signed about an order's log.
type Checkpoint struct {
	Origin string
	Seal
}

// Origin is the origin of the checkpoints of an order.
func Origin(order string) string { return "heinzel/order/" + order }

// Sign writes the checkpoint as a signed note.
func (c Checkpoint) Sign(signer note.Signer) ([]byte, error) {
	text := fmt.Sprintf("%s\n%d\n%s\n", c.Origin, c.Size, base64.StdEncoding.EncodeToString(c.Root[:]))
	return note.Sign(&note.Note{Text: text}, signer)
}

// ErrCheckpoint is wrapped by every fault of a checkpoint.
var ErrCheckpoint = errors.New("no valid checkpoint")

// OpenCheckpoint reads a signed note and checks its signature.
func OpenCheckpoint(msg []byte, keys Keys) (Checkpoint, error) {
	n, err := note.Open(msg, keys)
	if err != nil {
		return Checkpoint{}, fmt.Errorf("%w: %w", ErrCheckpoint, err)
	}
	for _, sig := range n.Sigs {
		// a signature has one spelling only, so that no byte can be changed
		if _, err := base64.StdEncoding.Strict().DecodeString(sig.Base64); err != nil {
			return Checkpoint{}, fmt.Errorf("%w: signature %q", ErrCheckpoint, sig.Base64)
		}
	}
	return parseCheckpoint(n.Text)
}

// parseCheckpoint is strict: what is signed must have one reading only.
func parseCheckpoint(text string) (Checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[0] == "" || lines[3] != "" {
		return Checkpoint{}, fmt.Errorf("%w: not three lines", ErrCheckpoint)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return Checkpoint{}, fmt.Errorf("%w: size %q", ErrCheckpoint, lines[1])
	}
	root, err := base64.StdEncoding.Strict().DecodeString(lines[2])
	if err != nil || len(root) != len(Hash{}) {
		return Checkpoint{}, fmt.Errorf("%w: root %q", ErrCheckpoint, lines[2])
	}
	return Checkpoint{Origin: lines[0], Seal: Seal{size, Hash(root)}}, nil
}
