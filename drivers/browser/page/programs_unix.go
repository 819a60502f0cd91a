// SPDX-License-Identifier: EUPL-1.2

//go:build !windows

package page

// programs are the browsers that can be driven, in order of preference. The
// first is the program itself, not the wrapper around it: its process is ours.
func programs() []string {
	return []string{
		"/usr/lib/chromium/chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	}
}
