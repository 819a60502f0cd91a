// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"os"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/exchange"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
)

func readJDM(t testing.TB, report *source.Report, file string) *exchange.Model {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return exchange.ReadJDM(report, "m.json", data)
}

func TestTablesOfGoRules(t *testing.T) {
	t.Parallel()
	var report source.Report
	m := readJDM(t, &report, "testdata/jdm/versand.json")
	books := written(t, m, &report)
	for _, c := range []struct {
		file  string
		given map[string]string
		want  string
	}{
		{"Zone", map[string]string{"address.country": "DE", "weight": "4.5"}, "{fee.flat: 4.90, zone: near}"},
		{"Zone", map[string]string{"address.country": "DE", "weight": "10"}, "{fee.flat: 9.90, zone: near}"},
		{"Zone", map[string]string{"address.country": "US", "weight": "10"}, "{fee.flat: 50, zone: far}"},
		{"Zone", map[string]string{"weight": "40"}, "{}"},
		{"Offers", map[string]string{"address.country": "DE", "weight": "4"}, "{offer: [bike, van]}"},
		{"Offers", map[string]string{"address.country": "US", "weight": "4"}, "{offer: [van]}"},
	} {
		if got := outcome(t, books[c.file], c.given); got != c.want {
			t.Errorf("%s of %v is %s, want %s", c.file, c.given, got, c.want)
		}
	}
}

func TestWhatOfGoRulesIsRefused(t *testing.T) {
	t.Parallel()
	var report source.Report
	readJDM(t, &report, "testdata/jdm/wrong.json")
	compare(t, "testdata/jdm/wrong.golden", complaints(&report)+"\n")
}

func FuzzReadJDM(f *testing.F) {
	for _, file := range []string{"testdata/jdm/versand.json", "testdata/jdm/wrong.json"} {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var report source.Report
		m := exchange.ReadJDM(&report, "f.json", data)
		if m == nil && !report.Failed() {
			t.Fatal("neither a model nor a reason")
		}
		if m != nil && !report.Failed() {
			rules.CompileAll(m.Books, &report)
		}
	})
}
