// SPDX-License-Identifier: EUPL-1.2

// Command heinzel is the software robot: it records, checks, performs and
// proves routine tasks in old applications. Each verb has a file of its own
// and states its exit codes in its help.
//
// The rules of its words: errors are "heinzel: error: …" and, where there is
// something to do, "heinzel: hint: …", lower-case and without a full stop;
// with --json one object per line. Results go to standard output, everything
// else to standard error.
package main

import (
	"os"

	"github.com/heinzel-rpa/heinzel/drivers/desktop/input"
)

func main() {
	// the hand at a display is a process of its own, which no person calls
	if len(os.Args) == 2 && os.Args[1] == input.Verb {
		os.Exit(input.Serve(os.Stdin, os.Stdout))
	}
	os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
