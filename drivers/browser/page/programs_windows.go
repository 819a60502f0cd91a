// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"os"
	"path/filepath"
)

// programs are the browsers that can be driven, in order of preference.
func programs() []string {
	var out []string
	for _, root := range []string{os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)"), os.Getenv("LocalAppData")} {
		for _, path := range []string{`Chromium\Application\chrome.exe`, `Google\Chrome\Application\chrome.exe`, `Microsoft\Edge\Application\msedge.exe`} {
			out = append(out, filepath.Join(root, path))
		}
	}
	return append(out, "chrome.exe", "msedge.exe")
}
