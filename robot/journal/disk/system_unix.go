// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

func claim(file *os.File) error {
	err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errLocked
	}
	return err
}

// release frees the lock for every copy of the open file, also one that a
// forked child has not closed yet.
func release(file *os.File) error { return unix.Flock(int(file.Fd()), unix.LOCK_UN) }

// errFull is what the system says when a disk is full.
const errFull = syscall.ENOSPC

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

// syncFolder makes names in a folder durable.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// ownedByOther reports whether a file belongs to someone else.
func ownedByOther(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) != os.Geteuid()
}

// openToOthers reports whether others may read or write a file.
func openToOthers(info fs.FileInfo) bool { return info.Mode().Perm()&0o077 != 0 }

// ownedByAdministrator reports whether a file belongs to root.
func ownedByAdministrator(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && stat.Uid == 0
}

// openToAll reports whether anybody at all may read or write a file.
func openToAll(info fs.FileInfo) bool { return info.Mode().Perm()&0o007 != 0 }
