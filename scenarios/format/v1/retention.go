// SPDX-License-Identifier: EUPL-1.2

package v1

import (
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// longestRetention is a hundred years: the longest that files of an office are
// kept, and short enough that a day counted from now is still a day.
const longestRetention = 36525

// retention reads how long values are kept, class by class.
func (d *decoder) retention(n *yaml.Node) scenarios.Retention {
	if n == nil || !d.mapping(n, speech.Say("retention", "retention"), value.Classes()...) {
		return nil
	}
	out := scenarios.Retention{}
	for _, e := range n.Entries {
		out[value.Class(e.Key)] = d.days(e.Value)
	}
	return out
}

// days reads a period such as "90 days". Months and years are refused: they
// have no length of their own.
func (d *decoder) days(n *yaml.Node) int {
	text := d.text(n)
	number, unit, _ := strings.Cut(text, " ")
	days, err := strconv.Atoi(number)
	if err != nil || unit != "days" && unit != "day" || days < 1 || days > longestRetention {
		d.report.Errorf(n.At, speech.Say("%q is not a period such as 90 days", "„%s“ ist keine Frist wie 90 days", text),
			speech.Say("write a number of days, from 1 to %d", "schreiben Sie eine Zahl von Tagen, von 1 bis %d", longestRetention))
		return 0
	}
	return days
}
