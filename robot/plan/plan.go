// SPDX-License-Identifier: EUPL-1.2

// Package plan is what a robot performs: a checked scenario with its compiled
// rules and expressions, its steps numbered, bound to one environment and named
// by one hash. A plan never changes and is safe for concurrent use.
package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/expression"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/check"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Plan is a scenario ready to be performed.
type Plan struct {
	checked *check.Checked
	env     *scenarios.Environment
	hash    string
}

// New binds a checked scenario to an environment.
func New(c *check.Checked, env *scenarios.Environment) *Plan {
	h := sha256.New()
	fmt.Fprintln(h, "scenario", c.Scenario.Hash)
	fmt.Fprintln(h, "environment", env.Hash)
	for _, name := range slices.Sorted(maps.Keys(c.Rulebooks)) {
		fmt.Fprintln(h, "rulebook", name, c.Rulebooks[name].Hash())
	}
	return &Plan{checked: c, env: env, hash: hex.EncodeToString(h.Sum(nil))}
}

// Hash names scenario, environment and rulebooks together.
func (p *Plan) Hash() string { return p.hash }

// Checked is the scenario as it was checked, for saying it in sentences; it must
// not be changed.
func (p *Plan) Checked() *check.Checked { return p.checked }

// Scenario is the scenario; it must not be changed.
func (p *Plan) Scenario() *scenarios.Scenario { return p.checked.Scenario }

// Environment is the environment; it must not be changed.
func (p *Plan) Environment() *scenarios.Environment { return p.env }

// Rulebook is a rulebook of the scenario by name.
func (p *Plan) Rulebook(name string) *rules.Rulebook { return p.checked.Rulebooks[name] }

// Rulebooks are the hashes of all rulebooks, by name.
func (p *Plan) Rulebooks() map[string]string {
	out := map[string]string{}
	for name, r := range p.checked.Rulebooks {
		out[name] = r.Hash()
	}
	return out
}

// Type is the type of a variable, for reading it back.
func (p *Plan) Type(name string) value.Type { return p.checked.Types[name] }

// KeptFor is for how many days the values of a case are kept: the shortest
// period among the classes of all inputs and variables, since all values of a
// case share one key. It is 0 where no period is declared for any of them.
func (p *Plan) KeptFor() int {
	all := value.RecordOf(p.checked.Types)
	all.Class = value.Open // the record is no value of the case
	return p.checked.Scenario.Retention.Days(all)
}

// Program is the compiled expression of an operand.
func (p *Plan) Program(o scenarios.Operand) *expression.Program { return p.checked.Programs[o.At] }

// Value is what an operand means for a case: its text, or its expression's
// result over the case's values.
func (p *Plan) Value(o scenarios.Operand, vars map[string]value.Value) (value.Value, error) {
	if !o.IsExpr {
		return value.NewText(o.Text), nil
	}
	return p.Program(o).Eval(vars)
}

// Holds decides a condition. What cannot be decided, because values are
// missing, is an error and never no.
func (p *Plan) Holds(o scenarios.Operand, vars map[string]value.Value) (bool, error) {
	v, err := p.Program(o).Eval(vars)
	return v.Yes(), err
}

// Reference is what people call a case: its file number.
func (p *Plan) Reference(vars map[string]value.Value) string {
	ref := p.checked.Scenario.Reference
	if !ref.Given {
		return ""
	}
	v, err := p.Value(ref, vars)
	if err != nil {
		return ""
	}
	return v.String()
}

// Inputs parses what a case brings along, by the declared types. Everything
// that is wrong is told at once.
func (p *Plan) Inputs(given map[string]string) (map[string]value.Value, error) {
	vars := map[string]value.Value{}
	var problems []string
	var german []string
	note := func(t speech.Text) { problems, german = append(problems, t.EN), append(german, t.DE) }
	for _, in := range p.checked.Scenario.Inputs {
		text, ok := given[in.Name]
		v := value.Value{}
		if ok && text != "" {
			parsed, err := value.Parse(in.Type, text)
			if err != nil {
				note(speech.Say("%s: %s", "%s: %s", in.Label, problemText(err)))
			}
			v = parsed
		}
		if v.IsMissing() && in.Required && (!ok || text == "") {
			note(speech.Say("%s is missing", "%s fehlt", in.Label))
		}
		vars[in.Name] = v
	}
	for name := range given {
		if p.checked.Scenario.Input(name) == nil {
			note(speech.Say("the scenario knows no input %q", "der Ablauf kennt keine Eingabe „%s“", name))
		}
	}
	if len(problems) == 0 {
		return vars, nil
	}
	slices.Sort(problems)
	slices.Sort(german)
	return vars, fault.New(fault.Business, "plan.inputs", speech.Text{EN: strings.Join(problems, "; "), DE: strings.Join(german, "; ")}).Guard()
}

func problemText(err error) speech.Text {
	if p, ok := err.(*value.Problem); ok {
		return p.Text
	}
	return speech.Same(err.Error())
}
