// SPDX-License-Identifier: EUPL-1.2

package s3270

import (
	"os/exec"
	"runtime"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Find gives the path of the emulator.
func Find() (string, error) {
	name, hint := "s3270", speech.Say("install it: sudo apt-get install s3270", "installieren Sie ihn: sudo apt-get install s3270")
	if runtime.GOOS == "windows" {
		name, hint = "ws3270", speech.Say("install wc3270 from https://x3270.bgp.nu, which brings ws3270.exe, and put it on the PATH",
			"installieren Sie wc3270 von https://x3270.bgp.nu, das ws3270.exe mitbringt, und nehmen Sie es in PATH auf")
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return "", fault.Wrap(fault.Usage, "host.program", speech.Say("the terminal emulator %s is missing", "der Terminalemulator %s fehlt", name), err).WithHint(hint)
	}
	return path, nil
}
