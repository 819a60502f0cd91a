// SPDX-License-Identifier: EUPL-1.2

package analyse_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/analyse"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

var update = flag.Bool("update", false, "write the golden files anew")

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

// told is the report in lines: kind, count, and what each finding says.
func told(r analyse.Report) string {
	var b strings.Builder
	for _, g := range r.Groups {
		fmt.Fprintf(&b, "%s %d (%d unproven)\n", g.Kind, g.Count, g.Unproven)
		for _, f := range g.Findings {
			witness, _ := json.Marshal(f.Witness)
			fmt.Fprintf(&b, "  %s\n    %s\n    %s\n", f.Says.EN, f.Area, witness)
		}
	}
	for _, l := range r.Limits {
		fmt.Fprintf(&b, "not analysed: %s\n", l.What.EN)
	}
	return b.String()
}

func TestABookWithManyFaults(t *testing.T) {
	t.Parallel()
	golden, got := "testdata/wohngeld.golden", told(analyse.Analyse(load(t, "testdata/wohngeld.yaml")))
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("golden (-) and now (+) differ:\n%s", diff)
	}
}

// Where all rules that apply count, neither gaps nor overlaps are faults.
func TestCollectingRulesMayOverlap(t *testing.T) {
	t.Parallel()
	text := "rulebook: 1\ntitle: T\nhit: %s\nfacts: {x: {type: integer}}\noutputs: {z: {type: integer}}\nrules:\n" +
		"  - {id: a, if: 'x > 1', then: {z: 5}, basis: § 1}\n  - {id: b, if: 'x > 2', then: {z: 7}, basis: § 1}\n  - {id: c, if: 'x > 3 and x < 2', then: {z: 7}, basis: § 1}\n"
	for hit, want := range map[string]string{
		"collect": "unreachable 1 ", "rule order": "unreachable 1 ", "collect min": "unreachable 1 redundant 1 ", "collect max": "unreachable 1 ",
		"unique": "gap 1 contradiction 1 unreachable 1 ", "first": "gap 1 unreachable 2 redundant 1 ",
	} {
		var got strings.Builder
		for _, g := range analyse.Analyse(compiled(t, hit, fmt.Appendf(nil, text, hit))).Groups {
			fmt.Fprintf(&got, "%s %d ", g.Kind, g.Count)
		}
		if got.String() != want {
			t.Errorf("%s: %s, want %s", hit, got.String(), want)
		}
	}
}

// Days on which no rule is valid are one finding, and no gap besides.
func TestPeriods(t *testing.T) {
	t.Parallel()
	head := "rulebook: 1\ntitle: T\nhit: %s\nfacts: {x: {type: boolean}, stichtag: {type: date, min: 2020-01-01}}\noutputs: {z: {type: integer}}\n" +
		"parameters: {p: [{from: 2021-01-01, until: 2021-12-31, value: 5, basis: § 1}, {from: 2023-01-01, value: 7, basis: § 1}]}\n%srules:\n"
	ruled := "  - {id: a, if: x, then: {z: 1}, basis: § 1, valid: {from: 2021-01-01, until: 2023-06-30}}\n  - {id: b, if: not x, then: {z: =p}, basis: § 1, valid: {from: 2021-01-01}}\n"
	for _, c := range []struct{ hit, otherwise, want string }{
		{"unique", "", `gap 1: no rule applies; period 2: no rule is valid: until 2020-12-31, the parameter "p" has no value, and a case needs it: from 2022-01-01 until 2022-12-31; `},
		{"unique", "otherwise: open\n", `period 1: the parameter "p" has no value, and a case needs it: from 2022-01-01 until 2022-12-31; `},
		{"collect", "", `period 1: the parameter "p" has no value, and a case needs it: from 2022-01-01 until 2022-12-31; `},
	} {
		var got strings.Builder
		for _, g := range analyse.Analyse(compiled(t, "p.yaml", fmt.Appendf(nil, head+strings.ReplaceAll(ruled, "not x", "'not x'"), c.hit, c.otherwise))).Groups {
			var says []string
			for _, f := range g.Findings {
				says = append(says, f.Says.EN)
			}
			fmt.Fprintf(&got, "%s %d: %s; ", g.Kind, g.Count, strings.Join(says, ", "))
		}
		if got.String() != c.want {
			t.Errorf("%s %s\n got %s\nwant %s", c.hit, c.otherwise, got.String(), c.want)
		}
	}
}

// What is shown as a case is what heinzel rules decide reads: facts as JSON, of
// which the rulebook says the same.
func TestWitnessesReadBack(t *testing.T) {
	t.Parallel()
	r := load(t, "testdata/wohngeld.yaml")
	for _, g := range analyse.Analyse(r).Groups {
		for _, f := range g.Findings {
			text, err := json.Marshal(f.Witness)
			if err != nil {
				t.Fatal(err)
			}
			var raw map[string]json.RawMessage
			if err := json.Unmarshal(text, &raw); err != nil {
				t.Fatal(err)
			}
			facts := map[string]value.Value{}
			for name, v := range raw {
				if facts[name], err = value.FromJSON(r.Book().Fact(name).Type, v); err != nil {
					t.Errorf("%s: %v", text, err)
				}
			}
			_, now := r.Decide(facts)
			if _, shown := r.Decide(f.Witness); f.Witness != nil && fmt.Sprint(now) != fmt.Sprint(shown) {
				t.Errorf("%s: %v, and was %v", text, now, shown)
			}
		}
	}
}

func FuzzAnalyse(f *testing.F) {
	f.Add("n < 3 and b", "c == \"rot\" or k > 1", "n + k > 2 or not angegeben(k)")
	f.Add("min(n, 2) == n", "k in [0, n]", "b == (n > m)")
	f.Add("n / 3 < 1", "3 * n - m * 2 != 4", "not (b and (c != \"blau\" or k / m > 0.5))")
	f.Fuzz(func(t *testing.T, first, second, third string) {
		var report source.Report
		b := smallBook(t, "unique", 1).Book()
		changed := *b
		changed.Rules = nil
		for i, text := range []string{first, second, third} {
			if text == "" {
				return // the reader asks for a condition
			}
			rule := b.Rules[0]
			rule.ID, rule.If = fmt.Sprint("r", i), book.Expression{Text: text}
			changed.Rules = append(changed.Rules, rule)
		}
		r := rules.Compile(&changed, &report)
		if r == nil {
			return
		}
		for _, g := range analyse.Analyse(r).Groups {
			for _, finding := range g.Findings {
				if _, err := r.Decide(finding.Witness); err == nil && (g.Kind == analyse.Gap || g.Kind == analyse.Overlap || g.Kind == analyse.Undecided) {
					t.Errorf("%s: %v is decided", g.Kind, finding.Witness)
				}
			}
		}
		if c := analyse.Diff(r, r); len(c.Changes) > 0 {
			t.Errorf("it differs from itself: %+v", c.Changes)
		}
	})
}
