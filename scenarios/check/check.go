// SPDX-License-Identifier: EUPL-1.2

// Package check finds what is wrong with a scenario before anything runs: a
// missing element, an undefined variable, a duplicate id, an unreachable step,
// an expression of the wrong type, a secret written as a literal. All at once,
// each with its place. What it compiled on the way is kept for the plan.
package check

import (
	"maps"
	"net"
	"net/url"
	"slices"

	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/rules/format"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Checked is a scenario that may run, with everything compiled.
type Checked struct {
	Scenario  *scenarios.Scenario
	Rulebooks map[string]*rules.Rulebook
	Programs  map[source.Place]*expression.Program // by the place of the expression
	Types     map[string]value.Type                // of every variable
}

// Scenario checks a scenario and compiles its rulebooks and expressions. It
// gives nil where report holds an error afterwards.
func Scenario(report *source.Report, s *scenarios.Scenario) *Checked {
	c := &checker{
		Checked: Checked{Scenario: s, Rulebooks: map[string]*rules.Rulebook{}, Programs: map[source.Place]*expression.Program{}, Types: map[string]value.Type{}},
		report:  report, ids: map[string]source.Place{},
	}
	c.rulebooks()
	c.inputs()
	c.retention()
	if s.Reference.IsExpr {
		c.compile(s.Reference, expression.Value, value.Type{})
	}
	for i := range s.Systems {
		c.system(&s.Systems[i])
	}
	c.steps(s.Steps, place{})
	if report.Failed() {
		return nil
	}
	return &c.Checked
}

// Environment checks that every system of the scenario has its place.
func Environment(report *source.Report, s *scenarios.Scenario, env *scenarios.Environment) {
	var names []string
	for _, sys := range s.Systems {
		names = append(names, sys.Name)
		if env.Location(sys.Name) == nil {
			report.Errorf(env.At, speech.Say("the environment does not say where the system %q is", "die Umgebung sagt nicht, wo das System „%s“ ist", sys.Name),
				speech.Say("add it under systems, with address:", "ergänzen Sie es unter systems, mit address:"))
			continue
		}
		terminalPlace(report, &sys, env.Location(sys.Name))
		programPlace(report, &sys, env.Location(sys.Name))
	}
	for _, l := range env.Systems {
		if !slices.Contains(names, l.System) {
			report.Warnf(l.At, speech.Say("the scenario has no system %q", "der Ablauf hat kein System „%s“", l.System), source.DidYouMean(l.System, names))
		}
		inClear(report, l)
	}
	for name, at := range secretsOf(s) {
		if l := env.Location(at.system); l != nil && l.Secrets[name] == "" {
			report.Errorf(l.At, speech.Say("the environment does not name the secret %q of %s", "die Umgebung benennt das Geheimnis „%s“ von %s nicht", name, at.system),
				speech.Say("add it under secrets: %s: NAME", "ergänzen Sie es unter secrets: %s: NAME", name))
		}
	}
}

// inClear warns of a log-in that anybody on the way can read.
func inClear(report *source.Report, l scenarios.Location) {
	for _, origin := range l.Origins {
		u, err := url.Parse(origin)
		if err != nil || u.Scheme == "https" || l.Access.SignIn == nil || isHere(u.Hostname()) {
			continue
		}
		report.Warnf(l.At, speech.Say("the password of sign in goes to %s without encryption", "das Kennwort von sign in geht unverschlüsselt an %s", origin),
			speech.Say("does the system have an address with https?", "hat das System eine Adresse mit https?"))
	}
}

// isHere reports whether a host is this machine.
func isHere(host string) bool { return host == "localhost" || net.ParseIP(host).IsLoopback() }

type secretUse struct{ system string }

// secretsOf finds which secrets a scenario types, and into which system.
func secretsOf(s *scenarios.Scenario) map[string]secretUse {
	out := map[string]secretUse{}
	note := func(system string) func(*scenarios.Step) {
		return func(step *scenarios.Step) {
			if f, ok := step.Act.(*scenarios.Fill); ok && f.Secret != "" {
				out[f.Secret] = secretUse{system}
			}
		}
	}
	for _, sys := range s.Systems {
		scenarios.Walk(sys.LogIn, note(sys.Name))
	}
	scenarios.Walk(s.Steps, func(step *scenarios.Step) {
		if in, ok := step.Act.(*scenarios.In); ok {
			scenarios.Walk(in.Do, note(in.System))
		}
	})
	return out
}

type checker struct {
	Checked
	report *source.Report
	ids    map[string]source.Place
}

// place is where in the scenario a step stands.
type place struct {
	system *scenarios.System
	// reading is set inside verify, where nothing may be decided or done.
	reading bool
}

func (c *checker) inputs() {
	for _, in := range c.Scenario.Inputs {
		if _, twice := c.Types[in.Name]; twice {
			c.report.Errorf(in.At, speech.Say("the input %q is declared twice", "die Eingabe „%s“ ist zweimal erklärt", in.Name), speech.Text{})
		}
		if !expression.IsName(in.Name) {
			c.report.Errorf(in.At, speech.Say("%q is a word of the language and cannot name an input", "„%s“ ist ein Wort der Sprache und kann keine Eingabe benennen", in.Name), speech.Text{})
		}
		c.Types[in.Name] = in.Type
	}
}

func (c *checker) rulebooks() {
	books := map[string]*book.Book{}
	for _, name := range slices.Sorted(maps.Keys(c.Scenario.Rulebooks)) {
		file := c.Scenario.Rulebooks[name]
		if b := format.Read(c.report, file.Path, file.Text); b != nil {
			books[name] = b
		}
	}
	if compiled := rules.CompileAll(books, c.report); compiled != nil {
		c.Rulebooks = compiled
	}
}

func (c *checker) system(sys *scenarios.System) {
	if sys.Kind.HasScreens() && c.Scenario.Elements[sys.Name] == nil {
		c.report.Errorf(sys.At, speech.Say("the system %q has no element file", "das System „%s“ hat keine Elementdatei", sys.Name),
			speech.Say("it would be elements/%s.yaml, with system: %s", "sie hieße elements/%s.yaml, mit system: %s", sys.Name, sys.Name))
	}
	c.host(sys)
	at := place{system: sys, reading: true}
	c.steps(sys.LogIn, at)
	c.steps(sys.LogOut, at)
	c.condition(sys.SignedOut, at)
}

// declare gives a variable its type; a variable keeps one type.
func (c *checker) declare(name string, t value.Type, at source.Place) {
	have, known := c.Types[name]
	switch {
	case name == "":
	case !expression.IsName(name):
		c.report.Errorf(at, speech.Say("%q cannot name a value", "„%s“ kann keinen Wert benennen", name), speech.Text{})
	case c.Scenario.Input(name) != nil:
		c.report.Errorf(at, speech.Say("%q is an input and cannot be overwritten", "„%s“ ist eine Eingabe und kann nicht überschrieben werden", name), speech.Text{})
	case known && have.Kind != t.Kind:
		c.report.Errorf(at, speech.Say("%q held a %s before and would hold a %s now", "„%s“ war bisher vom Typ %s und wäre nun vom Typ %s", name, have.Kind.Label(), t.Kind.Label()), speech.Text{})
	default:
		c.Types[name] = t
	}
}

// compile checks an expression against what is known at this step.
func (c *checker) compile(o scenarios.Operand, profile expression.Profile, want value.Type) value.Type {
	if !o.Given {
		return value.Type{}
	}
	program, problems := expression.Compile(expression.Input{
		Text: o.Text, At: o.At.Shift, Scope: c.Types, Profile: profile, Want: want,
	})
	c.report.Take(problems...)
	if program == nil {
		return value.Type{}
	}
	c.Programs[o.At] = program
	return program.Type()
}

// operand checks a value: an expression, or literal text of type want.
func (c *checker) operand(o scenarios.Operand, want value.Type) value.Type {
	if o.IsExpr {
		return c.compile(o, expression.Value, want)
	}
	if !o.Given {
		return value.Type{}
	}
	if _, known := c.Types[o.Text]; known {
		c.report.Warnf(o.At, speech.Say("the text %q is also the name of a value", "der Text „%s“ ist auch der Name eines Wertes", o.Text),
			speech.Say("write =%s if the value is meant", "schreiben Sie =%s, wenn der Wert gemeint ist", o.Text))
	}
	if want.Kind == value.Missing {
		return value.Of(value.Text)
	}
	if _, err := value.Parse(want, o.Text); err != nil {
		c.report.Errorf(o.At, problemOf(err), speech.Text{})
	}
	return want
}

func problemOf(err error) speech.Text {
	if p, ok := err.(*value.Problem); ok {
		return p.Text
	}
	return speech.Same(err.Error())
}
