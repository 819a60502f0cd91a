// SPDX-License-Identifier: EUPL-1.2

package analyse_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/rules/book/booktest"
)

// made compiles a rulebook that was made for measuring.
func made(t testing.TB, text string) *rules.Rulebook {
	t.Helper()
	return compiled(t, "made.yaml", []byte(text))
}

func BenchmarkAnalyse(b *testing.B) {
	books := map[string]*rules.Rulebook{
		"unique-1000": made(b, booktest.Large("unique", 1000)), "any-1000": made(b, booktest.Large("any", 1000)),
		"dated-unique-1000": made(b, booktest.Dated("unique", 1000)), "dated-first-1000": made(b, booktest.Dated("first", 1000)),
		"first-1000": made(b, booktest.Large("first", 1000)), "tiled-1000": made(b, booktest.Tiled(1000)), "unique-100": made(b, booktest.Large("unique", 100)),
	}
	for name, r := range books {
		b.Run(name, func(b *testing.B) {
			var report analyse.Report
			for b.Loop() {
				report = analyse.Analyse(r)
			}
			b.ReportMetric(float64(report.Found()), "findings")
			for _, g := range report.Groups {
				b.ReportMetric(float64(g.Unproven), string(g.Kind)+"-unproven")
			}
		})
	}
}
