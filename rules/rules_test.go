// SPDX-License-Identifier: EUPL-1.2

package rules_test

import (
	"os"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

func compile(t testing.TB, name string, data []byte) *rules.Rulebook {
	t.Helper()
	var report source.Report
	r := rules.Compile(format.Read(&report, name, data), &report)
	for _, d := range report.Sorted() {
		t.Log(d.Render(speech.German))
	}
	if r == nil {
		t.Fatal("not compiled")
	}
	return r
}

func load(t testing.TB, file string) *rules.Rulebook {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return compile(t, file, data)
}

const example = "../scenarios/examples/namensaenderung/rules/betroffene_systeme.yaml"

func TestExamples(t *testing.T) {
	t.Parallel()
	for _, file := range []string{example, "testdata/hundesteuer.yaml"} {
		r := load(t, file)
		results := rules.Test(r)
		for _, result := range results {
			if !result.OK {
				t.Errorf("%s: %s: %s", file, result.Name, result.Problem.DE)
			}
		}
		if file == example && len(rules.Untested(r, results)) > 0 {
			t.Errorf("untested: %v", rules.Untested(r, results))
		}
	}
}

func amount(t *testing.T, text string) value.Value {
	t.Helper()
	v, err := value.ParseISO(value.Of(value.Money), text)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
