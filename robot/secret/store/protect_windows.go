// SPDX-License-Identifier: EUPL-1.2

package store

import (
	"bytes"
	"unsafe"

	"golang.org/x/sys/windows"
)

// protect seals a key to the account that the robot works under (DPAPI):
// whoever copies the file, or reads it under another account, has nothing.
func protect(plain []byte) ([]byte, error) {
	in, out := blob(plain), windows.DataBlob{}
	if err := windows.CryptProtectData(in, nil, nil, 0, nil, windows.CRYPTPROTECT_UI_FORBIDDEN, &out); err != nil {
		return nil, err
	}
	return taken(out)
}

// unprotect opens what protect sealed.
func unprotect(sealed []byte) ([]byte, error) {
	in, out := blob(sealed), windows.DataBlob{}
	if err := windows.CryptUnprotectData(in, nil, nil, 0, nil, windows.CRYPTPROTECT_UI_FORBIDDEN, &out); err != nil {
		return nil, err
	}
	return taken(out)
}

func blob(data []byte) *windows.DataBlob {
	return &windows.DataBlob{Size: uint32(len(data)), Data: unsafe.SliceData(data)}
}

// taken copies what the system allocated, wipes it and gives it back.
func taken(b windows.DataBlob) ([]byte, error) {
	theirs := unsafe.Slice(b.Data, b.Size)
	ours := bytes.Clone(theirs)
	clear(theirs)
	_, err := windows.LocalFree(windows.Handle(unsafe.Pointer(b.Data)))
	return ours, err
}
