// SPDX-License-Identifier: EUPL-1.2

//go:build !windows

package page

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/sys/unix"
)

// lockFile opens a file and locks it for this process; the kernel frees the
// lock when the process dies, however it dies.
func lockFile(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// claim locks a folder that was just made. The lock appears in it when it is
// held already: whoever sweeps meanwhile must not take the folder for a dead
// one's.
func claim(dir string) (*os.File, error) {
	name := filepath.Join(dir, lockName)
	lock, err := lockFile(name + ".new")
	if err != nil {
		return nil, err
	}
	if err := os.Rename(name+".new", name); err != nil {
		lock.Close()
		return nil, err
	}
	return lock, nil
}

// killUsers ends every process that was started with dir as its profile, and
// tells how many there were.
func killUsers(dir string) int {
	files, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	users := 0
	for _, file := range files {
		args, err := os.ReadFile(file)
		if err != nil || !uses(args, dir) {
			continue
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(file))); err == nil && pid != os.Getpid() {
			_ = unix.Kill(pid, unix.SIGKILL)
			users++
		}
	}
	return users
}

// uses finds the profile among the arguments of a process; a browser's own
// children part them by spaces.
func uses(args []byte, dir string) bool {
	_, rest, ok := bytes.Cut(args, []byte("--user-data-dir="+dir))
	return ok && (len(rest) == 0 || rest[0] == 0 || rest[0] == ' ')
}
