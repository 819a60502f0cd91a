// SPDX-License-Identifier: EUPL-1.2

package desktop_test

import (
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/friedhof"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
)

// office opens the cemetery office of the practice town.
func office(t *testing.T) (s stage, book string) {
	t.Helper()
	dir := t.TempDir()
	argv, err := friedhof.Install(dir)
	if err != nil {
		t.Fatal(err)
	}
	session, err := desktop.Driver{}.Begin(t.Context(), scenarios.Location{System: "friedhof", Program: argv})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(session.Close)
	return stage{t, session, ""}, friedhof.Ledger(dir)
}

// holder is the row of a grave.
func holder(a act.Action, grave string) act.Action {
	a.Row = []act.Cell{{Column: "Grab", Text: grave}}
	return a
}

// TestFriedhof: who holds a grave is changed as a clerk does it, and the
// program's own ledger says so, once.
func TestFriedhof(t *testing.T) {
	t.Parallel()
	s, book := office(t)
	save := act.Action{Verb: act.Click, Answer: &act.Answer{Says: "Änderungen an Grab W-A-002 speichern?", Accept: true}}
	s.must("label: Suche", fill("müller"))
	s.must("role=button; name: Suchen", click)
	s.halts("column: Nachname", act.Action{Verb: act.Click, Row: []act.Cell{{Column: "Nachname", Text: "Müller"}}}, fault.Halted, "2 table rows")
	s.must("column: Nachname", holder(act.Action{Verb: act.Click}, "W-A-002"))
	s.must("role=menu item; name: Bearbeiten…", click)
	form := "window=Grab bearbeiten; "
	s.must(form+"label: Nachname", fill(""))
	s.must(form+"role=button; name: Speichern", act.Action{Verb: act.Click, Answer: &act.Answer{Says: "darf nicht leer sein", Accept: true}})
	s.must(form+"label: Nachname", fill("Đặng-Müller"))
	s.must(form+"label left: Nutzung bis", fill("30.06.2049"))
	s.must(form+"role=button; name: Speichern", save)
	if got := s.must("column: Nutzung bis", holder(read, "W-A-002")).Value; got != "30.06.2049" {
		t.Errorf("the table shows %q", got)
	}
	if shown, err := s.session.Look(t.Context(), act.Look{Text: "Grab W-A-002 gespeichert", Within: patience}); !shown || err != nil {
		t.Errorf("the program does not say that it saved: %v", err)
	}
	entries, err := ledger.Read(book)
	if err != nil || len(entries) != 1 || entries[0].Key != "W-A-002" || len(entries[0].Changes) != 2 || entries[0].Changes[0].New != "Đặng-Müller" {
		t.Errorf("the ledger says %+v: %v", entries, err)
	}
}
