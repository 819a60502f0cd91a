// SPDX-License-Identifier: EUPL-1.2

package disk

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

func claim(file *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}

func release(file *os.File) error {
	return windows.UnlockFileEx(windows.Handle(file.Fd()), 0, 1, 0, new(windows.Overlapped))
}

// errFull is what the system says when a disk is full.
const errFull = windows.ERROR_DISK_FULL

func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// syncFolder has nothing to do: NTFS journals its folders, and Windows lets
// nobody flush one.
func syncFolder(string) error { return nil }

// ownedByOther cannot be told from a mode; the folder's rights protect it.
func ownedByOther(fs.FileInfo) bool { return false }

// openToOthers cannot be told from a mode; the folder's rights protect it.
func openToOthers(fs.FileInfo) bool { return false }

// ownedByAdministrator cannot be told from a mode.
func ownedByAdministrator(fs.FileInfo) bool { return false }

// openToAll cannot be told from a mode; the folder's rights protect it.
func openToAll(fs.FileInfo) bool { return false }
