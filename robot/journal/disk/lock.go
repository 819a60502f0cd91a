// SPDX-License-Identifier: EUPL-1.2

package disk

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

const lockName = "lock"

// errLocked is what claim gives when someone else holds the lock.
var errLocked = errors.New("locked")

// Lock claims the folder for one writer. The lock belongs to the open file,
// so the system frees it when the process ends, however it ends; the file
// itself stays and says nothing.
func (f Folder) Lock() (io.Closer, error) {
	if err := makeFolder(f.path); err != nil {
		return nil, Trouble("disk.lock", f.path, err)
	}
	path := filepath.Join(f.path, lockName)
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, fileMode)
	if err != nil {
		return nil, Trouble("disk.lock", lockName, err)
	}
	if err := claim(file); err != nil {
		return nil, errors.Join(lockFault(f.path, err), file.Close())
	}
	return claimed{file}, nil
}

// claimed is a lock that is held. It is released before the file is closed: a
// process that is just being started may hold a copy of the file for a moment.
type claimed struct{ *os.File }

// Close releases the lock.
func (c claimed) Close() error { return errors.Join(release(c.File), c.File.Close()) }

func lockFault(path string, err error) error {
	if !errors.Is(err, errLocked) {
		return Trouble("disk.lock", lockName, err)
	}
	return fault.New(fault.Usage, "disk.lock", speech.Say(
		"another process is writing in %s", "ein anderer Prozess schreibt in %s", path)).
		WithHint(speech.Say("wait until it ends, or stop it", "warten, bis er endet, oder ihn anhalten"))
}
