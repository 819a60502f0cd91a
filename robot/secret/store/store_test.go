// SPDX-License-Identifier: EUPL-1.2

package store_test

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/robot/secret/store"
)

const canary = "Kanarienvogel-7391"

func open(t *testing.T, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func set(t *testing.T, s *store.Store, name, content string) {
	t.Helper()
	if err := s.Set(name, secret.New(content)); err != nil {
		t.Fatal(err)
	}
}

func TestSecretsAreKept(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "secrets")
	one := open(t, dir)
	set(t, one, "melderegister/password", "old")
	other := open(t, dir)
	set(t, one, "melderegister/password", canary)
	set(t, one, "bibliothek", "")
	if v, err := other.Get("melderegister/password"); err != nil || v.Reveal() != canary {
		t.Errorf("a replaced secret takes effect at once: %q, %v", v.Reveal(), err)
	}
	if names, err := other.Names(); err != nil || !slices.Equal(names, []string{"bibliothek", "melderegister/password"}) {
		t.Errorf("%v, %v", names, err)
	}
	if err := other.Delete("bibliothek"); err != nil {
		t.Fatal(err)
	}
	if _, err := one.Get("bibliothek"); fault.KindOf(err) != fault.Usage || fault.HintOf(err).EN != "heinzel secret set bibliothek" {
		t.Errorf("%v", err)
	}
	if err := one.Delete("bibliothek"); fault.KindOf(err) != fault.Usage {
		t.Errorf("%v", err)
	}
	for _, name := range []string{"", "a b", "-x", "x\n", "x="} {
		if err := one.Set(name, secret.New("x")); fault.KindOf(err) != fault.Usage {
			t.Errorf("%q: %v", name, err)
		}
	}
	inNoFile(t, dir)
}

func inNoFile(t *testing.T, dir string) {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	forms := []string{canary, hex.EncodeToString([]byte(canary))}
	for shift := range 3 { // base64 looks different at each of three offsets
		forms = append(forms, base64.StdEncoding.EncodeToString([]byte(strings.Repeat("x", shift) + canary))[4:20])
	}
	for _, file := range files {
		data, err := os.ReadFile(filepath.Join(dir, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range forms {
			if strings.Contains(string(data), form) {
				t.Errorf("%s holds the secret", file.Name())
			}
		}
	}
}

func TestFilesAreRefused(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("rights there are not modes")
	}
	spoil := map[string]func(dir string) error{
		"readable key":     func(dir string) error { return os.Chmod(filepath.Join(dir, "secrets.key"), 0o644) },
		"readable secrets": func(dir string) error { return os.Chmod(filepath.Join(dir, "secrets.age"), 0o604) },
		"missing key":      func(dir string) error { return os.Remove(filepath.Join(dir, "secrets.key")) },
		"wrong key":        func(dir string) error { return os.WriteFile(filepath.Join(dir, "secrets.key"), []byte(canary), 0o600) },
		"changed secrets":  func(dir string) error { return os.WriteFile(filepath.Join(dir, "secrets.age"), []byte(canary), 0o600) },
	}
	if os.Geteuid() == 0 { // others may not give files away
		spoil["another's key"] = func(dir string) error { return os.Chown(filepath.Join(dir, "secrets.key"), 65534, -1) }
		spoil["another's secrets"] = func(dir string) error { return os.Chown(filepath.Join(dir, "secrets.age"), 65534, -1) }
	}
	for what, act := range spoil {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			set(t, open(t, dir), "a", canary)
			if err := act(dir); err != nil {
				t.Fatal(err)
			}
			_, err := store.Open(dir)
			if fault.KindOf(err) != fault.Usage || strings.Contains(fmt.Sprintf("%v %+v", err, err), canary) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	s := open(t, t.TempDir())
	var all sync.WaitGroup
	for i := range 10 {
		all.Go(func() {
			name := fmt.Sprintf("n%d", i)
			if err := s.Set(name, secret.New(name)); err != nil {
				t.Error(err)
			}
			if v, err := s.Get(name); err != nil || v.Reveal() != name {
				t.Error(v.Reveal(), err)
			}
		})
	}
	all.Wait()
	if names, err := s.Names(); len(names) != 10 {
		t.Error(names, err)
	}
}
