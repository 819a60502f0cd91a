// SPDX-License-Identifier: EUPL-1.2

package exchange

import "github.com/heinzel-rpa/heinzel/scenarios/naming"

// isSecret tells a field of a password by all that is known about it, and a
// text that no person would type.
func (c clues) isSecret(typed string) bool {
	if c.kind == "password" {
		return true
	}
	for _, known := range []string{c.name, c.attribute, c.id, c.css, c.test} {
		if naming.MeansSecret(known) {
			return true
		}
	}
	return naming.LooksSecret(typed)
}
