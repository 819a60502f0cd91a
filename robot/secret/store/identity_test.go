// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/secret"
)

// serviceWith is a store as a service sees it, with what was handed over.
func serviceWith(t *testing.T, dir, text string) (*Store, error) {
	t.Helper()
	handed := disk.At(t.TempDir())
	if err := os.WriteFile(filepath.Join(handed.Path(), credentialFile), []byte(text), 0o400); err != nil {
		t.Fatal(err)
	}
	s := &Store{folder: disk.At(dir), credentials: &handed}
	return s, s.open()
}

func TestIdentityFromTheServiceManager(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	// as age-keygen writes it
	s, err := serviceWith(t, dir, "# created: today\n# public key: "+identity.Recipient().String()+"\n"+identity.String()+"\n")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Set("a", secret.New("eins")); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Get("a"); err != nil || v.Reveal() != "eins" {
		t.Errorf("%q, %v", v.Reveal(), err)
	}
	if _, err := os.Stat(filepath.Join(dir, identityFile)); err == nil {
		t.Error("a key was written beside the secrets")
	}
	if _, err := s.Rotate(); fault.KindOf(err) != fault.Usage || fault.HintOf(err).IsZero() {
		t.Errorf("rotated what the service manager keeps: %v", err)
	}
	if _, err := Open(dir); fault.KindOf(err) != fault.Usage {
		t.Errorf("opened without the identity: %v", err)
	}
}

// What was handed over and cannot be used is never replaced by another key.
func TestBadIdentityFromTheServiceManager(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "AGE-SECRET-KEY-1QQQ", "# nothing\n"} {
		_, err := serviceWith(t, t.TempDir(), text)
		if fault.KindOf(err) != fault.Usage || strings.Contains(err.Error(), "SECRET-KEY") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
