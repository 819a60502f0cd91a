// SPDX-License-Identifier: EUPL-1.2

package run_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/evidence"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// TestPicturesOfCommits: where the environment wants it, the screen is kept
// after a commit; it is never taken for the one at which the case failed later.
func TestPicturesOfCommits(t *testing.T) {
	inTime(t, inAmt+commit+"          - click: maske/Anderes\n", func(t *testing.T, s *stage) {
		store := evidence.In(s.folder)
		s.crew.Evidence, s.plan.Environment().Pictures = &store, scenarios.OfCommits
		s.amt.screens = [][]byte{[]byte("saved")}
		s.amt.troubles["Anderes"] = []error{technical()}
		r := s.perform(t.Context())
		s.want(r, run.Technical, 1)
		if r.Picture != "" {
			t.Error("the picture of the commit is told to show the fault")
		}
		events, err := journal.Show(s.folder, 1, s.keys)
		if err != nil {
			t.Fatal(err)
		}
		kept := 0
		for _, e := range events {
			if e.Kind == journal.Picture && e.About["hash"] != "" && e.About[run.AboutCommit] != "" {
				kept++
			}
		}
		if kept != 1 {
			t.Errorf("%d pictures of commits were kept", kept)
		}
	})
}
