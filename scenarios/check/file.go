// SPDX-License-Identifier: EUPL-1.2

package check

import (
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// file checks the steps that move files. The name of a file may say whom it is
// about: it is personal, whatever the case brought along.
func (c *checker) file(s *scenarios.Step, at place) {
	switch a := s.Act.(type) {
	case *scenarios.Upload:
		c.target(a.Target, s, at)
		c.operand(a.With, value.Type{})
		c.inside(a.With)
	case *scenarios.Download:
		c.target(a.Target, s, at)
		c.declare(a.Into, personal(value.Of(value.Text)), s.At)
	case *scenarios.Print:
		c.screen(a.Screen, s, at)
		c.declare(a.Into, personal(value.Of(value.Text)), s.At)
	}
}

// inside refuses names that lead out of the folder already here; the same is
// held again when the file is opened.
func (c *checker) inside(with scenarios.Operand) {
	if with.IsExpr {
		return
	}
	for name := range strings.Lines(with.Text) {
		if !scenarios.IsFileName(strings.TrimSpace(name)) {
			c.report.Errorf(with.At, speech.Say("%q is no file below the scenario's folder", "„%s“ ist keine Datei unterhalb des Ablaufordners", strings.TrimSpace(name)),
				speech.Say("write its path from there, with /", "schreiben Sie ihren Pfad von dort aus, mit /"))
		}
	}
}

func (c *checker) screen(name string, s *scenarios.Step, at place) {
	if !c.onScreen(s, at) {
		return
	}
	if elements := c.Scenario.Elements[at.system.Name]; elements != nil && elements.Screen(name) == nil {
		c.report.Errorf(s.At, speech.Say("there is no screen %q in elements/%s.yaml", "in elements/%[2]s.yaml gibt es keine Maske „%[1]s“", name, at.system.Name), source.DidYouMean(name, screens(elements)))
	}
}
