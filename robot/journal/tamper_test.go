// SPDX-License-Identifier: EUPL-1.2

package journal_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
)

func tear(t *testing.T, folder disk.Folder, name string) {
	t.Helper()
	file, err := os.OpenFile(filepath.Join(folder.Path(), filepath.FromSlash(name)), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.WriteString(`{"seq":99`); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

// forged is a store in which one file was replaced.
type forged struct {
	journal.Store
	name string
	data []byte
}

func (f forged) Read(name string) ([]byte, error) {
	if name == f.name {
		return f.data, nil
	}
	return f.Store.Read(name)
}

// forgery is a log that was tampered with, and what a check should say.
type forgery struct {
	data  []byte
	want  proof.State
	lines []int // any of these may be named
}

func forgeries(log []byte) map[string][]forgery {
	lines := slices.Collect(bytes.Lines(log))
	all := map[string][]forgery{}
	add := func(kind string, lines [][]byte, want proof.State, at ...int) {
		all[kind] = append(all[kind], forgery{bytes.Join(lines, nil), want, at})
	}
	for i := range lines {
		n, without := i+1, slices.Delete(slices.Clone(lines), i, i+1)
		if n < len(lines) {
			add("delete", without, proof.Removed, n)
			swapped := slices.Clone(lines)
			swapped[i], swapped[i+1] = lines[i+1], lines[i]
			add("swap", swapped, proof.Reordered, n)
		}
		add("truncate", lines[:i], proof.Truncated, n)
		add("truncate in a line", append(slices.Clone(lines[:i]), lines[i][:len(lines[i])/2]), proof.Truncated, n)
		add("copy", slices.Insert(slices.Clone(lines), i, lines[i]), proof.Inserted, n, n+1)
		add("insert", slices.Insert(slices.Clone(lines), i, []byte("{\"seq\":1}\n")), proof.Inserted, n)
	}
	for i := range log {
		if i%5 != 0 && log[i] != '\n' { // enough to meet every field of every line
			continue
		}
		flipped := bytes.Clone(log)
		flipped[i] ^= 1 << (i % 8)
		n := bytes.Count(log[:i], []byte{'\n'}) + 1
		want := proof.Changed
		if i == len(log)-1 {
			want = proof.Truncated // the last line feed is gone
		}
		all["flip"] = append(all["flip"], forgery{flipped, want, []int{n}})
	}
	return all
}

func TestTamperingIsFound(t *testing.T) {
	t.Parallel()
	keys := newKeys(t)
	m := memory(t, keys)
	for _, name := range []string{"order.jsonl", "cases/000001/log.jsonl", "cases/000002/log.jsonl"} {
		log, err := m.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		for kind, list := range forgeries(log) {
			t.Run(name+" "+kind, func(t *testing.T) {
				t.Parallel()
				for _, f := range list {
					expect(t, forged{m, name, f.data}, keys, name, f)
				}
			})
		}
	}
}

func expect(t *testing.T, s journal.Store, keys *journal.Keys, name string, f forgery) {
	t.Helper()
	report, err := journal.Verify(s, journal.VerifyOptions{By: keys.Verifiers()})
	if fault.KindOf(err) != fault.Evidence {
		t.Fatalf("not found: %v\n%s", err, f.data)
	}
	got := report.Order
	for _, c := range report.Cases {
		if proof.CaseLog(c.Number) == name {
			got = c.Finding
		}
	}
	if !slices.Contains(f.lines, got.Line) || got.State != f.want {
		t.Errorf("found %s in line %d, want %s in %v\n%s", got.State, got.Line, f.want, f.lines, f.data)
	}
}

func TestForgedCheckpointAndValues(t *testing.T) {
	t.Parallel()
	keys := newKeys(t)
	m := memory(t, keys)
	note, err := m.Read("order.checkpoint")
	if err != nil {
		t.Fatal(err)
	}
	for i := range note {
		flipped := bytes.Clone(note)
		flipped[i] ^= 1
		if _, err := journal.Verify(forged{m, "order.checkpoint", flipped}, journal.VerifyOptions{Keys: keys}); fault.KindOf(err) != fault.Evidence {
			t.Errorf("byte %d: %v", i, err)
		}
	}
	if _, err := journal.Verify(forged{m, "order.checkpoint", nil}, journal.VerifyOptions{Keys: keys}); fault.KindOf(err) != fault.Evidence {
		t.Errorf("no checkpoint: %v", err)
	}
	values, err := m.Read("cases/000001/values.age")
	if err != nil {
		t.Fatal(err)
	}
	lines := slices.Collect(bytes.Lines(values))
	exchanged := slices.Concat(lines[0][:64], lines[1][64:]) // another value under the first commitment
	for what, first := range map[string][]byte{"exchanged": exchanged, "removed": nil} {
		data := bytes.Join(append([][]byte{first}, lines[1:]...), nil)
		if _, err := journal.Verify(forged{m, "cases/000001/values.age", data}, journal.VerifyOptions{Keys: keys}); fault.KindOf(err) != fault.Evidence {
			t.Errorf("%s values: %v", what, err)
		}
	}
}
