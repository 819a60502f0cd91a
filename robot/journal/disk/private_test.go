// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package disk_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
)

const nobody = 65534

// What a service manager hands over may belong to the administrator, and its
// access control list shows as a group's right; what is one's own may not.
func TestWhoseFile(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("only root gives files away")
	}
	for _, c := range []struct {
		owner           int
		mode            os.FileMode
		private, handed bool
	}{
		{0, 0o600, true, true},
		{0, 0o400, true, true},
		{0, 0o440, false, true},
		{0, 0o444, false, false},
		{nobody, 0o600, false, false},
		{nobody, 0o440, false, false},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "key")
		if err := os.WriteFile(path, []byte("k"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chown(path, c.owner, -1); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, c.mode); err != nil {
			t.Fatal(err)
		}
		_, err := disk.At(dir).ReadPrivate("key")
		allowed(t, "private", err, c.private)
		_, err = disk.At(dir).ReadHanded("key")
		allowed(t, "handed over", err, c.handed)
	}
}

func allowed(t *testing.T, what string, err error, want bool) {
	t.Helper()
	if want != (err == nil) || err != nil && (fault.KindOf(err) != fault.Usage || fault.HintOf(err).IsZero()) {
		t.Errorf("%s: %v", what, err)
	}
}
