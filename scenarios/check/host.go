// SPDX-License-Identifier: EUPL-1.2

package check

import (
	"net/url"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// host checks what a terminal needs: screens that are told apart before
// anything is typed on them.
func (c *checker) host(sys *scenarios.System) {
	elements := c.Scenario.Elements[sys.Name]
	if sys.Kind != scenarios.Host || elements == nil {
		return
	}
	for _, screen := range elements.Screens {
		if screen.RecognisedBy == "" {
			c.report.Errorf(screen.At, speech.Say("the screen %q does not say what it is recognised by; on a terminal nothing is typed without knowing that", "die Maske „%s“ sagt nicht, woran man sie erkennt; an einem Terminal wird ohne das nichts eingegeben", screen.Name),
				speech.Say("write recognised by: {text: …}, such as the number of the mask in its corner", "schreiben Sie recognised by: {text: …}, etwa die Nummer der Maske in ihrer Ecke"))
		}
	}
}

// ofTerminals checks that a step is one that a terminal knows.
func (c *checker) ofTerminals(s *scenarios.Step) {
	asked := false
	switch a := s.Act.(type) {
	case *scenarios.Open, *scenarios.Drag, *scenarios.Upload, *scenarios.Download, *scenarios.Print, *scenarios.Dialog:
		asked = true
	case *scenarios.Click:
		asked = a.Dialog != nil || a.Double
	case *scenarios.Commit:
		asked = a.Dialog != nil
	}
	if asked {
		c.report.Errorf(s.At, speech.Say("a terminal has no pages, files, mouse or message boxes for %q", "ein Terminal hat keine Seiten, Dateien, Maus oder Meldungsfenster für „%s“", s.Act.Verb()),
			speech.Say("a terminal knows fill, choose, tick, click, press, read, look, wait and expect", "ein Terminal kennt fill, choose, tick, click, press, read, look, wait und expect"))
	}
}

// terminalPlace checks that a system is where its kind can be: a host at its terminal's
// address, everything else at a web address.
func terminalPlace(report *source.Report, sys *scenarios.System, l *scenarios.Location) {
	u, err := url.Parse(l.Address)
	if err != nil || l.Address == "" {
		return // said where it was read
	}
	terminal := strings.HasPrefix(u.Scheme, "tn3270")
	switch {
	case terminal != (sys.Kind == scenarios.Host):
		report.Errorf(l.At, speech.Say("%s is no address for a system of kind %s", "%s ist keine Adresse für ein System der Art %s", l.Address, sys.Kind),
			speech.Say("a host has tn3270://HOST:PORT?codepage=cp273, or tn3270s:// where it is encrypted", "ein Host hat tn3270://HOST:PORT?codepage=cp273, oder verschlüsselt tn3270s://"))
	case terminal && u.Query().Get("codepage") == "":
		report.Errorf(l.At, speech.Say("the address does not say which code page the host uses", "die Adresse sagt nicht, welche Codepage der Host verwendet"),
			speech.Say("ask those who run it, and write ?codepage=cp273 at its end; a wrong one reads and writes other letters", "fragen Sie den Betreiber und schreiben Sie ?codepage=cp273 an ihr Ende; eine falsche liest und schreibt andere Zeichen"))
	case u.Scheme == "tn3270" && len(l.Secrets) > 0 && !isHere(u.Hostname()):
		report.Warnf(l.At, speech.Say("the passwords of %s go to the host without encryption", "die Kennwörter von %s gehen unverschlüsselt an den Host", l.System),
			speech.Say("does the host have an address with tn3270s?", "hat der Host eine Adresse mit tn3270s?"))
	}
}
