// SPDX-License-Identifier: EUPL-1.2

package ledger

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Read answers all entries of a ledger in the order in which they were saved.
// It may be called while the application is writing.
func Read(path string) ([]Entry, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	entries, _, err := parse(text)
	return entries, err
}

// parse also answers how many bytes hold whole lines.
func parse(text []byte) ([]Entry, int64, error) {
	whole := bytes.LastIndexByte(text, '\n') + 1
	var entries []Entry
	for line := range bytes.Lines(text[:whole]) {
		var e Entry
		if err := json.Unmarshal(line, &e); err != nil {
			return nil, 0, fmt.Errorf("ledger line %d: %w", len(entries)+1, err)
		}
		entries = append(entries, e)
	}
	return entries, int64(whole), nil
}

// existing is parse for a file that may not be there yet.
func existing(path string) ([]Entry, int64, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, err
	}
	return parse(text)
}
