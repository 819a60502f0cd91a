// SPDX-License-Identifier: EUPL-1.2

package rules_test

import (
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

const loans = `rulebook: 1
title: Darlehen
facts: {punkte: {type: integer}}
outputs: {antwort: {type: text}}
hit: HIT
rules:
  - {id: gut, if: "punkte > 90", then: {antwort: ja}, basis: § 1}
  - {id: mittel, title: Im Einzelfall, if: "punkte > 50 and punkte <= 90", then: {antwort: vielleicht}, basis: § 2, ermessen: yes}
OTHERWISE
tests:
  - {name: mittel, given: {punkte: 60}, expect: {antwort: vielleicht}, asks: yes}
  - {name: gut, given: {punkte: 91}, expect: {antwort: ja}}
`

func loanBook(t *testing.T, hit, otherwise string) *rules.Rulebook {
	t.Helper()
	return compile(t, "darlehen.yaml", []byte(strings.NewReplacer("HIT", hit, "OTHERWISE", otherwise).Replace(loans)))
}

func TestOtherwise(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ hit, otherwise, want string }{
		{"unique", "", "business: no rule applies"},
		{"unique", "otherwise: open", ""},
		{"unique", "otherwise: {then: {antwort: nein}, basis: § 3}", "antwort: nein"},
		{"collect", "otherwise: {then: {antwort: nein}}", "antwort: nein"},
		{"collect", "otherwise: open", ""},
		{"collect", "", "antwort: "},
	} {
		if got := outcome(t, loanBook(t, c.hit, c.otherwise), "punkte: 10"); got != c.want {
			t.Errorf("%s, %s: %s", c.hit, c.otherwise, got)
		}
	}
}

func TestDiscretionAsksAPerson(t *testing.T) {
	t.Parallel()
	r := loanBook(t, "unique", "")
	d, err := r.Decide(facts(t, r.Book(), "punkte: 60"))
	if fault.KindOf(err) != fault.Halted || len(d.Asks) != 1 || d.Record().String() != "antwort: vielleicht" {
		t.Errorf("%v, asks %v", err, d.Asks)
	}
	if got := fault.Describe(err, speech.German); got != "hier entscheidet ein Mensch: die Regel mittel (§ 2) lässt Ermessen" {
		t.Error(got)
	}
	for _, result := range rules.Test(r) {
		if !result.OK {
			t.Error(result.Problem.EN)
		}
	}
}

func read(t *testing.T, report *source.Report, name, text string) *book.Book {
	t.Helper()
	return format.Read(report, name+".yaml", []byte(text))
}

func income(from string) string {
	return `rulebook: 1
title: Einkommen
facts: {brutto: {type: money}, abzug: {type: money` + from + `}}
outputs: {netto: {type: money}}
hit: unique
rules: [{id: immer, if: "true", then: {netto: "=brutto - abzug"}, basis: § 1}]
`
}

const fee = `rulebook: 1
title: Gebühr
facts: {netto: {type: money, from: einkommen}, stunden: {type: integer}}
outputs: {gebuehr: {type: money}}
hit: unique
rules:
  - {id: klein, if: "netto < 1000 and stunden > 0", then: {gebuehr: 10.00 EUR}, basis: § 4}
  - {id: gross, if: "netto >= 1000", then: {gebuehr: "=netto / 10"}, basis: § 5}
`

func TestFactsFromOtherRulebooks(t *testing.T) {
	t.Parallel()
	var report source.Report
	all := rules.CompileAll(map[string]*book.Book{"einkommen": read(t, &report, "einkommen", income("")), "gebuehr": read(t, &report, "gebuehr", fee)}, &report)
	if all == nil {
		t.Fatal(report.Sorted())
	}
	r := all["gebuehr"]
	given := facts(t, r.Book(), "stunden: 5")
	given["brutto"], given["abzug"] = amount(t, "2000"), amount(t, "500.50")
	d, err := r.Decide(given)
	if err != nil || d.Record().String() != "gebuehr: 149.95 EUR" {
		t.Errorf("%v, %v", d.Record(), err)
	}
	if len(d.Derived) != 1 || d.Derived[0].Fired[0].Rule != "immer" || len(r.Inputs()) != 3 {
		t.Errorf("derived %v from %v", d.Derived, r.Inputs())
	}
	delete(given, "brutto")
	if _, err := r.Decide(given); err == nil || !strings.Contains(fault.Describe(err, speech.English), "netto comes from the rulebook “Einkommen”: missing: brutto") {
		t.Error(fault.Describe(err, speech.English))
	}
	given["netto"] = amount(t, "500")
	if d, err := r.Decide(given); err != nil || d.Record().String() != "gebuehr: 10.00 EUR" {
		t.Errorf("given itself: %v, %v", d.Record(), err)
	}
}

