// SPDX-License-Identifier: EUPL-1.2

// Package revision brings an existing scenario up to a new recording of the
// same task. Elements that look otherwise now are described anew under the
// names that people gave them, steps that are new are put where they were
// done, and everything else stays letter by letter: titles, labels, rules,
// conditions, comments, and steps that a person added.
package revision

import (
	"bytes"
	"maps"

	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Revision is what a new recording changes.
type Revision struct {
	// Files are those of the scenario's folder that change, by their paths below
	// it.
	Files map[string][]byte
	// Changes say every difference, in the order of the files.
	Changes []Change
}

// Change is one difference.
type Change struct {
	Kind Kind
	Says speech.Text
}

// Kind sorts changes.
type Kind string

// The kinds of changes. Unseen is what the recording did not do and what stays
// as it is; ByHand is what a person has to put in.
const (
	Renewed Kind = "renewed" // an element is found otherwise
	Added   Kind = "added"
	Unseen  Kind = "unseen"
	ByHand  Kind = "by hand"
)

// Of compares the files of a scenario's folder with a draft of a new
// recording. The draft is used up by it.
func Of(files map[string][]byte, d *draft.Draft) (*Revision, error) {
	old, err := read(files)
	if err != nil {
		return nil, err
	}
	r := newReviser(old, files, d)
	r.match()
	r.describe()
	r.steps()
	return r.finished()
}

// read reads and checks a folder that is in the memory.
func read(files map[string][]byte) (*scenarios.Scenario, error) {
	folder, err := format.Memory(files)
	if err != nil {
		return nil, fault.Wrap(fault.Internal, "revision.read", speech.Say("reading the scenario", "beim Lesen des Ablaufs"), err)
	}
	var report source.Report
	s, err := format.Folder(&report, folder, "")
	if err != nil {
		return nil, err
	}
	if s != nil && !report.Failed() {
		check.Scenario(&report, s)
	}
	if report.Failed() {
		for _, d := range report.Sorted() {
			if d.Severity == source.Error {
				return nil, fault.Wrap(fault.Usage, "revision.read", speech.Say("the scenario cannot be used as it is", "der Ablauf ist so nicht zu verwenden"), d)
			}
		}
	}
	return s, nil
}

// finished gives the files, once it is sure that they are a scenario.
func (r *reviser) finished() (*Revision, error) {
	all := maps.Clone(r.files)
	changed := map[string][]byte{}
	for name, e := range r.edits {
		text := e.apply(r.files[name])
		if !bytes.Equal(text, r.files[name]) {
			all[name], changed[name] = text, text
		}
	}
	if _, err := read(all); err != nil {
		return nil, fault.Wrap(fault.Internal, "revision.of", speech.Say("the recording cannot be joined with the scenario", "die Aufzeichnung lässt sich nicht mit dem Ablauf verbinden"), err).
			WithHint(speech.Say("make a new scenario of the recording, and compare the two", "machen Sie aus der Aufzeichnung einen neuen Ablauf, und vergleichen Sie beide"))
	}
	return &Revision{Files: changed, Changes: r.changes}, nil
}
