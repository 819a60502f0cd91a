// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"os"
	"sync"
	"testing"
)

// Folders are made while others sweep: none of a living owner is taken away.
func TestLivingFoldersAreNotSwept(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 100 {
				f, err := newFolder(root)
				if err != nil {
					t.Error(err)
					return
				}
				Sweep(root)
				if _, err := os.Stat(f.path(lockName)); err != nil {
					t.Errorf("swept away under its owner: %v", err)
				}
				f.lock.Close()
				_ = os.RemoveAll(f.dir)
			}
		})
	}
	all.Wait()
}
