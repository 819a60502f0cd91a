// SPDX-License-Identifier: EUPL-1.2

package ledger_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
)

func save(t *testing.T, b *ledger.Book, key, field string) ledger.Entry {
	t.Helper()
	e, err := b.Append(ledger.Entry{Key: key, Changes: []ledger.Change{{Field: field, New: "Đặng"}}})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func open(t *testing.T, path string) (*ledger.Book, []ledger.Entry) {
	t.Helper()
	b, before, err := ledger.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b, before
}

func TestCountsPerKeyAndFieldAcrossRestart(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.jsonl")
	b, _ := open(t, path)
	save(t, b, "1", "famname")
	save(t, b, "2", "famname")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b, before := open(t, path)
	if len(before) != 2 {
		t.Fatalf("replayed %d entries, want 2", len(before))
	}
	e := save(t, b, "1", "gebname")
	if e.Count != 2 || e.Changes[0].Count != 1 {
		t.Fatalf("count %d, field count %d; want 2 and 1", e.Count, e.Changes[0].Count)
	}
	entries, err := ledger.Read(path)
	if err != nil || len(entries) != 3 || entries[2].Changes[0].New != "Đặng" {
		t.Fatalf("read %v, %v", entries, err)
	}
}

func TestTornLineIsNoEntry(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.jsonl")
	text := `{"system":"x","key":"1","changes":[]}` + "\n" + `{"system":"x","ke`
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	b, before := open(t, path)
	save(t, b, "1", "famname")
	entries, err := ledger.Read(path)
	if err != nil || len(before) != 1 || len(entries) != 2 || entries[1].Count != 2 {
		t.Fatalf("before %v, read %v, %v", before, entries, err)
	}
}
