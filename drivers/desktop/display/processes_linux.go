// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"
)

// bound makes a process the first of its group, and lets it end with us.
func bound(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

// killGroup ends a process with everything that it started in its group.
func killGroup(cmd *exec.Cmd) { _ = unix.Kill(-cmd.Process.Pid, unix.SIGKILL) }

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

// killUsers ends every process whose environment has dir as its runtime folder,
// and tells how many there were.
func killUsers(dir string) int {
	files, _ := filepath.Glob("/proc/[0-9]*/environ")
	users := 0
	for _, file := range files {
		env, err := os.ReadFile(file)
		if err != nil || !bytes.Contains(append([]byte{0}, env...), []byte("\x00"+mark+dir+"\x00")) {
			continue
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(file))); err == nil && pid != os.Getpid() {
			_ = unix.Kill(pid, unix.SIGKILL)
			users++
		}
	}
	return users
}

// parent is the process that started another one, 0 where nobody knows.
func parent(process int) int {
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(process), "stat"))
	if err != nil {
		return 0
	}
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	if len(fields) < 2 {
		return 0
	}
	above, _ := strconv.Atoi(string(fields[1]))
	return above
}
