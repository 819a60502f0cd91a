// SPDX-License-Identifier: EUPL-1.2

//go:build !robotgo || (!linux && !windows)

package input

import (
	"io"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

const built = false

func notBuilt() error {
	return fault.New(fault.Usage, "desktop.input", speech.Say("this heinzel was built without keyboard and mouse", "dieses heinzel wurde ohne Tastatur und Maus gebaut")).
		WithHint(speech.Say("build it with: make build", "bauen Sie es mit: make build"))
}

// Serve is the hand's process, which this program was built without.
func Serve(io.Reader, io.Writer) int { return fault.Usage.ExitCode() }
