// SPDX-License-Identifier: EUPL-1.2

package desktop_test

import (
	"os"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/desktop/input"
	"go.uber.org/goleak"
)

// TestMain is the hand's process as well: it is this program, called with one
// argument.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == input.Verb {
		os.Exit(input.Serve(os.Stdin, os.Stdout))
	}
	if len(os.Args) == 3 && os.Args[1] == doomed {
		waitToBeKilled(os.Args[2])
		return
	}
	goleak.VerifyTestMain(m)
}
