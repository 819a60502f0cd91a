// SPDX-License-Identifier: EUPL-1.2

package check

import (
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// commit checks the step that cannot be taken back: where it stands, and that
// something can find out afterwards whether it happened.
func (c *checker) commit(s *scenarios.Step, a *scenarios.Commit, at place) {
	if at.reading {
		c.report.Errorf(s.At, speech.Say("“commit” may not stand in verify or log in: those only read", "„commit“ darf nicht in verify oder log in stehen: dort wird nur gelesen"), speech.Text{})
	}
	c.compile(a.Unless, expression.Condition, value.Type{})
	if a.Request != nil {
		c.request(s, a.Request, at)
	} else if a.Target != nil {
		c.target(*a.Target, s, at)
		c.condition(a.Expect, at)
	}
	if len(a.Verify) == 0 && !a.ByPerson {
		return // said by the reader
	}
	c.steps(a.Verify, place{system: at.system, reading: true})
	if !a.ByPerson && !endsInHolds(a.Verify) {
		c.report.Errorf(s.At, speech.Say("verify must end in holds: or expect:, which says whether it happened", "verify muss mit holds: oder expect: enden, das sagt, ob es geschah"), speech.Text{})
	}
}

func endsInHolds(steps []scenarios.Step) bool {
	if len(steps) == 0 {
		return false
	}
	switch steps[len(steps)-1].Act.(type) {
	case *scenarios.Holds, *scenarios.Expect:
		return true
	}
	return false
}

func (c *checker) request(s *scenarios.Step, a *scenarios.Request, at place) {
	switch {
	case at.system == nil:
		c.report.Errorf(s.At, speech.Say("%q must stand inside a block “in”", "„%s“ muss in einem Block „in“ stehen", s.Act.Verb()), speech.Text{})
	case at.system.Kind != scenarios.Web:
		c.report.Errorf(s.At, speech.Say("the system %q is not of kind web", "das System „%s“ ist nicht von der Art web", at.system.Name), speech.Text{})
	}
	parts, ok := a.PathParts()
	if !ok {
		c.report.Errorf(a.PathAt, speech.Say("a brace in the path has no partner", "eine Klammer im Pfad hat kein Gegenstück"), speech.Text{})
	}
	for _, p := range parts {
		c.compile(p.Expr, expression.Value, value.Type{})
	}
	for _, f := range a.Body {
		c.operand(f.With, value.Type{})
	}
	if _, isCommit := s.Act.(*scenarios.Commit); !isCommit && a.Method != "GET" && a.Method != "HEAD" {
		c.report.Errorf(s.At, speech.Say("%s changes something and must be a commit", "%s ändert etwas und muss ein commit sein", a.Method),
			speech.Say("write commit: %s %s, with id: and verify:", "schreiben Sie commit: %s %s, mit id: und verify:", a.Method, a.Path))
	}
	for _, t := range a.Take {
		c.declare(t.Into, personal(t.Type), t.At)
	}
	c.condition(a.Expect, at)
}

// given checks that every fact of a rulebook gets a value of its type.
func (c *checker) given(s *scenarios.Step, a *scenarios.Decide, book *rules.Rulebook) {
	var known []string
	facts := map[string]value.Type{}
	for _, f := range book.Inputs() {
		known = append(known, f.Name)
		facts[f.Name] = f.Type
	}
	explicit := map[string]bool{}
	for _, g := range a.Given {
		explicit[g.Name] = true
		t, ok := facts[g.Name]
		if !ok {
			c.report.Errorf(g.With.At, speech.Say("the rulebook has no fact %q", "das Regelwerk kennt keine Angabe „%s“", g.Name), source.DidYouMean(g.Name, known))
			continue
		}
		c.operand(g.With, t)
	}
	for _, f := range book.Inputs() {
		if explicit[f.Name] || f.Optional {
			continue
		}
		have, ok := c.Types[f.Name]
		switch {
		case !ok:
			c.report.Errorf(s.At, speech.Say("the fact %q of the rulebook gets no value", "die Angabe „%s“ des Regelwerks erhält keinen Wert", f.Name),
				speech.Say("add given: {%s: …}", "ergänzen Sie given: {%s: …}", f.Name))
		case !value.Comparable(have.Kind, f.Type.Kind) && have.Kind != f.Type.Kind:
			c.report.Errorf(s.At, speech.Say("the fact %q is a %s, the value of that name a %s", "die Angabe „%s“ ist vom Typ %s, der Wert dieses Namens vom Typ %s", f.Name, f.Type.Kind.Label(), have.Kind.Label()), speech.Text{})
		}
	}
}
