// SPDX-License-Identifier: EUPL-1.2

// Package booktest makes rulebooks for tests and measurements: rich ones, in
// which every kind of condition stands, and large ones, like those of an
// administration that grew. A seed says what they are.
package booktest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

const richHead = `rulebook: 1
title: Reich
hit: %s
facts:
  n: {type: integer}
  m: {type: integer, optional: yes}
  k: {type: decimal, optional: yes}
  g: {type: money}
  h: {type: money, optional: yes}
  t: {type: text, optional: yes}
  u: {type: text}
  l: {type: list, of: text, optional: yes}
  b: {type: boolean}
  c: {type: choice, choices: [niedrig, mittel, hoch], ordered: yes, optional: yes}
  d: {type: date, optional: yes}
  stichtag: {type: date}
outputs: {z: {type: text}}
parameters:
  p: {type: integer, values: [{from: 2020-01-01, value: 3, basis: § 1}, {from: 2022-01-01, until: 2022-12-31, value: 5, basis: § 1}, {from: 2024-01-01, value: 7, basis: § 1}]}
  q: {type: money, values: [{from: 2021-01-01, value: 10.50 EUR, basis: § 1}]}
  s: {type: date, values: [{from: 2019-01-01, value: 2021-05-05, basis: § 1}]}
rules:
`

// richAtoms are comparisons of every sort that conditions know; # is a number,
// % a sign.
var richAtoms = []string{
	"n % #", "# % n", "n % m", "2 * n - m % #", "n + k * 2 % #.5", "-k % #", "k / 4 % 0.5", "k / 3 % #", "n * m % #", "n / m % #", "n % p", "p % #", "n - p % m",
	"g % #.25", "12 * g % 100", "g % h", "g + h % q", "g / h % 2", "g % q * 2", "g - h % #", "runden(k, 0) % #", "max(n, m) % #", "min(n, 3) % m",
	"t == \"x\"", "t != \"\"", "t == u", "t != u", "klein(t) == \"x\"", "gross(u) in [\"X\", \"Y\"]", "ohne_rand(t) == \"x\"", "t in l", "not (\"x\" in l)", "u in [\"x\", t]", "t in [\"x\", \"y\"]",
	"b", "not b", "b == (n > #)", "b != (m < #)", "c % \"mittel\"", "\"hoch\" % c", "c == \"hoch\"", "c in [\"niedrig\", \"hoch\"]",
	"angegeben(t)", "angegeben(u)", "angegeben(l)", "angegeben(m)", "angegeben(p)", "not angegeben(d)", "n in [#, m, p]", "not (n in [#, p])", "n in [#, #]",
	"d % stichtag", "d % \"2022-03-01\"", "d % s", "alter_am(d, stichtag) % #", "tage_zwischen(d, stichtag) % 4#", "plus_tage(d, 30) % stichtag", "plus_tage(d, p) % s", "plus_monate(d, n) % stichtag", "plus_tage(d, n) % stichtag",
	"stichtag % \"2022-06-15\"", "plus_monate(s, 3) % stichtag", "true", "false",
}

func richAtom(r *rand.Rand) string {
	signs := []string{"<", "<=", ">", ">=", "==", "!="}
	text := strings.ReplaceAll(richAtoms[r.IntN(len(richAtoms))], "%", signs[r.IntN(6)])
	for strings.Contains(text, "#") {
		text = strings.Replace(text, "#", fmt.Sprint(r.IntN(7)), 1)
	}
	if r.IntN(8) == 0 {
		return "not (" + text + ")"
	}
	return text
}

// Rich is a rulebook with some rules of every kind of condition.
func Rich(r *rand.Rand, hit string, rules int) string {
	var b strings.Builder
	fmt.Fprintf(&b, richHead, hit)
	for i := range rules {
		parts := []string{richAtom(r), richAtom(r), richAtom(r)}[:1+r.IntN(3)]
		fmt.Fprintf(&b, "  - {id: r%d, if: '%s', then: {z: %s}, basis: § 1}\n", i, strings.Join(parts, []string{" and ", " or "}[r.IntN(2)]), []string{"a", "b"}[r.IntN(2)])
	}
	return b.String()
}

// Case is a case of small numbers and near days, so that comparisons come
// out either way, for a rich rulebook.
func Case(r *rand.Rand) map[string]value.Value {
	day := func() value.Value { return value.NewDate(2018+r.IntN(8), time.Month(1+r.IntN(12)), 1+r.IntN(28)) }
	text := func() value.Value { return value.NewText([]string{"x", "y", "X", "", " ", "z", " x "}[r.IntN(7)]) }
	number := func(k value.Kind, text string) value.Value {
		v, _ := value.ParseISO(value.Of(k), text)
		return v
	}
	facts := map[string]value.Value{
		"n": value.NewInteger(int64(r.IntN(9) - 1)), "m": value.NewInteger(int64(r.IntN(7))), "k": number(value.Decimal, fmt.Sprintf("%d.%d", r.IntN(5), r.IntN(10))),
		"g": number(value.Money, fmt.Sprintf("%d.%02d", r.IntN(20), 25*r.IntN(4))), "h": number(value.Money, fmt.Sprintf("%d.50", r.IntN(10))),
		"t": text(), "u": text(), "l": value.NewList(text(), text()), "b": value.NewBoolean(r.IntN(2) == 0),
		"c": value.NewChoice([]string{"niedrig", "mittel", "hoch"}[r.IntN(3)]), "d": day(), "stichtag": day(),
	}
	for _, name := range []string{"m", "k", "h", "t", "l", "c", "d"} {
		if r.IntN(4) == 0 {
			delete(facts, name)
		}
	}
	return facts
}
