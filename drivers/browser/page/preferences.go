// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"os"
	"path/filepath"
)

// preferences of every profile: a PDF is a file that a robot downloads, and no
// page that it could work. What was typed and where one went is remembered for
// no later form: it would lie on the disk.
const preferences = `{"plugins":{"always_open_pdf_externally":true},"autofill":{"enabled":false,"profile_enabled":false,"credit_card_enabled":false},` +
	`"credentials_enable_service":false,"history":{"saving_disabled":true}}`

// sessions is the folder in which a browser would remember its windows, to open
// them again, with their addresses and the texts in their fields. A file stands
// in its place, so that a robot that is killed leaves nothing there.
const sessions = "Sessions"

// prefer writes the preferences that the browser begins with.
func (p *profile) prefer() error {
	dir := filepath.Join(p.dir, "Default")
	if err := os.Mkdir(dir, 0o700); err != nil {
		return profileFault(p.dir, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "Preferences"), []byte(preferences), 0o600); err != nil {
		return profileFault(p.dir, err)
	}
	if err := os.WriteFile(filepath.Join(dir, sessions), nil, 0o600); err != nil {
		return profileFault(p.dir, err)
	}
	return nil
}
