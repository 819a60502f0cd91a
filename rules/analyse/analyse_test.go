// SPDX-License-Identifier: EUPL-1.2

package analyse_test

import (
	"os"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

func compiled(t testing.TB, name string, data []byte) *rules.Rulebook {
	t.Helper()
	var report source.Report
	r := rules.Compile(format.Read(&report, name, data), &report)
	for _, d := range report.Sorted() {
		if d.Severity == source.Error {
			t.Log(d.Render(speech.English))
		}
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
	return compiled(t, file, data)
}
