// SPDX-License-Identifier: EUPL-1.2

//go:build !windows

package page

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
)

// policies are those that a house has set for browsers of a brand, in the
// files that their makers name.
func policies(brand string) []settings { return policiesIn(os.DirFS("/"), brand) }

func policiesIn(root fs.FS, brand string) (out []settings) {
	folders := map[string][]string{
		chromium: {"etc/chromium/policies/managed", "etc/chromium-browser/policies/managed"},
		chrome:   {"etc/opt/chrome/policies/managed"},
		edge:     {"etc/opt/edge/policies/managed"},
	}
	for _, dir := range folders[brand] {
		files, _ := fs.Glob(root, path.Join(dir, "*.json"))
		for _, file := range files {
			data, err := fs.ReadFile(root, file)
			var values map[string]any
			if err == nil && json.Unmarshal(data, &values) == nil {
				out = append(out, settings{"/" + file, textual(values)})
			}
		}
	}
	return out
}
