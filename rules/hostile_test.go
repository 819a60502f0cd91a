// SPDX-License-Identifier: EUPL-1.2

package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// many is a rulebook of one condition, so many times.
func many(count int, condition func(n int) string) string {
	var b strings.Builder
	b.WriteString("rulebook: 1\ntitle: Viele\nfacts: {x: {type: integer}, y: {type: integer, optional: yes}}\noutputs: {z: {type: integer}}\nhit: collect\nrules:\n")
	for n := range count {
		fmt.Fprintf(&b, "  - {id: r%d, if: \"%s\", then: {z: %d}}\n", n, condition(n), n)
	}
	return b.String()
}

func always(text string) func(int) string { return func(int) string { return text } }

func utf16LE(text string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for _, u := range utf16.Encode([]rune(text)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

// Whoever means harm, or lets a program write rules, gets a clear answer; the
// test's own time limit holds that it comes soon.
func TestHostileRulebooksGetAClearAnswer(t *testing.T) {
	t.Parallel()
	good := many(1, always("x > 1"))
	for name, c := range map[string]struct{ text, want string }{
		"100,000 rules":      {many(100_000, func(n int) string { return fmt.Sprintf("x == %d", n) }), "at most 5242880 are read"},
		"brackets, nested":   {many(1, always(strings.Repeat("(", 900)+"x > 1"+strings.Repeat(")", 900))), ""},
		"brackets, too many": {many(1, always(strings.Repeat("(", 3000)+"x > 1"+strings.Repeat(")", 3000))), "at most 2000 are read"},
		"not, 600 times":     {many(1, always(strings.Repeat("not (", 600)+"x > 1"+strings.Repeat(")", 600))), "letters, at most 2000"},
		"a huge list":        {many(1, always("x in ["+strings.Repeat("1, ", 100_000)+"1]")), "at most 2000 are read"},
		"a list of parts":    {many(1, always("x in ["+strings.Repeat("1,", 700)+"1]")), "has more than 500 parts"},
		"YAML, nested":       {"rulebook: 1\ntitle: " + strings.Repeat("[", 100_000), ""},
		"an alias bomb":      {"rulebook: 1\na: &a [x, x]\nb: [*a, *a]\n", "anchor"},
		"two rules, one id":  {good + "  - {id: r0, if: \"x > 2\", then: {z: 1}}\n", "stands here twice"},
		"no day at all":      {strings.Replace(good, "then: {z: 0}}", "then: {z: 0}, valid: {from: 2026-02-30}}", 1), "2026-02-30"},
		"Latin-1":            {strings.Replace(good, "Viele", "Geb\xfchr", 1), "not written in UTF-8"},
		"UTF-16":             {utf16LE(good), "no text file"},
		"a null byte":        {strings.Replace(good, "Viele", "V\x00", 1), ""},
		"reads a file":       {many(1, always("open('/etc/passwd') == 'x'")), "unknown function"},
		"reads the clock":    {many(1, always("now() > x")), "unknown function"},
		"reads environment":  {many(1, always("$env.HOME == x")), ""},
		"loops":              {many(1, always("all(1..9, # > x)")), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var report source.Report
			r := rules.Compile(format.Read(&report, "boese.yaml", []byte(c.text)), &report)
			said := ""
			for _, d := range report.Sorted() {
				said += d.Problem.EN + "\n"
			}
			if (r == nil) != report.Failed() || !strings.Contains(said, c.want) || (c.want != "" && r != nil) {
				t.Errorf("compiled: %v; said: %.300s", r != nil, said)
			}
		})
	}
}

// Conditions whose normal form explodes are asked one by one, and what is
// decided stays right.
func TestExplodingConditionsAreStillDecided(t *testing.T) {
	t.Parallel()
	r := compile(t, "oder.yaml", []byte(many(60, func(n int) string {
		parts := make([]string, 14)
		for k := range parts {
			parts[k] = fmt.Sprintf("(x > %d or y < %d)", n+k, k)
		}
		return strings.Join(parts, " and ")
	})))
	hits, unknown, err := r.Hits(map[string]value.Value{"x": value.NewInteger(30)})
	if err != nil || len(hits) != 17 || len(unknown) != 43 {
		t.Errorf("%d apply, %d unknown, %v", len(hits), len(unknown), err)
	}
}
