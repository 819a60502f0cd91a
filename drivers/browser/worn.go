// SPDX-License-Identifier: EUPL-1.2

package browser

import "log/slog"

// A browser is replaced after so many cases, or when it holds so much memory:
// old pages leak, and what a case leaves behind must not pile up. A fresh one
// with one page holds 200 to 400 MB.
const (
	wornCases  = 200
	wornMemory = 1 << 30
)

// Memory is how much the browser's processes hold, in bytes; 0 where the system
// does not tell. Guests of one process are told the whole.
func (s *Session) Memory() int64 { return s.browser.Memory() }

// Worn reports whether the session should be replaced by a fresh one, before
// the next case begins.
func (s *Session) Worn() bool {
	s.cases++
	memory := s.Memory()
	s.peak = max(s.peak, memory)
	return s.cases >= wornCases || memory > wornMemory
}

// report tells those who run the robot what a browser took.
func (s *Session) report() {
	slog.Info("browser ended", "cases", s.cases, "peak memory in MB", max(s.peak, s.Memory())>>20)
}
