// SPDX-License-Identifier: EUPL-1.2

package recorder

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/sentences"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Sentence is one line of what the recording says so far.
type Sentence struct {
	// Number is the step's, such as 1.2; Depth how deep it stands.
	Number string
	Depth  int
	Text   string
	// Irreversible marks what is proposed as a commit.
	Irreversible bool
}

// Sentences say what has been recorded so far, as the finished scenario would
// be told: cheap enough to be asked after every event. A recording that says
// nothing yet has none.
func Sentences(events []event.Event, lang speech.Lang) []Sentence {
	d, err := draft.New(plain(events), draft.Options{Lang: lang})
	if err != nil {
		return nil
	}
	c := checked(d.Scenario)
	if c == nil {
		return nil
	}
	doc := sentences.Scenario(c, lang)
	var out []Sentence
	for _, sys := range doc.Systems {
		out = flat(out, sys.LogIn, 0)
	}
	out = flat(out, doc.Steps, 0)
	for _, sys := range doc.Systems {
		out = flat(out, sys.LogOut, 0)
	}
	return out
}

// plain are the events without what sentences do not say: how pages and
// elements looked.
func plain(events []event.Event) []event.Event {
	out := slices.Clone(events)
	for i := range out {
		out[i].Page.Siblings = nil
		if t := out[i].Target; t != nil {
			bare, f := *t, t.Fingerprint
			bare.Fingerprint = scenarios.Fingerprint{Path: f.Path, Label: f.Label, Placeholder: f.Placeholder, Title: f.Title, Name: f.Name, ID: f.ID}
			out[i].Target = &bare
		}
	}
	return out
}

// checked is the draft with everything compiled, as sentences need it: they
// find expressions by their places in the file.
func checked(s *scenarios.Scenario) *check.Checked {
	folder, err := format.Memory(format.Write(s))
	if err != nil {
		return nil
	}
	var report source.Report
	again, err := format.Folder(&report, folder, "")
	if err != nil || again == nil {
		return nil
	}
	return check.Scenario(&report, again)
}

func flat(out []Sentence, steps []sentences.Sentence, depth int) []Sentence {
	for _, s := range steps {
		out = append(out, Sentence{Number: s.Number, Depth: depth, Text: s.Text, Irreversible: s.Irreversible})
		if s.Irreversible {
			continue // how it is verified is told at the end
		}
		for _, p := range s.Parts {
			out = flat(out, p.Steps, depth+1)
		}
	}
	return out
}
