// SPDX-License-Identifier: EUPL-1.2

package disk_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
)

// folder is what both places for files do alike.
type folder interface {
	Append(name string, data []byte, sync bool) error
	Read(name string) ([]byte, error)
	Put(name string, data []byte) error
	Remove(name string) error
}

func TestBothPlacesDoAlike(t *testing.T) {
	t.Parallel()
	for name, f := range map[string]folder{"disk": disk.At(filepath.Join(t.TempDir(), "new")), "memory": disk.NewMemory()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := errors.Join(
				f.Append("a/log", []byte("one\n"), false), f.Append("a/log", nil, true),
				f.Append("a/log", []byte("tw"), true), f.Append("a/log", []byte("two\n"), true),
				f.Append("torn", []byte(strings.Repeat("x", 10_000)), true), f.Append("torn", []byte("y\n"), true),
				f.Put("b", []byte("old")), f.Put("b", []byte("new")),
				f.Put("c", []byte("gone")), f.Remove("c"), f.Remove("c"))
			if err != nil {
				t.Fatal(err)
			}
			for file, want := range map[string]string{"a/log": "one\ntwo\n", "torn": "y\n", "b": "new", "c": ""} {
				if got, err := f.Read(file); err != nil || string(got) != want {
					t.Errorf("%s: %q, %v", file, got, err)
				}
			}
		})
	}
}

func TestForTheRobotAlone(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("rights there are not modes")
	}
	dir := filepath.Join(t.TempDir(), "order")
	f := disk.At(dir)
	if err := errors.Join(f.Append("cases/1/log", []byte("x\n"), true), f.Put("key", []byte("k"))); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if data, err := f.ReadPrivate("key"); err != nil || string(data) != "k" {
		t.Errorf("%q, %v", data, err)
	}
	if err := os.Chmod(filepath.Join(dir, "key"), 0o640); err != nil {
		t.Fatal(err)
	}
	if data, err := f.ReadPrivate("key"); fault.KindOf(err) != fault.Usage || data != nil {
		t.Errorf("readable by others: %q, %v", data, err)
	}
}

func TestNamesStayInside(t *testing.T) {
	t.Parallel()
	f := disk.At(filepath.Join(t.TempDir(), "in"))
	for _, name := range []string{"../out", "/out", "a/../../out", ""} {
		if err := f.Append(name, []byte("x\n"), true); err == nil {
			t.Errorf("%q was written", name)
		}
	}
}

func TestOneWriter(t *testing.T) {
	t.Parallel()
	f := disk.At(t.TempDir())
	lock, err := f.Lock()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Lock(); fault.KindOf(err) != fault.Usage {
		t.Errorf("second lock: %v", err)
	}
	if err := lock.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := f.Lock() // the file is still there, and blocks nobody
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestTroubleIsToldClearly(t *testing.T) {
	t.Parallel()
	if disk.Trouble("op", "x", nil) != nil {
		t.Error("no error became one")
	}
	m := disk.NewMemory()
	m.FailAt(1, disk.DiskFull)
	f, ok := errors.AsType[*fault.Fault](m.Append("log", []byte("x\n"), true))
	if !ok || f.Kind != fault.Technical || !strings.HasPrefix(f.Cause.EN, "disk full") || !strings.HasPrefix(f.Cause.DE, "Datenträger voll") || f.Hint.IsZero() {
		t.Errorf("%+v", f)
	}
	m.FailAt(2, disk.SyncError)
	if err := errors.Join(m.Append("log", []byte("x\n"), true), m.Put("p", nil)); !errors.Is(err, syscall.EIO) {
		t.Error(err)
	}
}
