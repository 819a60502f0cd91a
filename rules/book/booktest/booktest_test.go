// SPDX-License-Identifier: EUPL-1.2

package booktest_test

import (
	"math/rand/v2"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book/booktest"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// What is made compiles, and a seed makes it again.
func TestMadeBooksCompile(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"rich": booktest.Rich(rand.New(rand.NewPCG(1, 1)), "unique", 20), "large": booktest.Large("first", 100),
		"tiled": booktest.Tiled(100), "dated": booktest.Dated("any", 100),
	} {
		var report source.Report
		if rules.Compile(format.Read(&report, name, []byte(text)), &report) == nil {
			t.Errorf("%s: %s", name, report.Sorted()[0].Render(speech.English))
		}
	}
	if once, again := booktest.Large("first", 100), booktest.Large("first", 100); once != again {
		t.Error("a rulebook is made differently each time")
	}
}
