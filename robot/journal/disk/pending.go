// SPDX-License-Identifier: EUPL-1.2

// Package disk keeps files that are for the robot alone.
package disk

import (
	"errors"
	"io"
)

var errPending = errors.New("not yet written")

// Folder is one folder for the robot alone.
type Folder struct{ path string }

// At is the folder at a path; it is made by the first write.
func At(path string) Folder { return Folder{path: path} }

// Append writes data at the end of a log.
func (f Folder) Append(name string, data []byte, sync bool) error { return errPending }

// Read gives a whole file; one that does not exist is empty.
func (f Folder) Read(name string) ([]byte, error) { return nil, errPending }

// Put replaces a file as a whole.
func (f Folder) Put(name string, data []byte) error { return errPending }

// Remove deletes a file; one that does not exist is no fault.
func (f Folder) Remove(name string) error { return errPending }

// Lock claims the folder for this process.
func (f Folder) Lock() (io.Closer, error) { return nil, errPending }
