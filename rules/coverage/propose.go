// SPDX-License-Identifier: EUPL-1.2

package coverage

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// tries bounds the cases that are tried for one proposal.
const tries = 400

// Proposal is a case that no test has.
type Proposal struct {
	Name  string                 `json:"name"`
	Given map[string]value.Value `json:"given"`
	// Refused says why the rulebook does not decide the case now.
	Refused speech.Text `json:"refused,omitzero"`
}

// Proposed are the missing cases of a rulebook, and how many boundaries have
// none, since no case was found on them.
type Proposed struct {
	Cases   []Proposal `json:"cases"`
	Without int        `json:"without"`
}

// Propose finds a case for every rule and boundary that no test reaches. One
// case may serve several.
func Propose(r *rules.Rulebook) Proposed {
	p := &proposer{rulebook: r, space: space.New(r)}
	for i, rule := range fired(r) {
		if len(rule.Tests) == 0 {
			p.rule(p.space.Rules(0)[i])
		}
	}
	for _, rule := range p.space.Rules(0) {
		for _, b := range p.space.Boundaries(rule) {
			if len(on(p.space, r, b)) == 0 {
				p.boundary(rule, b)
			}
		}
	}
	return p.out
}

type proposer struct {
	rulebook *rules.Rulebook
	space    *space.Space
	out      Proposed
}

func (p *proposer) rule(rule space.Rule) {
	for _, b := range rule.Holds {
		facts, ok := p.space.Witness(b, tries, func(facts map[string]value.Value) bool { return decides(p.rulebook, rule.ID, facts) })
		if ok {
			p.add(rule.ID, facts)
			return
		}
	}
}

// boundary proposes a case on a boundary; one that is decided, if there is one.
func (p *proposer) boundary(rule space.Rule, b space.Boundary) {
	for _, c := range p.out.Cases {
		if p.space.Tests(b, c.Given) {
			return
		}
	}
	facts, ok := p.space.OnBoundary(b, tries, func(facts map[string]value.Value) bool { return p.refusal(facts).IsZero() })
	if !ok {
		facts, ok = p.space.OnBoundary(b, tries, func(facts map[string]value.Value) bool { _, _, err := p.rulebook.Hits(facts); return err == nil })
	}
	if !ok {
		p.out.Without++
		return
	}
	p.add(rule.ID+": "+b.Name(), facts)
}

func (p *proposer) add(name string, facts map[string]value.Value) {
	p.out.Cases = append(p.out.Cases, Proposal{Name: name, Given: facts, Refused: p.refusal(facts)})
}

// refusal says why a case is not decided; that a person decides it is none.
func (p *proposer) refusal(facts map[string]value.Value) speech.Text {
	_, err := p.rulebook.Decide(facts)
	if err == nil || fault.KindOf(err) == fault.Halted {
		return speech.Text{}
	}
	return speech.Text{EN: fault.Describe(err, speech.English), DE: fault.Describe(err, speech.German)}
}

// YAML writes the cases as tests of a rulebook file. What is expected is left
// open: a file with such a test is not accepted before a person has said it.
func (p Proposed) YAML(lang speech.Lang) string {
	var b strings.Builder
	for _, c := range p.Cases {
		b.WriteString("  - name: " + quoted(c.Name) + "\n    given: {" + given(c.Given) + "}\n")
		if !c.Refused.IsZero() {
			b.WriteString("    # " + speech.Say("not decided now: %s", "wird jetzt nicht entschieden: %s", strings.Join(strings.Fields(c.Refused.In(lang)), " ")).In(lang) + "\n")
		}
		b.WriteString("    expect: # " + speech.Say("what is right here is for you to say", "was hier richtig ist, sagen Sie").In(lang) + "\n")
	}
	return b.String()
}

func given(facts map[string]value.Value) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(facts)) {
		parts = append(parts, name+": "+written(facts[name]))
	}
	return strings.Join(parts, ", ")
}

// written is a value as a rulebook file has it.
func written(v value.Value) string {
	switch {
	case v.Kind() == value.List:
		var items []string
		for _, item := range v.Items() {
			items = append(items, written(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case v.Kind().IsText():
		return strconv.Quote(v.String())
	}
	return v.String()
}

func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
