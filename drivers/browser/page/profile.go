// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// profile is the folder of one browser. Its owner holds a lock on a file in
// it for as long as it lives; a folder whose lock is free belongs to a dead
// Heinzel and is removed at the next start, with what still runs in it.
type profile struct {
	dir  string
	lock *os.File
}

const lockName = "heinzel.lock"

// ProfilesDir is where profiles live unless told otherwise: one folder per
// user below the system's temporary folder. A browser keeps a socket in it,
// whose path the system limits to 107 bytes; where the temporary folder is too
// long for that, /tmp serves.
func ProfilesDir() string {
	dir := os.TempDir()
	if len(dir) > 32 && runtime.GOOS != "windows" {
		dir = "/tmp"
	}
	return filepath.Join(dir, "heinzel-browser-"+strconv.Itoa(os.Getuid()))
}

func newProfile(root string) (*profile, error) {
	if root == "" {
		root = ProfilesDir()
	}
	if err := os.MkdirAll(root, 0o700); err != nil {
		return nil, profileFault(root, err)
	}
	Sweep(root)
	p, err := begun(root)
	if err != nil {
		return nil, profileFault(root, err)
	}
	return p, nil
}

func begun(root string) (*profile, error) {
	dir, err := os.MkdirTemp(root, "p")
	if err != nil {
		return nil, err
	}
	lock, err := claim(dir)
	if err != nil {
		return nil, err
	}
	return &profile{dir: dir, lock: lock}, nil
}

func profileFault(root string, err error) error {
	return fault.Wrap(fault.Technical, "browser.profile", speech.Say("no fresh browser profile can be made in %s", "in %s lässt sich kein frisches Browserprofil anlegen", root), err).
		WithHint(speech.Say("is the disk full, or the folder not writable?", "ist der Datenträger voll oder der Ordner nicht beschreibbar?"))
}

// remove deletes the profile, and ends what the browser left running in it.
func (p *profile) remove() {
	p.lock.Close()
	wipe(p.dir)
}

// wipe ends the users of a folder and removes it. Processes take a moment to
// end, and write until then; what is left after a second is for the next sweep.
func wipe(dir string) {
	for range 100 {
		users := killUsers(dir)
		if err := os.RemoveAll(dir); err == nil && users == 0 {
			return
		}
		<-time.After(10 * time.Millisecond)
	}
}

// Sweep ends the browsers that dead Heinzels left behind in root, and removes
// their profiles.
func Sweep(root string) {
	dirs, _ := filepath.Glob(filepath.Join(root, "p*"))
	for _, dir := range dirs {
		if unlocked(dir) {
			wipe(dir)
		}
	}
}

// unlocked reports whether the owner of a profile is dead. A folder without a
// lock is about to get one, unless it is old.
func unlocked(dir string) bool {
	name := filepath.Join(dir, lockName)
	if _, err := os.Stat(name); err != nil {
		made, err := os.Stat(dir)
		return err == nil && time.Since(made.ModTime()) > time.Hour
	}
	lock, err := lockFile(name)
	if err != nil {
		return false
	}
	lock.Close()
	return true
}
