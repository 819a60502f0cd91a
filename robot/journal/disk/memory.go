// SPDX-License-Identifier: EUPL-1.2

package disk

import (
	"bytes"
	"io"
	"sync"
	"syscall"
)

// Failure is how an operation of a Memory fails.
type Failure string

// The failures.
const (
	ShortWrite Failure = "short write" // half of the data arrives
	DiskFull   Failure = "disk full"
	WriteError Failure = "write error"
	SyncError  Failure = "sync error" // data arrives, but is not durable
)

// Memory is a folder in memory, with switches for faults: it fails and
// crashes when a test wants it to.
type Memory struct {
	mu     sync.Mutex
	files  map[string]*content
	locked bool
	count  int // operations that changed something
	failAt int
	how    Failure
}

type content struct {
	data    []byte
	durable int // bytes that survive a crash
}

// NewMemory is an empty folder.
func NewMemory() *Memory { return &Memory{files: map[string]*content{}} }

// FailAt lets the n-th changing operation from now on fail, from 1.
func (m *Memory) FailAt(n int, how Failure) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.count, m.failAt, m.how = 0, n, how
}

// Operations is how many changing operations there were since FailAt.
func (m *Memory) Operations() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.count
}

// Crash is the folder as it is after the power failed: of what was not made
// durable, keep bytes per log arrived nevertheless. Nobody holds its lock.
func (m *Memory) Crash(keep int) *Memory {
	m.mu.Lock()
	defer m.mu.Unlock()
	after := NewMemory()
	for name, c := range m.files {
		n := min(c.durable+keep, len(c.data))
		after.files[name] = &content{data: bytes.Clone(c.data[:n]), durable: n}
	}
	return after
}

// Append writes data at the end of a log.
func (m *Memory) Append(name string, data []byte, sync bool) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	c := m.files[name]
	if c == nil {
		c = &content{}
		m.files[name] = c
	}
	c.data = c.data[:bytes.LastIndexByte(c.data, '\n')+1]
	c.durable = min(c.durable, len(c.data))
	how := m.next()
	switch how {
	case ShortWrite:
		data = data[:len(data)/2]
	case DiskFull, WriteError:
		data = nil
	}
	c.data = append(c.data, data...)
	if sync && how == "" {
		c.durable = len(c.data)
	}
	return how.fault("disk.append", name)
}

// Read gives a whole file; one that does not exist is empty.
func (m *Memory) Read(name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if c := m.files[name]; c != nil {
		return bytes.Clone(c.data), nil
	}
	return nil, nil
}

// Put replaces a file as a whole.
func (m *Memory) Put(name string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	how := m.next()
	if how == "" {
		m.files[name] = &content{data: bytes.Clone(data), durable: len(data)}
	}
	return how.fault("disk.put", name)
}

// Remove deletes a file; one that does not exist is no fault.
func (m *Memory) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	how := m.next()
	if how == "" {
		delete(m.files, name)
	}
	return how.fault("disk.remove", name)
}

// Lock claims the folder for one writer.
func (m *Memory) Lock() (io.Closer, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.locked {
		return nil, lockFault("memory", errLocked)
	}
	m.locked = true
	return unlocker{m}, nil
}

type unlocker struct{ m *Memory }

// Close frees the lock.
func (u unlocker) Close() error {
	u.m.mu.Lock()
	defer u.m.mu.Unlock()
	u.m.locked = false
	return nil
}

// next counts an operation and says how it fails, if it does.
func (m *Memory) next() Failure {
	m.count++
	if m.count == m.failAt {
		return m.how
	}
	return ""
}

func (f Failure) fault(op, name string) error {
	switch f {
	case "":
		return nil
	case ShortWrite:
		return Trouble(op, name, io.ErrShortWrite)
	case DiskFull:
		return Trouble(op, name, errFull)
	}
	return Trouble(op, name, syscall.EIO)
}
