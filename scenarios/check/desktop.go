// SPDX-License-Identifier: EUPL-1.2

package check

import (
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// ofPrograms checks that a step is one that programs with windows know.
func (c *checker) ofPrograms(s *scenarios.Step) {
	switch s.Act.(type) {
	case *scenarios.Open, *scenarios.Drag, *scenarios.Upload, *scenarios.Download, *scenarios.Print:
		c.report.Errorf(s.At, speech.Say("a program on the desktop has no pages, downloads or dragging for %q", "ein Programm am Schreibtisch hat keine Seiten, kein Herunterladen und kein Ziehen für „%s“", s.Act.Verb()),
			speech.Say("programs know fill, choose, tick, click, press, read, dialog, look, wait and expect", "Programme kennen fill, choose, tick, click, press, read, dialog, look, wait und expect"))
	}
}

// programPlace checks that what is worked on the desktop is a program, and
// nothing else is.
func programPlace(report *source.Report, sys *scenarios.System, l *scenarios.Location) {
	isProgram := len(l.Program) > 0
	if isProgram == (sys.Kind == scenarios.Desktop) || !isProgram && l.Address == "" {
		return
	}
	report.Errorf(l.At, speech.Say("a system of kind %s is not entered this way", "ein System der Art %s betritt man so nicht", sys.Kind),
		speech.Say("kind: desktop has program: [PATH, ARGUMENT], every other kind has address:", "kind: desktop hat program: [PFAD, ARGUMENT], jede andere Art hat address:"))
}
