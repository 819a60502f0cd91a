// SPDX-License-Identifier: EUPL-1.2

package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

const (
	folderMode fs.FileMode = 0o700
	fileMode   fs.FileMode = 0o600
)

// Folder is one folder for the robot alone. Its methods may be called at the
// same time for different files.
type Folder struct{ path string }

// At is the folder at a path; it is made by the first write.
func At(path string) Folder { return Folder{path: path} }

// Path is where the folder is.
func (f Folder) Path() string { return f.path }

// Read gives a whole file; one that does not exist is empty.
func (f Folder) Read(name string) ([]byte, error) {
	path, err := f.file(name)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, Trouble("disk.read", name, err)
	}
	return data, nil
}

// Remove deletes a file, durably; one that does not exist is no fault.
func (f Folder) Remove(name string) error {
	path, err := f.file(name)
	if err != nil {
		return err
	}
	err = os.Remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	return Trouble("disk.remove", name, err)
}

// file is the path of a name; a name never leads out of the folder.
func (f Folder) file(name string) (string, error) {
	local := filepath.FromSlash(name)
	if !filepath.IsLocal(local) {
		return "", Trouble("disk.name", name, fs.ErrInvalid)
	}
	return filepath.Join(f.path, local), nil
}

// makeFolder makes a folder and those above it, durably.
func makeFolder(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil
	}
	above := filepath.Dir(path)
	if above != path {
		if err := makeFolder(above); err != nil {
			return err
		}
	}
	if err := os.Mkdir(path, folderMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(above)
}
