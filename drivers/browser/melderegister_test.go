// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/practice"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

// clerk is a robot's hand on one system; every step must succeed.
type clerk struct {
	t        *testing.T
	session  *browser.Session
	elements *scenarios.Elements
}

func (c clerk) act(verb act.Verb, target, text string, row ...act.Cell) (act.Effect, error) {
	screen, element, _ := strings.Cut(target, "/")
	s, e := c.elements.Find(scenarios.Target{Screen: screen, Element: element})
	if e == nil {
		c.t.Fatalf("no element %s", target)
	}
	return c.session.Do(c.t.Context(), act.Action{Verb: verb, Screen: s, Element: e, Text: text, Row: row, Within: 10 * time.Second})
}

func (c clerk) fill(target, text string)             { c.must(c.act(act.Fill, target, text)) }
func (c clerk) click(target string, row ...act.Cell) { c.must(c.act(act.Click, target, "", row...)) }

func (c clerk) read(target string) string { return c.must(c.act(act.Read, target, "")).Value }

func (c clerk) must(e act.Effect, err error) act.Effect {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
	return e
}

func register(t *testing.T, switches practice.Switches) (clerk, *practice.Town) {
	t.Helper()
	town, err := practice.Start(t.Context(), practice.Options{Dir: t.TempDir(), Switches: switches})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { town.Close() })
	s, err := browser.Driver{Options: options("")}.Begin(t.Context(), scenarios.Location{
		Address: town.MelderegisterURL() + "/", Origins: []string{town.MelderegisterURL()},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	c := clerk{t, s, elements(t, "melderegister")}
	c.login()
	return c, town
}

func (c clerk) login() {
	c.fill("anmeldung/Kennung", practice.MelderegisterUser)
	s, e := c.elements.Find(scenarios.Target{Screen: "anmeldung", Element: "Kennwort"})
	c.must(c.session.Do(c.t.Context(), act.Action{Verb: act.Fill, Screen: s, Element: e, Secret: secret.New(practice.MelderegisterPassword), Within: 10 * time.Second}))
	c.click("anmeldung/Anmelden")
}

func elements(t *testing.T, system string) *scenarios.Elements {
	t.Helper()
	name := "../../scenarios/examples/namensaenderung/elements/" + system + ".yaml"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var report source.Report
	e := v1.Elements(&report, yaml.Read(&report, name, data))
	if report.Failed() {
		t.Fatal(report.Sorted())
	}
	return e
}

func TestAClerkChangesAName(t *testing.T) {
	t.Parallel()
	c, town := register(t, practice.Switches{})
	c.click("navigation/Suche")
	c.click("suche/Personensuche")
	c.fill("personensuche/Vorname", "Marie")
	c.fill("personensuche/Geburtsdatum", "13.05.1994")
	c.click("personensuche/Suchen")
	c.click("treffer/übernehmen", act.Cell{Column: "Nachname", Text: "Schneider"})
	c.click("suche/Laden")
	if got := c.read("person/Nachname"); got != "Schneider" {
		t.Errorf("the register shows %q", got)
	}
	if got := c.read("person/Personennummer"); got != "0040219" {
		t.Errorf("the number reads %q", got)
	}
	c.fill("person/Nachname", "Đặng Thị Hằng")
	c.fill("person/Änderungsdatum", "02.06.2026")
	s, e := c.elements.Find(scenarios.Target{Screen: "person", Element: "Speichern"})
	effect := c.must(c.session.Do(t.Context(), act.Action{Verb: act.Click, Screen: s, Element: e, Within: 10 * time.Second, Answer: &act.Answer{Says: "Änderungen speichern?", Accept: true}}))
	if effect.Said != "Änderungen speichern?" {
		t.Errorf("the message box said %q", effect.Said)
	}
	if shown, err := c.session.Look(t.Context(), act.Look{Text: "Datensatz gespeichert.", Within: 5 * time.Second}); !shown {
		t.Errorf("saved is not shown: %v", err)
	}
	entries, err := ledger.Read(town.MelderegisterLedger())
	if err != nil || len(entries) != 1 {
		t.Fatalf("the ledger holds %v, %v", entries, err)
	}
	if name, _ := entries[0].Field("famname"); name.New != "Đặng Thị Hằng" || name.Count != 1 {
		t.Errorf("the ledger says %+v", name)
	}
}

func TestTwinsAreDoubt(t *testing.T) {
	t.Parallel()
	c, _ := register(t, practice.Switches{})
	c.click("suche/Personensuche")
	c.fill("personensuche/Nachname", "Schmidt")
	c.fill("personensuche/Vorname", "Thomas")
	c.click("personensuche/Suchen")
	_, err := c.act(act.Click, "treffer/übernehmen", "", act.Cell{Column: "Vorname", Text: "Thomas"}, act.Cell{Column: "Geburtsdatum", Text: "21.06.1978"})
	doubt, ok := errors.AsType[*act.Doubt](err)
	if fault.KindOf(err) != fault.Halted || !ok || len(doubt.Rows) != 2 {
		t.Fatalf("want a halt that shows both rows, got %v", err)
	}
}

func TestADriftedMaskHalts(t *testing.T) {
	t.Parallel()
	c, town := register(t, practice.DemoSwitches())
	c.fill("suche/Personennummer", practice.DriftedPerson)
	c.click("suche/Laden")
	_, err := c.act(act.Fill, "person/Nachname", "Falsch")
	if fault.KindOf(err) != fault.Halted {
		t.Fatalf("want a halt, got %v", err)
	}
	if entries, _ := ledger.Read(town.MelderegisterLedger()); len(entries) != 0 {
		t.Errorf("the ledger holds %v", entries)
	}
}

func TestServerErrorIsTechnical(t *testing.T) {
	t.Parallel()
	c, _ := register(t, practice.DemoSwitches())
	c.fill("suche/Personennummer", practice.FailingPerson)
	c.click("suche/Laden")
	s, e := c.elements.Find(scenarios.Target{Screen: "person", Element: "Nachname"})
	_, err := c.session.Do(t.Context(), act.Action{Verb: act.Read, Screen: s, Element: e, Within: time.Second})
	if fault.KindOf(err) != fault.Technical {
		t.Fatalf("want a technical fault, got %v", err)
	}
}

// What waits for thirty seconds must not outlast its end: the bound tells
// ending from waiting, and leaves a busy machine its time.
func TestStopIsQuick(t *testing.T) {
	t.Parallel()
	c, _ := register(t, practice.Switches{})
	ctx, cancel := context.WithCancel(t.Context())
	s, e := c.elements.Find(scenarios.Target{Screen: "person", Element: "Nachname"})
	time.AfterFunc(50*time.Millisecond, cancel)
	began := time.Now()
	_, err := c.session.Do(ctx, act.Action{Verb: act.Read, Screen: s, Element: e, Within: 30 * time.Second})
	if !errors.Is(err, context.Canceled) || time.Since(began) > 15*time.Second {
		t.Errorf("stopped after %v with %v", time.Since(began), err)
	}
}
