// SPDX-License-Identifier: EUPL-1.2

package revision

import (
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/recorder/draft"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// reviser compares a scenario with a draft.
type reviser struct {
	old, fresh *scenarios.Scenario
	files      map[string][]byte
	edits      map[string]*edits
	changes    []Change
	systems    map[string]string            // of the draft, by their old names
	screens    map[place]string             // likewise, by system and screen
	elements   map[place]scenarios.Target   // likewise, by system, screen and element
	known      map[place]*scenarios.Element // the old element of a draft's
	names      map[string]string            // of values
	taken      map[string]bool
}

// place names a thing of the draft.
type place struct{ system, screen, element string }

func newReviser(old *scenarios.Scenario, files map[string][]byte, d *draft.Draft) *reviser {
	return &reviser{
		old: old, fresh: d.Scenario, files: maps.Clone(files), edits: map[string]*edits{}, systems: map[string]string{}, screens: map[place]string{},
		elements: map[place]scenarios.Target{}, known: map[place]*scenarios.Element{}, names: map[string]string{}, taken: map[string]bool{},
	}
}

func (r *reviser) say(kind Kind, en, de string, args ...any) {
	r.changes = append(r.changes, Change{kind, speech.Say(en, de, args...)})
}

func (r *reviser) edit(file string) *edits {
	if r.edits[file] == nil {
		r.edits[file] = &edits{}
	}
	return r.edits[file]
}

// match finds every system, screen and element of the draft in the old
// scenario, each at most once, the surest first.
func (r *reviser) match() {
	for _, sys := range r.fresh.Systems {
		best, most := "", 0
		for _, o := range r.old.Systems {
			if o.Kind != scenarios.Browser || slices.Contains(values(r.systems), o.Name) {
				continue
			}
			if n := r.overlap(o.Name, sys.Name); n > most {
				best, most = o.Name, n
			}
		}
		if best != "" {
			r.systems[sys.Name] = best
			r.matchScreens(best, sys.Name)
			if len(sys.LogIn) > 0 && len(r.old.System(best).LogIn) == 0 {
				r.say(ByHand, "the recording logs in to %s, and the scenario does not", "die Aufzeichnung meldet sich an %s an, der Ablauf nicht", r.old.System(best).Title)
			}
		}
	}
}

func values(m map[string]string) (out []string) {
	for _, v := range m {
		out = append(out, v)
	}
	return out
}

// overlap is how much two systems have in common.
func (r *reviser) overlap(old, fresh string) (sum int) {
	for _, s := range screensOf(r.fresh, fresh) {
		best := 0
		for _, o := range screensOf(r.old, old) {
			best = max(best, likeness(o, s))
		}
		sum += best
	}
	if old == fresh {
		sum++
	}
	return sum
}

func screensOf(s *scenarios.Scenario, system string) []scenarios.Screen {
	if e := s.Elements[system]; e != nil {
		return e.Screens
	}
	return nil
}

// likeness is how much two screens have in common; 0 where they are not the
// same.
func likeness(old, fresh scenarios.Screen) (sum int) {
	for _, e := range fresh.Elements {
		best := 0
		for _, o := range old.Elements {
			best = max(best, agreement(o, e))
		}
		sum += best
	}
	switch {
	case sum == 0 && old.Name != fresh.Name:
		return 0
	case old.Name == fresh.Name:
		sum += 5
	}
	if old.RecognisedBy != "" && old.RecognisedBy == fresh.RecognisedBy {
		sum += 10
	}
	if len(old.Frame) != len(fresh.Frame) || (old.Window.Title == "") != (fresh.Window.Title == "") {
		sum -= 8
	}
	return sum
}

// pair is an old thing and a new one, and how sure it is that they are one.
type pair struct{ old, fresh, score int }

// best pairs things, the surest first; each has one partner.
func best(olds, freshs int, score func(old, fresh int) int) (out []pair) {
	var all []pair
	for o := range olds {
		for f := range freshs {
			if n := score(o, f); n > 0 {
				all = append(all, pair{o, f, n})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int { return b.score - a.score })
	for _, p := range all {
		if !slices.ContainsFunc(out, func(q pair) bool { return q.old == p.old || q.fresh == p.fresh }) {
			out = append(out, p)
		}
	}
	return out
}

func (r *reviser) matchScreens(oldSystem, freshSystem string) {
	olds, freshs := screensOf(r.old, oldSystem), screensOf(r.fresh, freshSystem)
	for _, p := range best(len(olds), len(freshs), func(o, f int) int { return likeness(olds[o], freshs[f]) }) {
		o, f := &olds[p.old], &freshs[p.fresh]
		r.screens[place{freshSystem, f.Name, ""}] = o.Name
		for _, q := range best(len(o.Elements), len(f.Elements), func(a, b int) int { return agreement(o.Elements[a], f.Elements[b]) }) {
			at := place{freshSystem, f.Name, f.Elements[q.fresh].Name}
			r.known[at] = &o.Elements[q.old]
			r.elements[at] = scenarios.Target{Screen: o.Name, Element: o.Elements[q.old].Name}
		}
	}
}

// agreement is how surely two descriptions are of one element: by the ways
// that they share, and else by what it looks like.
func agreement(old, fresh scenarios.Element) int {
	if old.Role != "" && fresh.Role != "" && old.Role != fresh.Role && !(shows(old.Role) && shows(fresh.Role)) {
		return 0
	}
	shared := 0
	for _, w := range fresh.Found {
		if slices.ContainsFunc(old.Found, func(o scenarios.Candidate) bool { return o.By == w.By && o.What == w.What }) {
			shared++
		}
	}
	same, compared := alike(old.Fingerprint, fresh.Fingerprint)
	switch {
	case shared > 0:
		return 10*shared + same
	case compared >= 3 && same*5 >= compared*3:
		return same
	}
	return 0
}

func shows(role string) bool { return role == "text" || role == "cell" }

func alike(a, b scenarios.Fingerprint) (same, compared int) {
	for _, p := range [][2]string{
		{a.Tag, b.Tag}, {a.Type, b.Type}, {a.ID, b.ID}, {a.Name, b.Name}, {a.Text, b.Text}, {a.Label, b.Label}, {a.Value, b.Value}, {a.Path, b.Path}, {a.Href, b.Href},
	} {
		if p[0] == "" || p[1] == "" {
			continue
		}
		compared++
		if p[0] == p[1] {
			same++
		}
	}
	return same, compared
}
