// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"crypto/sha256"
	"encoding/hex"

	"golang.org/x/mod/sumdb/tlog"
)

// Hash is a leaf or a root of a log's Merkle tree.
type Hash = tlog.Hash

// LineHash is the leaf hash of a line, given without its line feed.
func LineHash(line []byte) Hash { return tlog.RecordHash(line) }

// Hex is a hash as lines of a journal hold it.
func Hex(h Hash) string { return hex.EncodeToString(h[:]) }

// Tree is the Merkle tree of a growing log. It keeps one hash per complete
// subtree, so a million lines need twenty. The zero value is empty.
type Tree struct {
	size  int64
	peaks []Hash // complete subtrees, largest first
}

// Add takes the next leaf.
func (t *Tree) Add(leaf Hash) {
	for n := t.size; n&1 == 1; n >>= 1 {
		last := len(t.peaks) - 1
		leaf = tlog.NodeHash(t.peaks[last], leaf)
		t.peaks = t.peaks[:last]
	}
	t.peaks = append(t.peaks, leaf)
	t.size++
}

// Size is the number of leaves.
func (t *Tree) Size() int64 { return t.size }

// Root is the root of the tree as it is now.
func (t *Tree) Root() Hash {
	if t.size == 0 {
		return sha256.Sum256(nil)
	}
	last := len(t.peaks) - 1
	root := t.peaks[last]
	for i := last - 1; i >= 0; i-- {
		root = tlog.NodeHash(t.peaks[i], root)
	}
	return root
}
