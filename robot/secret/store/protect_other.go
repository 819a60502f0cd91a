// SPDX-License-Identifier: EUPL-1.2

//go:build !windows

package store

// protect leaves a key as it is: its file's owner and mode guard it.
func protect(plain []byte) ([]byte, error) { return plain, nil }

// unprotect is the reverse of protect.
func unprotect(sealed []byte) ([]byte, error) { return sealed, nil }
