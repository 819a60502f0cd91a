// SPDX-License-Identifier: EUPL-1.2

package evidence_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/evidence"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
)

func TestEvidenceIsKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := evidence.At(dir)
	picture := []byte("a masked picture")
	var all sync.WaitGroup
	for range 5 { // the same picture from several cases
		all.Go(func() {
			if _, err := s.Put("picture", "png", picture); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	ref, err := s.Put("picture", "png", picture)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Get(ref); err != nil || !bytes.Equal(got, picture) {
		t.Errorf("%q, %v", got, err)
	}
	file := filepath.Join(dir, filepath.FromSlash(ref.Name))
	if !strings.HasPrefix(ref.Name, "picture/"+ref.Hash[:2]+"/") || filepath.Ext(file) != ".png" {
		t.Errorf("name %s", ref.Name)
	}
	if err := os.WriteFile(file, []byte("another picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(ref); fault.KindOf(err) != fault.Evidence {
		t.Errorf("changed: %v", err)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(ref); fault.KindOf(err) != fault.Evidence {
		t.Errorf("missing: %v", err)
	}
}

func TestWrongEvidenceIsRefused(t *testing.T) {
	t.Parallel()
	s := evidence.In(disk.NewMemory())
	for _, try := range [][3]string{{"../x", "png", "d"}, {"picture", "p/g", "d"}, {"", "png", "d"}, {"picture", "png", ""}} {
		if ref, err := s.Put(try[0], try[1], []byte(try[2])); err == nil {
			t.Errorf("%v was kept as %v", try, ref)
		}
	}
	if _, err := evidence.At(t.TempDir()).Get(evidence.Ref{Name: "../../etc/passwd"}); err == nil {
		t.Error("a name led out of the store")
	}
}

func TestFullDisk(t *testing.T) {
	t.Parallel()
	m := disk.NewMemory()
	s := evidence.In(m)
	m.FailAt(1, disk.DiskFull)
	_, err := s.Put("picture", "png", []byte("data"))
	if fault.KindOf(err) != fault.Technical || !strings.Contains(fault.Describe(err, "de"), "Datenträger voll") {
		t.Errorf("%v", err)
	}
	if _, err := s.Put("picture", "png", []byte("data")); err != nil {
		t.Errorf("after room was made: %v", err)
	}
}
