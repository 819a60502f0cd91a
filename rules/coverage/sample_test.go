// SPDX-License-Identifier: EUPL-1.2

package coverage

import (
	"fmt"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// Of a large rulebook only some mistakes are made, and it is said how many are
// not.
func TestALargeRulebookIsSampled(t *testing.T) {
	t.Parallel()
	text := "rulebook: 1\ntitle: T\nhit: first\nfacts: {x: {type: integer}}\noutputs: {z: {type: integer}}\nrules:\n"
	for i := range 60 {
		text += fmt.Sprintf("  - {id: r%d, if: 'x == %d', then: {z: %d}, basis: § 1}\n", i, i, i)
	}
	var report source.Report
	m := mutate(rules.Compile(format.Read(&report, "t.yaml", []byte(text)), &report), 600)
	if m.Made == 0 || m.Made > 10 || m.Made+m.Skipped != 300 {
		t.Errorf("%d made, %d skipped", m.Made, m.Skipped)
	}
}
