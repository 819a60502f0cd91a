// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package page

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// Profiles are made while others sweep: none of a living owner is taken away.
func TestLivingProfilesAreNotSwept(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 100 {
				f, err := newProfile(root)
				if err != nil {
					t.Error(err)
					return
				}
				Sweep(root)
				if _, err := os.Stat(filepath.Join(f.dir, lockName)); err != nil {
					t.Errorf("swept away under its owner: %v", err)
				}
				f.lock.Close()
				_ = os.RemoveAll(f.dir)
			}
		})
	}
	all.Wait()
}
