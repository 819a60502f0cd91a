// SPDX-License-Identifier: EUPL-1.2

package backtest_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/backtest"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

const fee = `rulebook: 1
title: Gebühr
facts: {menge: {type: integer}, preis: {type: money}}
outputs: {betrag: {type: money}, art: {type: text}}
hit: unique
rules:
  - {id: klein, if: "menge < LIMIT", then: {betrag: 1.10 EUR, art: klein}, basis: § 1}
  - {id: gross, if: "menge >= LIMIT and menge < 100", then: {betrag: "=preis * menge", art: groß}, basis: § 2}
`

func version(t testing.TB, limit string) *rules.Rulebook {
	t.Helper()
	var report source.Report
	r := rules.Compile(format.Read(&report, "gebuehr.yaml", []byte(strings.ReplaceAll(fee, "LIMIT", limit))), &report)
	if r == nil {
		t.Fatal(report.Sorted())
	}
	return r
}

func known(r *rules.Rulebook) map[string]book.Fact {
	out := map[string]book.Fact{}
	for _, f := range r.Inputs() {
		out[f.Name] = f
	}
	return out
}

func cases(count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, `{"menge": %d, "preis": "2.00 EUR", "akte": "wird nicht gelesen"}`+"\n", i%200)
	}
	return b.String()
}

func TestCompareCountsAndGroups(t *testing.T) {
	t.Parallel()
	before, after := version(t, "10"), version(t, "12")
	text := cases(2000) + "kaputt\n" + `{"menge": "viele"}` + "\n"
	told := 0
	r, err := backtest.Compare(t.Context(), before, after, backtest.Lines(strings.NewReader(text), known(before)), func(done int) { told = done })
	if err != nil {
		t.Fatal(err)
	}
	if r.Cases != 2002 || told != 2002 || r.Unreadable != 2 || r.Example.Number != 2001 {
		t.Errorf("%d cases, %d told, %d unreadable, first %v", r.Cases, told, r.Unreadable, r.Example)
	}
	// 10 and 11 of 200 change: from 20.00 and 22.00 to 1.10 each
	if len(r.Groups) != 1 || r.Changed != 20 || r.Groups[0].First != 11 || r.Difference["betrag"].String() != "-398.00 EUR" {
		t.Errorf("%d changed by %v: %+v", r.Changed, r.Difference, r.Groups)
	}
	if g := r.Groups[0]; g.Before.Rules[0] != "gross" || g.After.Outputs["art"].String() != "klein" {
		t.Errorf("%+v", g)
	}
}

func TestTheSameChangesNothing(t *testing.T) {
	t.Parallel()
	r, err := backtest.Compare(t.Context(), version(t, "10"), version(t, "10"), backtest.Lines(strings.NewReader(cases(300)), known(version(t, "10"))), func(int) {})
	if err != nil || r.Changed != 0 || len(r.Groups) != 0 || r.Cases != 300 {
		t.Errorf("%v, %+v", err, r)
	}
}

func TestTroubleEndsIt(t *testing.T) {
	t.Parallel()
	b := version(t, "10")
	broken := errors.New("the disk is gone")
	in := io.MultiReader(strings.NewReader(cases(600)), iotest.ErrReader(broken))
	if _, err := backtest.Compare(t.Context(), b, b, backtest.Lines(in, known(b)), func(int) {}); !errors.Is(err, broken) {
		t.Error(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := backtest.Compare(ctx, b, b, backtest.Lines(strings.NewReader(cases(100_000)), known(b)), func(int) {}); fault.KindOf(err) != fault.Interrupted {
		t.Error(err)
	}
}

func TestWhatNeitherVersionDecides(t *testing.T) {
	t.Parallel()
	before, after := version(t, "10"), version(t, "12")
	text := `{"menge": 11, "preis": "2.00 EUR"}` + "\n" + `{"Menge": 11, "preis": "2.00 EUR"}` + "\n" + `{"menge": 500, "preis": "2.00 EUR"}` + "\n" + `{"menge": "2.5"}` + "\n"
	r, err := backtest.Compare(t.Context(), before, after, backtest.Lines(strings.NewReader(text), known(before)), func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	if r.Changed != 1 || r.Undecided != 2 || r.Refused.Number != 2 || fault.Describe(r.Refused.Err, speech.German) != "es fehlt: menge" {
		t.Errorf("%d changed, %d undecided, first %v", r.Changed, r.Undecided, r.Refused)
	}
	if got := fault.Describe(r.Example.Err, speech.German); got != "der Sachverhalt menge: „2.5“ ist keine ganze Zahl" {
		t.Error(got)
	}
}

func TestProposalsAreCompared(t *testing.T) {
	t.Parallel()
	proposing := func(amount string) *rules.Rulebook {
		var report source.Report
		text := strings.NewReplacer("LIMIT", "10", "1.10 EUR", amount, "basis: § 1", "basis: § 1, ermessen: yes").Replace(fee)
		return rules.Compile(format.Read(&report, "gebuehr.yaml", []byte(text)), &report)
	}
	before, after := proposing("1.10 EUR"), proposing("2.20 EUR")
	r, err := backtest.Compare(t.Context(), before, after, backtest.Lines(strings.NewReader(`{"menge": 1, "preis": "2.00 EUR"}`), known(before)), func(int) {})
	if err != nil || r.Changed != 1 || r.Undecided != 0 {
		t.Errorf("%v: %d changed, %d undecided", err, r.Changed, r.Undecided)
	}
}
