// SPDX-License-Identifier: EUPL-1.2

package disk

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Append writes data at the end of a log and, with sync, makes durable all
// that was appended to it. An unfinished last line is cut off before.
func (f Folder) Append(name string, data []byte, sync bool) error {
	path, err := f.file(name)
	if err != nil {
		return err
	}
	return Trouble("disk.append", name, appendTo(path, data, sync))
}

func appendTo(path string, data []byte, sync bool) (err error) {
	file, err := openLog(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := cutTorn(file); err != nil {
		return err
	}
	if len(data) > 0 {
		if _, err := file.Write(data); err != nil {
			return err
		}
	}
	if sync {
		return file.Sync()
	}
	return nil
}

// openLog opens a log to append; one that is new is made durable with its
// folder, so that a later sync of its content is enough.
func openLog(path string) (*os.File, error) {
	const flags = os.O_RDWR | os.O_APPEND
	file, err := os.OpenFile(path, flags, fileMode)
	if !errors.Is(err, fs.ErrNotExist) {
		return file, err
	}
	if err := makeFolder(filepath.Dir(path)); err != nil {
		return nil, err
	}
	file, err = os.OpenFile(path, flags|os.O_CREATE, fileMode)
	if err != nil {
		return nil, err
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// cutTorn cuts off what stands behind the last line feed.
func cutTorn(file *os.File) error {
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil || size == 0 {
		return err
	}
	end := size
	buf := make([]byte, 1) // mostly the last byte is the line feed
	for end > 0 {
		n := min(int64(len(buf)), end)
		if _, err := file.ReadAt(buf[:n], end-n); err != nil {
			return err
		}
		if i := bytes.LastIndexByte(buf[:n], '\n'); i >= 0 {
			end += int64(i) + 1 - n
			break
		}
		end, buf = end-n, make([]byte, 4096)
	}
	if end == size {
		return nil
	}
	return os.Truncate(file.Name(), end) // Windows cuts no file opened to append
}
