// SPDX-License-Identifier: EUPL-1.2

package analyse_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// Nothing is called proven that was not examined: a result may lack a value.
func TestWhatResultsMayLackIsNamed(t *testing.T) {
	t.Parallel()
	text := `rulebook: 1
title: Gebühr
facts: {n: {type: integer}, z: {type: integer, optional: yes}, stichtag: {type: date}}
outputs: {g: {type: integer}}
hit: unique
parameters: {satz: [{from: 2024-01-01, value: 5, basis: § 1}], klein: [{from: 2024-01-01, value: 1, basis: § 2}]}
rules: [{id: a, if: "n > 3", then: {g: "=satz * z"}, basis: § 1}]
otherwise: {then: {g: =klein}, basis: § 2}
`
	var report source.Report
	r := rules.Compile(format.Read(&report, "gebuehr.yaml", []byte(text)), &report)
	if r == nil {
		t.Fatal(report.Sorted())
	}
	var named []string
	for _, l := range analyse.Analyse(r).Limits {
		named = append(named, l.Term)
	}
	if len(named) != 2 || named[0] != "klein" || named[1] != "z" {
		t.Errorf("named are %v", named)
	}
}
