// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/secret"
)

const killed = "HEINZEL_ROTATE_KILL"

// TestMain lets a child process of the test rotate and die on the way.
func TestMain(m *testing.M) {
	if task := os.Getenv(killed); task != "" {
		rotateAndDie(task)
	}
	os.Exit(m.Run())
}

// dying is a folder in which the process is killed at its n-th write: before
// it, or right after it.
type dying struct {
	disk.Folder
	at    int
	after bool
}

func (d *dying) Put(name string, data []byte) error {
	d.at--
	if d.at == 0 && !d.after {
		die()
	}
	err := d.Folder.Put(name, data)
	if d.at == 0 {
		die()
	}
	return err
}

func die() {
	if self, err := os.FindProcess(os.Getpid()); err == nil {
		_ = self.Kill()
	}
	select {}
}

func rotateAndDie(task string) {
	var at int
	var after bool
	var dir string
	if _, err := fmt.Sscanf(task, "%d %t %s", &at, &after, &dir); err != nil {
		panic(err)
	}
	s := &Store{folder: &dying{disk.At(dir), at, after}}
	_, err := s.Rotate()
	fmt.Println("it ended by itself:", err)
	os.Exit(0)
}

func filled(t *testing.T, dir string) map[string]string {
	t.Helper()
	s := opened(t, dir)
	all := map[string]string{"a": "eins", "b": "zwei", "c/d": "Đặng"}
	for name, text := range all {
		if err := s.Set(name, secret.New(text)); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func opened(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func holds(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	s := opened(t, dir)
	names, err := s.Names()
	if err != nil || len(names) != len(want) {
		t.Fatalf("%v, %v", names, err)
	}
	for name, text := range want {
		if v, err := s.Get(name); err != nil || v.Reveal() != text {
			t.Errorf("%s: %q, %v", name, v.Reveal(), err)
		}
	}
}

func identities(t *testing.T, dir string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, identityFile))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(data))
}

func TestRotate(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	want := filled(t, dir)
	reader := opened(t, dir)
	old := identities(t, dir)
	if n, err := opened(t, dir).Rotate(); n != len(want) || err != nil {
		t.Fatal(n, err)
	}
	if now := identities(t, dir); len(now) != 1 || slices.Equal(now, old) {
		t.Error("the identity is not another one")
	}
	holds(t, dir, want)
	if v, err := reader.Get("a"); err != nil || v.Reveal() != "eins" {
		t.Errorf("a process that runs meanwhile goes on: %q, %v", v.Reveal(), err)
	}
}

// A kill before or after each write loses nothing, and the next rotation
// leaves one identity.
func TestRotationIsKilled(t *testing.T) {
	t.Parallel()
	for at := 1; at <= 3; at++ {
		for _, after := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d-%t", at, after), func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				want := filled(t, dir)
				cmd := exec.CommandContext(t.Context(), os.Args[0])
				cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d %t %s", killed, at, after, dir))
				if out, err := cmd.CombinedOutput(); err == nil {
					t.Fatalf("nothing was killed: %s", out)
				}
				holds(t, dir, want)
				again := maps.Clone(want)
				again["new"] = "neu"
				if err := opened(t, dir).Set("new", secret.New("neu")); err != nil {
					t.Fatal(err)
				}
				holds(t, dir, again)
				if _, err := opened(t, dir).Rotate(); err != nil || len(identities(t, dir)) != 1 {
					t.Error(err, len(identities(t, dir)))
				}
				holds(t, dir, again)
			})
		}
	}
}

// Who reads while others rotate sees every secret at every time.
func TestReadWhileRotating(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	want := filled(t, dir)
	rotator, reader := opened(t, dir), opened(t, dir)
	var over sync.WaitGroup
	over.Go(func() {
		for range 50 {
			if _, err := rotator.Rotate(); err != nil {
				t.Error(err)
			}
		}
	})
	for range 200 {
		if v, err := reader.Get("b"); err != nil || v.Reveal() != want["b"] {
			t.Fatalf("%q, %v", v.Reveal(), err)
		}
	}
	over.Wait()
}
