// SPDX-License-Identifier: EUPL-1.2

package analyse_test

import (
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// A number that becomes a text is written alike, and is not the same.
func TestAnOutputOfAnotherKindIsAChange(t *testing.T) {
	t.Parallel()
	text := "rulebook: 1\ntitle: T\nfacts: {n: {type: integer}}\noutputs: {z: {type: integer}}\nhit: unique\nrules: [{id: a, if: \"true\", then: {z: 1}, basis: § 1}]\n"
	var versions []*rules.Rulebook
	for _, kind := range []string{"integer}}\nhit", "text}}\nhit"} {
		var report source.Report
		versions = append(versions, rules.Compile(format.Read(&report, "t.yaml", []byte(strings.Replace(text, "integer}}\nhit", kind, 1))), &report))
	}
	if c := analyse.Diff(versions[0], versions[1]); c.IsSame() || len(c.Limits) != 1 || c.Limits[0].Term != "z" {
		t.Errorf("%+v", c)
	}
	if c := analyse.Diff(versions[0], versions[0]); !c.IsSame() {
		t.Errorf("%+v", c)
	}
}
