// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"maps"
	"slices"
)

// Memory is a folder that holds these files and lies on no disk: what Write
// gave can be read back and checked before anybody keeps it.
func Memory(files map[string][]byte) (fs.FS, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(files[name]); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
}
