// SPDX-License-Identifier: EUPL-1.2

// Package heal keeps proposals: what elements have become that have changed. A
// proposal changes no scenario; a person approves or rejects it, and what was
// decided once is not asked again.
package heal

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// State is what became of a proposal.
type State string

// The states of a proposal.
const (
	Open     State = "open"
	Approved State = "approved"
	Rejected State = "rejected"
)

// Proposal is one that is kept.
type Proposal struct {
	ID    string `json:"id"`
	State State  `json:"state"`
	// Folder is the scenario's, and System, Screen and Element name the element
	// in it.
	Folder  string `json:"folder"`
	System  string `json:"system"`
	Screen  string `json:"screen"`
	Element string `json:"element"`
	// Was is the element as it was recorded, Now as it is found today.
	Was Look `json:"was"`
	Now Look `json:"now"`
	// Trust is how likely it is right, 0 to 1; Share and Rival are what the
	// element and the next best one had of all votes.
	Trust   float64     `json:"trust"`
	Share   float64     `json:"share"`
	Rival   float64     `json:"rival"`
	Because speech.Text `json:"because"`
	// Picture is the path of a masked picture of the element today, or "".
	Picture string `json:"picture,omitempty"`
}

// Look is what an element is called, and how it is found.
type Look struct {
	Name        string                `json:"name"`
	Role        string                `json:"role"`
	Found       []scenarios.Candidate `json:"found"`
	Fingerprint scenarios.Fingerprint `json:"fingerprint,omitzero"`
	Picture     string                `json:"picture,omitempty"`
}

func look(e scenarios.Element) Look { return Look{e.Name, e.Role, e.Found, e.Fingerprint, e.Picture} }

// Store is a folder of proposals.
type Store struct{ folder disk.Folder }

// In is the store in a folder, which is made with the first proposal.
func In(dir string) Store { return Store{disk.At(dir)} }

// Put keeps a proposal for a scenario's folder. One that is known already is
// not kept again, whatever was decided about it.
func (s Store) Put(folder string, p act.Proposal) error {
	_, err := s.Keep(folder, p)
	return err
}

// Keep does what Put does, and gives the proposal as it is kept.
func (s Store) Keep(folder string, p act.Proposal) (Proposal, error) {
	kept := Proposal{
		State: Open, Folder: folder, System: p.System, Screen: p.Screen, Element: p.Old.Name, Was: look(p.Old), Now: look(p.New),
		Trust: p.Trust, Share: p.Share, Rival: p.Rival, Because: p.Because,
	}
	kept.Now.Picture = ""
	kept.ID = id(kept)
	if known, err := s.Get(kept.ID); err == nil {
		return known, nil
	}
	if len(p.Picture) > 0 {
		kept.Picture = filepath.Join(s.folder.Path(), kept.ID+".png")
		if err := s.folder.Put(kept.ID+".png", p.Picture); err != nil {
			return kept, err
		}
	}
	return kept, s.write(kept)
}

// id names a proposal by what it proposes.
func id(p Proposal) string {
	h := sha256.New()
	_ = json.NewEncoder(h).Encode([]any{p.Folder, p.System, p.Screen, p.Element, p.Was.Found, p.Now.Found})
	return hex.EncodeToString(h.Sum(nil))[:8]
}

func (s Store) write(p Proposal) error {
	data, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return fault.Wrap(fault.Internal, "heal.write", speech.Say("a proposal cannot be written", "ein Vorschlag lässt sich nicht aufschreiben"), err)
	}
	return s.folder.Put(p.ID+".json", append(data, '\n'))
}

// Get finds a proposal by its id.
func (s Store) Get(id string) (Proposal, error) {
	var p Proposal
	data, err := s.folder.Read(filepath.Base(id) + ".json")
	if err == nil && len(data) > 0 {
		err = json.Unmarshal(data, &p)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && p.ID == "":
		return p, fault.New(fault.Usage, "heal.get", speech.Say("there is no proposal %q", "es gibt keinen Vorschlag „%s“", id)).
			WithHint(speech.Say("see heinzel heal list", "siehe heinzel heal list"))
	case err != nil:
		return p, fault.Wrap(fault.Usage, "heal.get", speech.Say("the proposal %q cannot be read", "der Vorschlag „%s“ lässt sich nicht lesen", id), err)
	}
	return p, nil
}

// List are all proposals, those of one element beside each other.
func (s Store) List() ([]Proposal, error) {
	files, err := os.ReadDir(s.folder.Path())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fault.Wrap(fault.Usage, "heal.list", speech.Say("the proposals cannot be read", "die Vorschläge lassen sich nicht lesen"), err)
	}
	var out []Proposal
	for _, file := range files {
		if id, is := strings.CutSuffix(file.Name(), ".json"); is {
			p, err := s.Get(id)
			if err != nil {
				return nil, err
			}
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b Proposal) int { return strings.Compare(a.place(), b.place()) })
	return out, nil
}

func (p Proposal) place() string {
	return strings.Join([]string{p.Folder, p.System, p.Screen, p.Element, p.ID}, "\x00")
}

// Decide notes what became of a proposal.
func (s Store) Decide(id string, state State) error {
	p, err := s.Get(id)
	if err != nil {
		return err
	}
	if p.State != Open {
		return fault.New(fault.Usage, "heal.decide", speech.Say("the proposal %s was %s already", "über den Vorschlag %s wurde schon entschieden: %s", id, p.State))
	}
	p.State = state
	return s.write(p)
}
