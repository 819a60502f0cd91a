// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/coverage"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// measure says how far the tests of rulebooks go, in files and in scenarios.
func (a *app) measure(paths []string, t trial) error {
	if t == (trial{}) {
		return nil
	}
	for _, path := range paths {
		books, err := a.books(path)
		if err != nil {
			return err
		}
		for _, name := range slices.Sorted(maps.Keys(books)) {
			a.measured(name, books[name], t)
		}
	}
	return nil
}

// books are the rulebooks at a path, or those of the scenario there.
func (a *app) books(path string) (map[string]*rules.Rulebook, error) {
	rulebooks, err := holdsRulebooks(path)
	if err != nil {
		return nil, err
	}
	out := map[string]*rules.Rulebook{}
	if rulebooks {
		s, err := a.shelve(path)
		if err != nil {
			return nil, err
		}
		for _, r := range s.books() {
			out[r.Book().At.File] = r
		}
		return out, nil
	}
	shown := filepath.ToSlash(path)
	var report source.Report
	c, err := robot.Check(&report, robot.Source{Scenario: os.DirFS(path), Shown: shown})
	if err != nil || c == nil {
		return nil, err
	}
	for name, r := range c.Rulebooks {
		out[shown+": "+name] = r
	}
	return out, nil
}

func (a *app) measured(name string, r *rules.Rulebook, t trial) {
	if t.coverage {
		a.covered(name, coverage.Of(r))
	}
	if t.propose {
		a.proposed(name, coverage.Propose(r))
	}
	if t.mutate {
		a.mutated(name, coverage.Mutate(r))
	}
}

func (a *app) covered(name string, c coverage.Report) {
	if a.json {
		a.object(a.out, map[string]any{"where": name, "coverage": c})
		return
	}
	rules, ofRules, points, ofPoints := c.Counted()
	a.say(speech.Say("%s: %d of %d rules, %d of %d points on thresholds and beside them", "%s: %d von %d Regeln, %d von %d Stellen auf Schwellen und daneben", name, rules, ofRules, points, ofPoints))
	for _, r := range c.Rules {
		if len(r.Tests) == 0 {
			a.say(speech.Say("  %s: in no test", "  %s: in keinem Prüffall", r.ID))
		}
	}
	for _, b := range c.Boundaries {
		if len(b.Tests) == 0 {
			a.say(speech.Say("  %s: %s = %s (%s %s): in no test", "  %s: %s = %s (%s %s): in keinem Prüffall", b.Rule, b.Term, b.Value, b.Side.Label(), b.Threshold))
		}
	}
}

func (a *app) proposed(name string, p coverage.Proposed) {
	if a.json {
		a.object(a.out, map[string]any{"where": name, "proposed": p})
		return
	}
	a.say(speech.Say("# %s: missing tests: %d; points without a case: %d", "# %s: fehlende Prüffälle: %d; Stellen ohne Fall: %d", name, len(p.Cases), p.Without))
	fmt.Fprint(a.out, p.YAML(a.speaks()))
}

func (a *app) mutated(name string, m coverage.Mutation) {
	if a.json {
		a.object(a.out, map[string]any{"where": name, "mutation": m, "score": m.Score()})
		return
	}
	a.say(speech.Say("%s: the tests notice %d of %d small mistakes (%.0f %%); %d more change nothing and do not count", "%s: die Prüffälle bemerken %d von %d kleinen Fehlern (%.0f %%); %d weitere ändern nichts und zählen nicht",
		name, m.Noticed, m.Made-m.Harmless, 100*m.Score(), m.Harmless))
	if m.Skipped > 0 {
		a.say(speech.Say("  %d further mistakes were not made: the rulebook is large", "  %d weitere Fehler wurden nicht gemacht: das Regelwerk ist groß", m.Skipped))
	}
	for _, s := range m.Survived {
		a.say(speech.Say("  %s: %s: no test notices it", "  %s: %s: kein Prüffall bemerkt es", s.Rule, s.What))
		if s.Case != nil {
			a.say(speech.Say("    it would be noticed with %s", "    bemerkt würde es mit %s", s.Case.Text(a.speaks())))
		}
	}
}