func TestWrongOrigins(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ from, to, want string }{
		{", from: gebuehr.gebuehr", "einkommen", "rulebooks depend on themselves: einkommen → gebuehr → einkommen"},
		{", from: gebühr", "einkommen", `there is no rulebook "gebühr" beside this one`},
		{"", "einkommen.brutto", `the rulebook "einkommen" has no output "brutto"`},
	} {
		var report source.Report
		second := strings.Replace(fee, "from: einkommen", "from: "+c.to, 1)
		all := rules.CompileAll(map[string]*book.Book{"einkommen": read(t, &report, "einkommen", income(c.from)), "gebuehr": read(t, &report, "gebuehr", second)}, &report)
		if list := report.Sorted(); all != nil || len(list) != 1 || list[0].Problem.EN != c.want {
			t.Errorf("%v: %v", c, list)
		}
	}
}

const postponed = `rulebook: 1
title: Stichtag
facts: {antrag: {type: date}}
outputs: {tag: {type: date}}
hit: unique
rules: [{id: frist, if: "true", then: {tag: "=plus_monate(antrag, 1)"}, basis: § 1}]
`

const rate = `rulebook: 1
title: Satz
facts: {stichtag: {type: date, from: stichtag.tag}}
outputs: {satz: {type: money}}
parameters: {hoehe: [{from: 2022-01-01, value: 5.00 EUR, basis: § 4}, {from: 2025-01-01, value: 7.50 EUR, basis: § 4}]}
hit: unique
rules: [{id: immer, if: "true", then: {satz: =hoehe}, basis: § 4, valid: {from: 2022-01-01, until: 2025-12-31}}]
`

func TestReferenceDayFromAnotherRulebook(t *testing.T) {
	t.Parallel()
	var report source.Report
	r := rules.CompileAll(map[string]*book.Book{"stichtag": read(t, &report, "stichtag", postponed), "satz": read(t, &report, "satz", rate)}, &report)["satz"]
	for antrag, want := range map[string]string{
		"2024-11-30": "satz: 5.00 EUR",
		"2024-12-01": "satz: 7.50 EUR",
		"2025-12-01": "business: no rule applies on 2026-01-01",
		"2021-11-01": "business: no rule applies on 2021-12-01",
	} {
		day, _ := value.ParseISO(value.Of(value.Date), antrag)
		d, err := r.Decide(map[string]value.Value{"antrag": day})
		got := d.Record().String()
		if err != nil {
			got = string(fault.KindOf(err)) + ": " + fault.Describe(err, speech.English)
		}
		if got != want {
			t.Errorf("%s: %s, not %s", antrag, got, want)
		}
		env, err := r.Environment(map[string]value.Value{"antrag": day})
		if err != nil || !value.Equal(env["stichtag"], d.Facts[0].Value) {
			t.Errorf("%s: on %v, %v, not on the day of this case", antrag, env["stichtag"], err)
		}
	}
}

func TestOtherwiseAccountsForWhatItReads(t *testing.T) {
	t.Parallel()
	r := compile(t, "satz.yaml", []byte(`rulebook: 1
title: Satz
facts: {stichtag: {type: date}, a: {type: integer}, z: {type: integer}}
outputs: {g: {type: money}}
parameters: {satz: [{from: 2022-01-01, value: 5.00 EUR, basis: § 4}]}
hit: unique
rules: [{id: gross, if: "a > 3", then: {g: 1 EUR}, basis: § 1}]
otherwise: {then: {g: "=satz * z"}, basis: § 9}
`))
	d, err := r.Decide(facts(t, r.Book(), "a: 1, z: 3, stichtag: 2024-01-01"))
	if err != nil || len(d.Parameters) != 1 || d.Parameters[0].Basis != "§ 4" || len(d.Facts) != 3 {
		t.Errorf("%v: facts %v, parameters %v", err, d.Facts, d.Parameters)
	}
}

func TestAmountsAreInCents(t *testing.T) {
	t.Parallel()
	for amount, ok := range map[string]bool{"5.12 EUR": true, "5.1200 EUR": true, "5.1234 EUR": false, `"5,1234"`: false} {
		for _, text := range []string{
			`rules: [{id: a, if: "true", then: {g: ` + amount + `}, basis: § 1}]`,
			`rules: [{id: a, if: "true", then: {g: 1 EUR}, basis: § 1}]` + "\n" + `otherwise: {then: {g: ` + amount + `}}`,
		} {
			var report source.Report
			b := read(t, &report, "betrag", "rulebook: 1\ntitle: Betrag\nfacts: {a: {type: integer}}\noutputs: {g: {type: money}}\nhit: unique\n"+text+"\n")
			if r := rules.Compile(b, &report); (r != nil) != ok || (!ok && report.Sorted()[0].Problem.DE != "5,1234 € ist kein Betrag in Cent") {
				t.Errorf("%s: %v", amount, report.Sorted())
			}
		}
	}
}

func TestCountingHasNoOtherwise(t *testing.T) {
	t.Parallel()
	var report source.Report
	text := strings.NewReplacer("HIT", "collect count", "OTHERWISE", "otherwise: {then: {antwort: nein}}").Replace(loans)
	text = text[:strings.Index(text, "tests:")]
	if r := rules.Compile(read(t, &report, "darlehen", text), &report); r != nil || !strings.Contains(report.Sorted()[0].Problem.EN, "counts rules") {
		t.Error(report.Sorted())
	}
}
