// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/recorder/heal"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// finger is a session in which a person points at once.
type finger struct {
	run.Session
	at scenarios.Element
}

func (f finger) Point(_ context.Context, a act.Action) (act.Proposal, error) {
	return act.Proposal{System: "register", Screen: a.Screen.Name, Old: *a.Element, New: f.at, Trust: 1}, nil
}

// What a person points at where a step failed waits as a proposal.
func TestPointAgain(t *testing.T) {
	t.Setenv("HEINZEL_HOME", t.TempDir())
	var out, said bytes.Buffer
	a := &app{out: &out, err: &said, lang: "de"}
	keep, err := a.keeper("scenario")
	if err != nil {
		t.Fatal(err)
	}
	c := &companion{app: a, lines: readLines(strings.NewReader("j\n\n")), person: true, values: true, keep: keep, options: tryOptions{runOptions: runOptions{headful: true}}}
	name := scenarios.Element{Name: "Nachname", Found: []scenarios.Candidate{{By: scenarios.ByLabelLeft, What: "Nachname", Matched: 1}}}
	now := scenarios.Element{Name: "Familienname", Role: "textbox", Found: []scenarios.Candidate{{By: scenarios.ByLabelLeft, What: "Familienname", Matched: 1}}}
	doubt := &act.Doubt{Target: "person/Nachname", Ways: []act.Clue{{By: scenarios.ByLabelLeft, What: "Nachname"}}, Near: []act.Rival{{Describe: "textbox Familienname", Score: 0.6}}}
	c.After(t.Context(), run.Ended{
		Step: &scenarios.Step{Number: "3.2", Act: &scenarios.Click{}}, How: run.Failed, Session: finger{at: now},
		Action: act.Action{Screen: &scenarios.Screen{Name: "person"}, Element: &name}, Err: fault.Wrap(fault.Halted, "browser.find", speech.Say("in doubt", "im Zweifel"), doubt),
	})
	for _, want := range []string{"erwartet", "den Text links davon „Nachname“  nichts", "am ähnlichsten: textbox Familienname (60 %)", "heinzel heal approve "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("there is no %q in\n%s", want, out.String())
		}
	}
	store, err := proposals()
	if err != nil {
		t.Fatal(err)
	}
	list, err := store.List()
	if err != nil || len(list) != 1 || list[0].State != heal.Open || list[0].Now.Name != "Familienname" {
		t.Errorf("kept was %+v, %v", list, err)
	}
	if !strings.Contains(said.String(), "noch einmal darauf zeigen?") {
		t.Errorf("asked was %s", said.String())
	}
}
