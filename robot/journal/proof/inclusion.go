// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// Prove gives the inclusion proof of line number line, from 1, in the tree of
// the first size lines.
func Prove(lines [][]byte, size int64, line int) ([]Hash, error) {
	if size < 0 || size > int64(len(lines)) || line < 1 || int64(line) > size {
		return nil, fmt.Errorf("no line %d in %d lines", line, size)
	}
	stored, err := storedHashes(lines[:size])
	if err != nil {
		return nil, err
	}
	return tlog.ProveRecord(size, int64(line-1), stored)
}

// CheckInclusion checks an inclusion proof against a checkpoint.
func CheckInclusion(path []Hash, seal Seal, line int, leaf Hash) error {
	return tlog.CheckRecord(path, seal.Size, seal.Root, int64(line-1), leaf)
}

func storedHashes(lines [][]byte) (tlog.HashReaderFunc, error) {
	var all []Hash
	read := tlog.HashReaderFunc(func(indexes []int64) ([]Hash, error) {
		out := make([]Hash, len(indexes))
		for i, index := range indexes {
			if index < 0 || index >= int64(len(all)) {
				return nil, fmt.Errorf("no hash %d", index)
			}
			out[i] = all[index]
		}
		return out, nil
	})
	for i, line := range lines {
		hashes, err := tlog.StoredHashesForRecordHash(int64(i), LineHash(line), read)
		if err != nil {
			return nil, err
		}
		all = append(all, hashes...)
	}
	return read, nil
}
