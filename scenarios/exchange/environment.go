// SPDX-License-Identifier: EUPL-1.2

package exchange

import "github.com/heinzel-rpa/heinzel/scenarios/format"

// Environment is the file that says where the systems of the recording were:
// environments/NAME.yaml, beside the folder of the scenario.
func (d *Draft) Environment() []byte {
	return format.WriteEnvironment(d.Scenario.Title, d.Locations)
}
