// SPDX-License-Identifier: EUPL-1.2

package journal

import "io"

// Store keeps named logs. Append writes data at the end of a log and, with
// sync, returns only when all that was appended to it is durable; empty data
// with sync makes earlier appends durable. An unfinished last line, left by a
// crash, is cut off by the first Append. Read gives a whole log as it is; a
// log that does not exist is empty.
type Store interface {
	Append(name string, data []byte, sync bool) error
	Read(name string) ([]byte, error)
}

// Folder is where one order is kept: logs, and a few small files that are
// replaced or removed as a whole, durably. Lock is held by the one writer.
type Folder interface {
	Store
	Put(name string, data []byte) error
	Remove(name string) error
	Lock() (io.Closer, error)
}
