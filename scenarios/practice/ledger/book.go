// SPDX-License-Identifier: EUPL-1.2

package ledger

import (
	"encoding/json"
	"os"
	"sync"
)

// Book is a ledger that its application holds open for writing.
type Book struct {
	mu     sync.Mutex
	file   *os.File
	saves  map[string]int
	fields map[[2]string]int
}

// Open opens or creates the ledger and answers what was saved before, for the
// application to replay.
func Open(path string) (*Book, []Entry, error) {
	entries, whole, err := existing(path)
	if err != nil {
		return nil, nil, err
	}
	file, err := openAt(path, whole)
	if err != nil {
		return nil, nil, err
	}
	b := &Book{file: file, saves: map[string]int{}, fields: map[[2]string]int{}}
	for _, e := range entries {
		b.count(&e)
	}
	return b, entries, nil
}

// openAt cuts off a torn last line, which no client was ever answered for.
func openAt(path string, whole int64) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return nil, err
	}
	if err := file.Truncate(whole); err != nil {
		_ = file.Close()
		return nil, err
	}
	return file, nil
}

// Append counts the entry, writes it as one line and syncs it.
func (b *Book) Append(e Entry) (Entry, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	e.Changes = append([]Change{}, e.Changes...)
	b.count(&e)
	line, err := json.Marshal(e)
	if err != nil {
		return e, err
	}
	if _, err := b.file.Write(append(line, '\n')); err != nil {
		return e, err
	}
	return e, b.file.Sync()
}

func (b *Book) count(e *Entry) {
	b.saves[e.Key]++
	e.Count = b.saves[e.Key]
	for i := range e.Changes {
		id := [2]string{e.Key, e.Changes[i].Field}
		b.fields[id]++
		e.Changes[i].Count = b.fields[id]
	}
}

// Close ends writing.
func (b *Book) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.file.Close()
}
