// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

// Environment is the file that says where the systems of the recording were:
// environments/NAME.yaml, beside the folder of the scenario.
func (d *Draft) Environment() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "environment: 1\ntitle: %s\nsystems:\n", yaml.Quote(d.Scenario.Title))
	for _, l := range d.Locations {
		fmt.Fprintf(&b, "  %s:\n    address: %s\n", l.System, yaml.Quote(l.Address))
		if more := l.Origins[1:]; len(more) > 0 {
			b.WriteString("    origins:\n")
			for _, origin := range more {
				fmt.Fprintf(&b, "      - %s\n", yaml.Quote(origin))
			}
		}
		if len(l.Secrets) > 0 {
			b.WriteString("    secrets:\n")
			for _, name := range slices.Sorted(maps.Keys(l.Secrets)) {
				fmt.Fprintf(&b, "      %s: %s\n", name, yaml.Quote(l.Secrets[name]))
			}
		}
	}
	return b.Bytes()
}
