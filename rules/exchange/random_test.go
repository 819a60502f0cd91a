// SPDX-License-Identifier: EUPL-1.2

package exchange_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/exchange"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// dice makes rulebooks that DMN can say, and cases for them.
type dice struct{ *rand.Rand }

func (d dice) one(list ...string) string { return list[d.IntN(len(list))] }

func (d dice) condition(depth int) string {
	if depth > 0 && d.IntN(3) > 0 {
		a, b := d.condition(depth-1), d.condition(depth-1)
		return d.one("("+a+") and ("+b+")", "("+a+") and ("+b+")", "("+a+") or ("+b+")", "not ("+a+")")
	}
	sign := d.one("==", "!=", "<", "<=", ">", ">=")
	number := d.one("0", "1", "-1", "2.5", "3")
	return d.one(
		"n "+sign+" "+number, "d "+sign+" "+number, "n "+sign+" d", "n + d "+sign+" "+number, "n - d * 2 "+sign+" n / 2", "tag "+sign+` "2026-07-01"`,
		`t == "a, b"`, `t != "x\"y"`, `t in ["a, b", "c"]`, "b", "not b", "b == c", "n >= 0 and n <= 2", "d > 0 and d < 3", `s `+sign+` "mittel"`,
		"angegeben(o)", "not angegeben(o)", "angegeben(o) and o > "+number, "n in [0, 1, 3]", "max(n, d) > 2", "true",
	)
}

func (d dice) book() string {
	var rules strings.Builder
	for i := range 1 + d.IntN(5) {
		value := d.one("1", `"=n + 2 * d"`, `"=b ? n : d"`, `"=-d"`)
		fmt.Fprintf(&rules, "  - {id: r%d, if: '%s', then: {z: %s}}\n", i, strings.ReplaceAll(d.condition(3), "'", "''"), value)
	}
	return `rulebook: 1
title: Würfel
facts:
  n: {type: integer}
  d: {type: decimal}
  o: {type: decimal, optional: yes, known as: "offen (Rest)"}
  t: {type: text}
  b: {type: boolean}
  c: {type: boolean}
  tag: {type: date, known as: Tag des Antrags}
  s: {type: choice, choices: [klein, mittel, groß]}
outputs: {z: {type: decimal, optional: yes}}
hit: ` + d.one("first", "rule order", "collect sum", "collect") + `
otherwise: ` + d.one("open", "{then: {z: 7}}") + `
rules:
` + strings.ReplaceAll(rules.String(), `s < `, `s == `)
}

func (d dice) facts() map[string]value.Value {
	out := map[string]value.Value{"b": value.NewBoolean(d.IntN(2) == 0), "c": value.NewBoolean(d.IntN(2) == 0), "t": value.NewText(d.one("a, b", "c", `x"y`)), "s": value.NewChoice(d.one("klein", "mittel", "groß"))}
	for name, text := range map[string]string{"d": d.one("0", "1", "2.5", "3", "-4"), "o": d.one("", "1", "5")} {
		if text != "" {
			out[name], _ = value.ParseISO(value.Of(value.Decimal), text)
		}
	}
	out["n"] = value.NewInteger(int64(d.IntN(5) - 1))
	out["tag"] = value.NewDate(2026, 6+1, d.IntN(3))
	return out
}

// Random rulebooks decide random cases as before, when they come back from
// DMN.
func TestRandomRulebooksReturnFromExport(t *testing.T) {
	t.Parallel()
	tried := 0
	for seed := range uint64(200) {
		d := dice{rand.New(rand.NewPCG(seed, 3))}
		text := d.book()
		var report source.Report
		r := rules.Compile(format.Read(&report, "w.yaml", []byte(text)), &report)
		if r == nil {
			continue // a choice without order was asked for more or less
		}
		tried++
		data, err := exchange.WriteDMN("W", map[string]*rules.Rulebook{"w": r})
		if err != nil {
			t.Fatal(err)
		}
		m := exchange.ReadDMN(&report, "w.dmn", data)
		if m == nil || report.Failed() {
			t.Fatalf("seed %d: %s\n%s", seed, complaints(&report), text)
		}
		back := written(t, m, &report)["w"]
		for range 20 {
			facts := d.facts()
			want, errWant := r.Decide(facts)
			got, errGot := back.Decide(renamed(facts))
			if (errWant == nil) != (errGot == nil) || !value.Equal(want.Record(), got.Record()) {
				t.Fatalf("seed %d, %v:\n%v %v, was %v %v\n%s\n%s", seed, facts, got.Record(), errGot, want.Record(), errWant, text, format.Write(back.Book()))
			}
		}
	}
	if tried < 50 {
		t.Error("too few rulebooks were tried:", tried)
	}
}

// renamed gives facts the names that the import makes of the model's.
func renamed(facts map[string]value.Value) map[string]value.Value {
	out := map[string]value.Value{}
	for name, v := range facts {
		switch name {
		case "o":
			name = "offen_Rest"
		case "tag":
			name = "Tag_des_Antrags"
		}
		out[name] = v
	}
	return out
}
