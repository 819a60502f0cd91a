// SPDX-License-Identifier: EUPL-1.2

package journal_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
)

func TestKeysAreKept(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "keys")
	keys, err := journal.LoadOrCreateKeys(dir)
	if err != nil {
		t.Fatal(err)
	}
	m := memory(t, keys)
	again, err := journal.LoadOrCreateKeys(dir)
	if err != nil || again.Public() != keys.Public() {
		t.Fatal(err)
	}
	if report, err := journal.Verify(m, journal.VerifyOptions{Keys: again}); err != nil || report.Values[0].Right == 0 {
		t.Errorf("%+v, %v", report, err)
	}
	public, err := disk.At(dir).Read("journal.pub")
	if err != nil || string(public) != keys.Public()+"\n" {
		t.Errorf("%q, %v", public, err)
	}
}

func TestKeysAreRefused(t *testing.T) {
	t.Parallel()
	spoil := map[string]func(dir string) error{
		"robot's key is missing":   func(dir string) error { return os.Remove(filepath.Join(dir, "robot.age")) },
		"signing key is not one":   func(dir string) error { return disk.At(dir).Put("journal.sign", []byte("x")) },
		"robot's key is not one":   func(dir string) error { return disk.At(dir).Put("robot.age", []byte("x")) },
		"signing key is readable":  func(dir string) error { return os.Chmod(filepath.Join(dir, "journal.sign"), 0o644) },
		"robot's key is writeable": func(dir string) error { return os.Chmod(filepath.Join(dir, "robot.age"), 0o620) },
	}
	for what, act := range spoil {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			if runtime.GOOS == "windows" {
				t.Skip("rights there are not modes")
			}
			dir := t.TempDir()
			if _, err := journal.LoadOrCreateKeys(dir); err != nil {
				t.Fatal(err)
			}
			if err := act(dir); err != nil {
				t.Fatal(err)
			}
			if _, err := journal.LoadOrCreateKeys(dir); fault.KindOf(err) != fault.Usage {
				t.Errorf("%v", err)
			}
		})
	}
}
