// SPDX-License-Identifier: EUPL-1.2

package robot

import (
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Stretch finds the part of a scenario that is tried, by the numbers or ids of
// its first and last step; empty is all. Values that the steps before would
// have brought are taken out of given, and must be there where they are needed.
func Stretch(p *plan.Plan, from, until string, given map[string]string) (run.Stretch, error) {
	steps := inOrder(p.Scenario().Steps)
	first, err := stepOf(steps, from)
	if err != nil {
		return run.Stretch{}, err
	}
	last, err := stepOf(steps, until)
	if err != nil {
		return run.Stretch{}, err
	}
	if first != nil && last != nil && !strings.HasPrefix(first.Number, last.Number+".") && slices.Index(steps, last) < slices.Index(steps, first) {
		return run.Stretch{}, fault.New(fault.Usage, "try.steps", speech.Say("the step %s comes before the step %s", "der Schritt %s kommt vor dem Schritt %s", until, from))
	}
	out := run.Stretch{From: first, Until: last}
	if first != nil {
		out.Known, err = known(p, steps[:slices.Index(steps, first)], first, given)
	}
	return out, err
}

// inOrder are all steps as they are numbered. Those that only verify are none
// to begin or end with.
func inOrder(steps []scenarios.Step) (out []*scenarios.Step) {
	for i := range steps {
		s := &steps[i]
		out = append(out, s)
		if _, commits := s.Act.(*scenarios.Commit); commits {
			continue
		}
		for _, branch := range scenarios.Branches(s.Act) {
			out = append(out, inOrder(*branch)...)
		}
	}
	return out
}

func stepOf(steps []*scenarios.Step, name string) (*scenarios.Step, error) {
	if name == "" {
		return nil, nil
	}
	i := slices.IndexFunc(steps, func(s *scenarios.Step) bool { return s.Number == name || s.ID == name })
	if i < 0 {
		return nil, fault.New(fault.Usage, "try.steps", speech.Say("there is no step %q", "es gibt keinen Schritt „%s“", name)).
			WithHint(speech.Say("heinzel show tells the numbers and the ids of all steps", "heinzel show nennt die Nummern und Kennungen aller Schritte"))
	}
	return steps[i], nil
}

// known reads the values that steps would have brought which are left out.
func known(p *plan.Plan, left []*scenarios.Step, from *scenarios.Step, given map[string]string) (map[string]value.Value, error) {
	out, needed := map[string]value.Value{}, neededFrom(p, from)
	var missing []string
	for _, s := range left {
		for _, name := range s.Brings() {
			text, is := given[name]
			if !is {
				if _, have := out[name]; !have && slices.Contains(needed, name) && !slices.Contains(missing, name) {
					missing = append(missing, name)
				}
				continue
			}
			v, err := value.Parse(p.Type(name), text)
			if err != nil {
				return nil, fault.Wrap(fault.Usage, "try.value", speech.Say("--set %s", "--set %s", name), err)
			}
			out[name] = v
			delete(given, name)
		}
	}
	if len(missing) == 0 {
		return out, nil
	}
	return nil, fault.New(fault.Usage, "try.value", speech.Say("the steps that are left out would have brought %s", "die ausgelassenen Schritte hätten %s gebracht", speech.List(missing, "and", "und"))).
		WithHint(speech.Say("say what it would be: --set %s=…", "sagen Sie, was es wäre: --set %s=…", missing[0]))
}

// neededFrom are the values that expressions read from a step on.
func neededFrom(p *plan.Plan, from *scenarios.Step) (out []string) {
	for at, program := range p.Checked().Programs {
		if at.File == from.At.File && at.Line >= from.At.Line {
			out = append(out, program.Reads()...)
		}
	}
	return out
}
