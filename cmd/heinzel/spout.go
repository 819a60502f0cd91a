// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"io"
	"sync"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// spout is where results go. It remembers what did not get through, so that a
// full disk is no success.
type spout struct {
	io.Writer
	mutex sync.Mutex
	lost  error
}

func (s *spout) Write(p []byte) (int, error) {
	n, err := s.Writer.Write(p)
	if err != nil {
		s.mutex.Lock()
		defer s.mutex.Unlock()
		s.lost = err
	}
	return n, err
}

// trouble is a fault where something did not get through.
func (s *spout) trouble() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.lost == nil {
		return nil
	}
	return fault.Wrap(fault.Technical, "command", speech.Say("what was to be said could not be written", "was zu sagen war, ließ sich nicht schreiben"), s.lost)
}
