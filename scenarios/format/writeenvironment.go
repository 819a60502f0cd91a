// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

// WriteEnvironment writes the file that says where the systems of an imported
// or recorded scenario were: their addresses, origins and secrets. The first
// origin is the address's own.
func WriteEnvironment(title string, locations []scenarios.Location) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "environment: 1\ntitle: %s\nsystems:\n", yaml.Quote(title))
	for _, l := range locations {
		fmt.Fprintf(&b, "  %s:\n    address: %s\n", l.System, yaml.Quote(l.Address))
		if len(l.Origins) > 1 {
			b.WriteString("    origins:\n")
			for _, origin := range l.Origins[1:] {
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
