// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// mask is a screen as a recorder keeps it: every field with all ways that lead
// to it, and its fingerprint.
func mask(s stage, fields ...string) *scenarios.Screen {
	s.Helper()
	screen := &scenarios.Screen{Name: "person"}
	for _, words := range fields {
		_, e := thing(words)
		found, err := s.session.Survey(s.Context(), act.Action{Screen: screen, Element: e})
		if err != nil || found.State != act.Certain || len(found.Now.New.Found) < 3 {
			s.Fatalf("%s is %v: %+v", words, err, found)
		}
		recorded := found.Now.New
		recorded.Name = e.Name
		screen.Elements = append(screen.Elements, recorded)
	}
	return screen
}

// proposing starts a browser whose proposals are kept.
func proposing(t *testing.T, to *[]act.Proposal) stage {
	t.Helper()
	address := site(t)
	d := browser.Driver{Options: options(t.TempDir()), Propose: func(p act.Proposal) { *to = append(*to, p) }}
	s, err := d.Begin(t.Context(), scenarios.Location{System: "register", Address: address + "/changed.html", Origins: []string{address}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return stage{t, s, address}
}

func TestElementsThatChanged(t *testing.T) {
	t.Parallel()
	var proposals []act.Proposal
	s := proposing(t, &proposals)
	screen := mask(s, "label left: Personennummer; role=textbox", "label left: Nachname; role=textbox", "label left: Vorname; role=textbox", "label left: Geburtsdatum; role=textbox", "name: Speichern; role=button")
	name, save := &screen.Elements[1], &screen.Elements[4]

	s.goTo("changed.html?renamed")
	_, err := s.session.Do(t.Context(), act.Action{Verb: act.Fill, Screen: screen, Element: name, Text: "Maier", Within: brief})
	if err != nil && (fault.KindOf(err) != fault.Halted || !strings.Contains(err.Error(), "has changed")) {
		t.Fatalf("a field with another label: %v", err)
	}
	if len(proposals) != 1 || proposals[0].New.Fingerprint.Name != "famname" || proposals[0].Old.Name != "Nachname" || len(proposals[0].Picture) == 0 {
		t.Fatalf("proposed was %+v", proposals)
	}
	effect, err := s.session.Do(t.Context(), act.Action{Verb: act.Fill, Screen: screen, Element: name, Text: "Maier", Within: brief, Heals: true})
	if err != nil || !effect.Moved {
		t.Fatalf("where it may, the robot goes on: %+v %v", effect, err)
	}
	if _, err := s.session.Do(t.Context(), act.Action{Verb: act.Click, Screen: screen, Element: save, Within: brief}); err == nil && s.log() != "saved Maier" {
		t.Errorf("noted was %q", s.log())
	}

	s.goTo("changed.html?moved")
	if _, err := s.session.Do(t.Context(), act.Action{Verb: act.Fill, Screen: screen, Element: name, Text: "Maier", Within: brief}); err != nil {
		t.Errorf("a field that stands elsewhere: %v", err)
	}
	for _, page := range []string{"twin", "gone"} {
		s.goTo("changed.html?" + page)
		_, err := s.session.Do(t.Context(), act.Action{Verb: act.Fill, Screen: screen, Element: name, Text: "Maier", Within: brief, Heals: true})
		s.failed(err, fault.Halted, "")
	}
}

func TestSurvey(t *testing.T) {
	t.Parallel()
	var proposals []act.Proposal
	s := proposing(t, &proposals)
	screen := mask(s, "label left: Personennummer; role=textbox", "label left: Nachname; role=textbox", "label left: Vorname; role=textbox", "label left: Geburtsdatum; role=textbox")
	for _, c := range []struct {
		page string
		want act.State
	}{
		{"changed.html", act.Certain},
		{"changed.html?moved", act.Moved},
		{"changed.html?twin", act.Doubtful},
		{"changed.html?gone", act.Missing},
	} {
		s.goTo(c.page)
		found, err := s.session.Survey(t.Context(), act.Action{Screen: screen, Element: &screen.Elements[1]})
		if err != nil || found.State != c.want {
			t.Errorf("%s: %v, %+v, not %s", c.page, err, found, c.want)
		}
	}
}
