// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"io/fs"
	"os/exec"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// The brands of browsers that can be driven.
const (
	chromium = "chromium"
	chrome   = "chrome"
	edge     = "edge"
)

// brandOf recognises the brand of a program by its path, or "".
func brandOf(path string) string {
	for _, brand := range []string{chromium, edge, chrome} { // Chromium's program is called chrome too
		if strings.Contains(strings.ToLower(path), brand) {
			return brand
		}
	}
	return ""
}

// Find gives the path of the browser to use: the one that is named by its path
// or brand (chromium, chrome, edge), else the first that is installed.
func Find(named string) (string, error) {
	names := programs()
	switch named {
	case "":
	case chromium, chrome, edge:
		names = slices.DeleteFunc(names, func(path string) bool { return brandOf(path) != named })
	default:
		names = []string{named}
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	cause := speech.Say("no browser was found", "es wurde kein Browser gefunden")
	if named != "" {
		cause = speech.Say("there is no browser %q", "es gibt keinen Browser „%s“", named)
	}
	return "", fault.Wrap(fault.Usage, "browser.find", cause, fs.ErrNotExist).
		WithHint(speech.Say("install Chromium: sudo apt-get install chromium", "installieren Sie Chromium: sudo apt-get install chromium"))
}
