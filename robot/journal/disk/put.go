// SPDX-License-Identifier: EUPL-1.2

package disk

import (
	"errors"
	"os"
	"path/filepath"
)

// Put replaces a file as a whole: after a crash the old or the new content is
// there, never a mixture.
func (f Folder) Put(name string, data []byte) error {
	path, err := f.file(name)
	if err != nil {
		return err
	}
	return Trouble("disk.put", name, put(path, data))
}

func put(path string, data []byte) error {
	folder := filepath.Dir(path)
	if err := makeFolder(folder); err != nil {
		return err
	}
	file, err := os.CreateTemp(folder, filepath.Base(path)+".new-*") // mode 0600
	if err != nil {
		return err
	}
	if err := fill(file, data); err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return syncFolder(folder)
}

func fill(file *os.File, data []byte) error {
	_, err := file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}
