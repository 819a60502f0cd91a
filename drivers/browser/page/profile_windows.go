// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// lockFile opens a file that nobody else may open until this process ends.
func lockFile(name string) (*os.File, error) {
	path, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	h, err := windows.CreateFile(path, windows.GENERIC_READ|windows.GENERIC_WRITE, 0, nil, windows.OPEN_ALWAYS, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(h), name), nil
}

// claim locks a folder that was just made.
func claim(dir string) (*os.File, error) { return lockFile(filepath.Join(dir, lockName)) }

// killUsers has nothing to do: a browser ends when the pipe to its Heinzel
// breaks, and files in use cannot be removed.
func killUsers(string) int { return 0 }
