// SPDX-License-Identifier: EUPL-1.2

// Package exchange carries scenarios to and from the recorders of others:
// Chrome's DevTools Recorder and Selenium IDE. What a recording says and a
// scenario cannot is refused by name and place; what needs no counterpart is
// left out with a remark. Nothing is taken over by half.
package exchange

import (
	"path"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// MaxBytes bounds the files that are read.
const MaxBytes = 5 << 20

// maxSteps bounds the steps of one recording.
const maxSteps = 5000

// Options say how a recording becomes a scenario.
type Options struct {
	// Parameterise makes an input of every value that was typed.
	Parameterise bool
}

// Draft is the scenario that a recording became, and where its systems were.
type Draft struct {
	Scenario  *scenarios.Scenario
	Locations []scenarios.Location
}

// Read reads a recording, by its content. It gives nil where report holds an
// error.
func Read(report *source.Report, name string, data []byte, o Options) *Draft {
	n := parse(report, name, data)
	if n == nil {
		return nil
	}
	d := newDraft(report, o)
	d.scenario.Title = strings.TrimSuffix(path.Base(name), path.Ext(name))
	switch {
	case n.get("steps") != nil:
		readChrome(d, n)
	case n.get("tests") != nil:
		readSide(d, n)
	default:
		report.Errorf(n.at, speech.Say("this is no recording of Chrome or Selenium IDE", "das ist keine Aufzeichnung von Chrome oder Selenium IDE"),
			speech.Say("export it from Chrome's Recorder as JSON, or save the project as .side", "exportieren Sie sie aus Chromes Recorder als JSON, oder speichern Sie das Projekt als .side"))
	}
	return d.finished(n.at)
}
