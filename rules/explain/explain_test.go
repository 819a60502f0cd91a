// SPDX-License-Identifier: EUPL-1.2

package explain_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/explain"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

var update = flag.Bool("update", false, "write the golden files anew")

func load(file string) (*rules.Rulebook, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var report source.Report
	r := rules.Compile(format.Read(&report, file, data), &report)
	if r == nil {
		return nil, report.Sorted()[0]
	}
	return r, nil
}

func TestSentences(t *testing.T) {
	t.Parallel()
	for name, file := range map[string]string{
		"hundesteuer":        "../testdata/hundesteuer.yaml",
		"betroffene_systeme": "../../scenarios/examples/namensaenderung/rules/betroffene_systeme.yaml",
	} {
		r, err := load(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range []speech.Lang{speech.German, speech.English} {
			golden := "testdata/" + name + "." + string(lang) + ".golden"
			got := set(explain.Sentences(r, lang), lang)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, _ := os.ReadFile(golden)
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s: golden (-) and now (+) differ:\n%s", golden, diff)
			}
		}
	}
}

// set is the sentences as lines, and the rest as it is.
func set(d explain.Document, lang speech.Lang) string {
	var b strings.Builder
	for _, s := range d.Sentences {
		b.WriteString(s.Text(lang) + "\n")
	}
	d.Sentences, d.Hash = nil, ""
	rest, _ := json.MarshalIndent(d, "", " ")
	return b.String() + string(rest) + "\n"
}

func ExampleSentences() {
	r, err := load("../testdata/hundesteuer.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(explain.Sentences(r, speech.German).Sentences[0].Text(speech.German))
	// Output:
	// 1. Wenn Anzahl der Hunde gleich 1 ist und nicht als gefährlich eingestuft, dann Steuersatz im Jahr: Steuer für den ersten Hund (seit 01.01.2024: 120,00 €); Bescheid: „Ersthund“ (§ 6 Abs. 1 HStS; gültig ab 01.01.2020).
}
