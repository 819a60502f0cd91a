// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"

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
	dir, err := os.MkdirTemp(root, "p")
	if err != nil {
		return nil, profileFault(root, err)
	}
	lock, err := lockFile(filepath.Join(dir, lockName))
	if err != nil {
		return nil, profileFault(root, err)
	}
	return &profile{dir: dir, lock: lock}, nil
}

func profileFault(root string, err error) error {
	return fault.Wrap(fault.Technical, "browser.profile", speech.Say("no fresh browser profile can be made in %s", "in %s lässt sich kein frisches Browserprofil anlegen", root), err).
		WithHint(speech.Say("is the disk full, or the folder not writable?", "ist der Datenträger voll oder der Ordner nicht beschreibbar?"))
}

// remove deletes the profile. What the browser still writes while it ends is
// removed by the next start.
func (p *profile) remove() {
	p.lock.Close()
	os.RemoveAll(p.dir)
}

// Sweep ends the browsers that dead Heinzels left behind in root, and removes
// their profiles.
func Sweep(root string) {
	dirs, _ := filepath.Glob(filepath.Join(root, "p*"))
	for _, dir := range dirs {
		lock, err := lockFile(filepath.Join(dir, lockName))
		if err != nil {
			continue // its owner lives
		}
		killUsers(dir)
		lock.Close()
		os.RemoveAll(dir)
	}
}
