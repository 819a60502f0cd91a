// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules/exchange"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

// policyModel is a table of three rules with one output, for a hit policy.
func policyModel(policy, kind, values string, results ...string) string {
	var rules strings.Builder
	for i, test := range []string{"&gt;= date(\"2026-01-01\")", "[date(\"2026-01-01\")..date(\"2026-06-30\")]", "-"} {
		fmt.Fprintf(&rules, `<rule><inputEntry><text>%s</text></inputEntry><inputEntry><text>true</text></inputEntry><outputEntry><text>%s</text></outputEntry></rule>`, test, results[i])
	}
	if values != "" && values[0] != '<' {
		values = "<outputValues><text>" + values + "</text></outputValues>"
	}
	return `<definitions xmlns="http://www.omg.org/spec/DMN/20180521/MODEL/" id="d" name="D" namespace="urn:test">
<inputData id="i" name="Day"><variable name="Day" typeRef="date"/></inputData><inputData id="j" name="Is open"><variable name="Is open" typeRef="boolean"/></inputData>
<decision id="x" name="Result 1"><variable name="Result 1" typeRef="` + kind + `"/><informationRequirement><requiredInput href="#i"/></informationRequirement>
<decisionTable ` + policy + `><input><inputExpression><text>Day</text></inputExpression></input><input><inputExpression><text>Is open</text></inputExpression></input><output>` + values + `</output>` + rules.String() + `</decisionTable></decision></definitions>`
}

func TestEveryHitPolicy(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		policy, kind, values string
		results              []string
		day, open, want      string
	}{
		{`hitPolicy="FIRST"`, "number", "", []string{"1", "2", "3"}, "2026-03-01", "true", "1"},
		{`hitPolicy="FIRST"`, "number", "", []string{"1", "2", "3"}, "2025-03-01", "true", "3"},
		{`hitPolicy="FIRST"`, "number", "", []string{"1", "2", "3"}, "", "true", "3"},
		{`hitPolicy="FIRST"`, "number", "", []string{"1", "2", "3"}, "2026-03-01", "", "null"},
		{`hitPolicy="ANY"`, "string", "", []string{`"a"`, `"a"`, `"a"`}, "2026-03-01", "true", "a"},
		{`hitPolicy="ANY"`, "string", "", []string{`"a"`, `"b"`, `"a"`}, "2026-03-01", "true", "error"},
		{``, "string", "", []string{`"a"`, `"b"`, `"c"`}, "2026-03-01", "true", "error"},
		{`hitPolicy="UNIQUE"`, "string", "", []string{`"a"`, `"b"`, `"c"`}, "2025-03-01", "true", "c"},
		{`hitPolicy="PRIORITY"`, "string", `"c", "b", "a"`, []string{`"a"`, `"b"`, `"c"`}, "2026-03-01", "true", "c"},
		{`hitPolicy="OUTPUT ORDER"`, "string", `"c", "b", "a"`, []string{`"a"`, `"b"`, `"c"`}, "2026-03-01", "true", "[c, b, a]"},
		{`hitPolicy="RULE ORDER"`, "string", "", []string{`"a"`, `"b"`, `"c"`}, "2026-08-01", "true", "[a, c]"},
		{`hitPolicy="COLLECT"`, "number", "", []string{"1", "2", "2"}, "2026-03-01", "true", "[1, 2, 2]"},
		{`hitPolicy="COLLECT" aggregation="SUM"`, "number", "", []string{"1.5", "2", "-3"}, "2026-03-01", "true", "0.5"},
		{`hitPolicy="COLLECT" aggregation="MIN"`, "number", "", []string{"1.5", "2", "-3"}, "2026-03-01", "true", "-3"},
		{`hitPolicy="COLLECT" aggregation="MAX"`, "number", "", []string{"1.5", "2", "-3"}, "2026-03-01", "true", "2"},
		{`hitPolicy="COLLECT" aggregation="COUNT"`, "number", "", []string{"1.5", "2", "-3"}, "2026-08-01", "true", "2"},
		{`hitPolicy="COLLECT" aggregation="COUNT"`, "number", "<defaultOutputEntry><text>9</text></defaultOutputEntry>", []string{"1.5", "2", "-3"}, "2026-08-01", "false", "0"},
	} {
		var report source.Report
		m := exchange.ReadDMN(&report, "p.dmn", []byte(policyModel(c.policy, c.kind, c.values, c.results...)))
		books := written(t, m, &report)
		given := map[string]string{}
		for name, text := range map[string]string{"Day": c.day, "Is open": c.open} {
			if text != "" {
				given[name] = text
			}
		}
		got := outcome(t, books["Result_1"], given)
		if !sameShape(got, c.want) && !(c.want == "error" && strings.HasPrefix(got, "error")) {
			t.Errorf("%s of %v on %s: %s, want %s", c.policy, c.results, c.day, got, c.want)
		}
	}
}
