// SPDX-License-Identifier: EUPL-1.2

package examples_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

const income = `rulebook: 1
title: Einkommen
facts: {brutto: {type: money}}
outputs: {netto: {type: money}}
hit: unique
rules: [{id: immer, if: "true", then: {netto: =brutto}, basis: § 1}]
`

// What the reference shows is a rulebook: its first block as it stands, and
// the table of the second in place of the rules.
func TestTheReferenceIsTrue(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../docs/rulebooks.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(string(data), -1)
	if len(blocks) != 2 {
		t.Fatalf("the reference has %d blocks", len(blocks))
	}
	first, table := blocks[0][1], blocks[1][1]
	begin, end := strings.Index(first, "rules:\n"), strings.Index(first, "otherwise:")
	tabular := first[:begin] + table + first[end:]
	for _, text := range []string{first, tabular} {
		var report source.Report
		all := rules.CompileAll(map[string]*book.Book{
			"gebuehr": format.Read(&report, "gebuehr.yaml", []byte(text)), "einkommen": format.Read(&report, "einkommen.yaml", []byte(income)),
		}, &report)
		if all == nil {
			t.Fatal(report.Sorted())
		}
		for _, result := range rules.Test(all["gebuehr"]) {
			if !result.OK {
				t.Errorf("%s: %s", result.Name, result.Problem.EN)
			}
		}
	}
}
