// SPDX-License-Identifier: EUPL-1.2

package journal_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
	"golang.org/x/mod/sumdb/note"
)

func verifiers(t testing.TB, keys *journal.Keys) note.Verifiers {
	t.Helper()
	v, err := proof.Verifiers(keys.Public())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestOneCaseIsProvenAlone reads an export as an auditor gets it, and then
// changes bytes all over it.
func TestOneCaseIsProvenAlone(t *testing.T) {
	t.Parallel()
	keys := newKeys(t)
	m := memory(t, keys)
	export, err := proof.ExportCase(m.Read, 2)
	if err != nil {
		t.Fatal(err)
	}
	wire, err := export.Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := proof.ParseExport(wire)
	if err != nil {
		t.Fatal(err)
	}
	c, err := got.Check(verifiers(t, keys))
	if err != nil || !c.Ended || c.Lines != 4 {
		t.Errorf("%+v, %v", c, err)
	}
	for i := range wire {
		altered := bytes.Clone(wire)
		altered[i] ^= 1
		e, err := proof.ParseExport(altered)
		if err == nil {
			_, err = e.Check(verifiers(t, keys))
		}
		if err == nil {
			t.Fatalf("byte %d: an altered export passes\n%s", i, altered)
		}
	}
	if _, err := proof.ExportCase(m.Read, 3); !errors.Is(err, proof.ErrExport) {
		t.Errorf("a running case: %v", err)
	}
	if strings.Contains(string(wire), `\"case\":1`) || strings.Contains(string(wire), `\"case\":3`) {
		t.Error("the export shows another case")
	}
}

// FuzzShow reads any log and any sealed values without falling over.
func FuzzShow(f *testing.F) {
	keys := newKeys(f)
	m := memory(f, keys)
	for _, name := range []string{"cases/000001/log.jsonl", "order.jsonl"} {
		log, err := m.Read(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(log, []byte("00 1 x\n"))
	}
	f.Add([]byte("{\"at\":\"2026-11-02T08:00:00Z\",\"values\":{\"a\":\"00\"},\"fault\":{}}\n"), []byte("00 4 AAAA\n"))
	f.Fuzz(func(t *testing.T, log, values []byte) {
		s := forged{forged{m, "cases/000001/values.age", values}, "cases/000001/log.jsonl", log}
		events, err := journal.Show(s, 1, keys)
		for _, e := range events {
			if err != nil || len(e.Values) > 0 && len(e.Commitments) == 0 {
				t.Errorf("%+v, %v", e, err)
			}
		}
	})
}
