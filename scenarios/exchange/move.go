// SPDX-License-Identifier: EUPL-1.2

package exchange

import (
	"net/url"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// move is a step as other tools know it.
type move struct {
	verb    string // open, click, double click, fill, choose, tick, press, see, gone
	text    string // the address, what is written, the key, what is shown
	secret  string // the name of one that is written
	element *scenarios.Element
	shows   bool // text is what the element shows
}

// tour is a scenario on its way to another tool.
type tour struct {
	report *source.Report
	s      *scenarios.Scenario
	env    *scenarios.Environment
	at     *scenarios.Location
	moves  []move
	inside map[string]bool // systems that were logged in to
}

// movesOf gives the moves of a scenario; what has no counterpart is refused.
func movesOf(report *source.Report, s *scenarios.Scenario, env *scenarios.Environment) []move {
	t := &tour{report: report, s: s, env: env, inside: map[string]bool{}}
	for _, step := range s.Steps {
		in, ok := step.Act.(*scenarios.In)
		if !ok || s.System(in.System).Kind != scenarios.Browser {
			t.refuse(step)
			continue
		}
		t.block(in)
	}
	return t.moves
}

func (t *tour) refuse(step scenarios.Step) {
	t.report.Errorf(step.At, speech.Say("the step %q has no counterpart there", "der Schritt „%s“ hat dort kein Gegenstück", step.Act.Verb()), speech.Text{})
}

// block begins at the system's address and logs in where it comes first.
func (t *tour) block(in *scenarios.In) {
	t.at = t.env.Location(in.System)
	if t.at == nil {
		return // said by the check of the environment
	}
	var steps []scenarios.Step
	if !t.inside[in.System] {
		steps = append(steps, t.s.System(in.System).LogIn...)
	}
	t.inside[in.System] = true
	steps = append(steps, in.Do...)
	if len(steps) == 0 || steps[0].Act.Verb() != "open" {
		t.moves = append(t.moves, move{verb: "open", text: t.at.Address})
	}
	for _, step := range steps {
		t.step(in.System, step)
	}
}

func (t *tour) step(system string, step scenarios.Step) {
	m, ok := t.move(system, step)
	if ok {
		t.moves = append(t.moves, m)
	}
}

// move translates one step.
func (t *tour) move(system string, step scenarios.Step) (m move, ok bool) {
	switch a := step.Act.(type) {
	case *scenarios.Open:
		return t.open(a, step)
	case *scenarios.Fill:
		m, ok = t.on(system, a.Target, step)
		m.verb, m.text, m.secret = "fill", t.text(a.With, &ok), a.Secret
	case *scenarios.Choose:
		m, ok = t.on(system, a.Target, step)
		m.verb, m.text = "choose", t.text(a.With, &ok)
	case *scenarios.Tick:
		m, ok = t.on(system, a.Target, step)
		m.verb, m.text = "tick", t.text(a.With, &ok)
	case *scenarios.Click:
		m, ok = t.on(system, a.Target, step)
		m.verb = map[bool]string{false: "click", true: "double click"}[a.Double]
		if a.Dialog != nil {
			t.refuse(step)
			ok = false
		}
	case *scenarios.Press:
		return move{verb: "press", text: a.Key}, true
	case *scenarios.Wait:
		return t.condition(system, a.Until, step)
	case *scenarios.Expect:
		return t.condition(system, a.That, step)
	default:
		t.refuse(step)
	}
	return m, ok
}

func (t *tour) open(a *scenarios.Open, step scenarios.Step) (move, bool) {
	ok := true
	base, err := url.Parse(t.at.Address)
	if err != nil {
		return move{}, false
	}
	to, err := base.Parse(t.text(a.Path, &ok))
	if err != nil {
		t.refuse(step)
		return move{}, false
	}
	return move{verb: "open", text: to.String()}, ok
}

// text is a literal; values of a case do not exist there.
func (t *tour) text(o scenarios.Operand, ok *bool) string {
	if o.IsExpr {
		t.report.Errorf(o.At, speech.Say("=%s has no value there", "=%s hat dort keinen Wert", o.Text),
			speech.Say("other tools replay one case: write its values into a copy", "andere Werkzeuge wiederholen einen Vorgang: schreiben Sie seine Werte in eine Kopie"))
		*ok = false
	}
	return o.Text
}

// on finds the element of a step; rows and popups are refused.
func (t *tour) on(system string, target scenarios.Target, step scenarios.Step) (move, bool) {
	screen, e := t.s.Elements[system].Find(target)
	if e == nil || len(target.Row) > 0 || screen.Window.Title != "" {
		t.refuse(step)
		return move{}, false
	}
	return move{element: e}, true
}

func (t *tour) condition(system string, c scenarios.Condition, step scenarios.Step) (m move, ok bool) {
	switch {
	case c.Holds.Given || c.Status != 0 || c.Element != nil && (c.Text.Given || c.Gone.Given) || c.Text.Given && c.Gone.Given:
		t.refuse(step)
	case c.Element != nil:
		m, ok = t.on(system, *c.Element, step)
		m.verb, m.text, m.shows = "see", t.text(c.Shows, &ok), c.Shows.Given
	case c.Gone.Given:
		ok = true
		m = move{verb: "gone", text: t.text(c.Gone, &ok)}
	default:
		ok = true
		m = move{verb: "see", text: t.text(c.Text, &ok)}
	}
	return m, ok
}

// xpathOf is a recorded path as an expression; rows of tables are counted
// otherwise there.
func xpathOf(path string) string {
	if strings.Contains("/"+path, "/tr") {
		return ""
	}
	return "/html/body/" + path
}
