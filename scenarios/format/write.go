// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"maps"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/scenarios"
	v1 "github.com/heinzel-rpa/heinzel/scenarios/format/v1"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Write writes a scenario so that Folder gives one with the same meaning: the
// files of its folder, by their paths below it.
func Write(s *scenarios.Scenario) map[string][]byte {
	w := &writer{}
	w.scenario(s)
	out := map[string][]byte{ScenarioFile: w.Bytes()}
	for name, e := range s.Elements {
		out["elements/"+name+".yaml"] = writeElements(e)
	}
	for name, r := range s.Rulebooks {
		out["rules/"+name+".yaml"] = r.Text
	}
	return out
}

func (w *writer) scenario(s *scenarios.Scenario) {
	w.line("heinzel: %d", v1.Version)
	w.field("title", s.Title)
	w.operand("reference", s.Reference)
	w.inputs(s.Inputs)
	w.retention(s.Retention)
	w.systems(s.Systems)
	w.WriteString("\n")
	w.steps("steps", s.Steps)
}

func (w *writer) inputs(inputs []scenarios.Input) {
	if len(inputs) == 0 {
		return
	}
	w.WriteString("\n")
	w.below("inputs", func() {
		for _, in := range inputs {
			w.line("%s: %s", in.Name, braces(input(in)))
		}
	})
}

func input(in scenarios.Input) []pair {
	out := typed(in.Type)
	if in.Required {
		out = append(out, pair{key: "required", value: "yes"})
	}
	if in.Label != in.Name {
		out = append(out, said("label", in.Label)...)
	}
	return out
}

// typed is a type with everything that belongs to it.
func typed(t value.Type) []pair {
	out := []pair{{key: "type", value: string(t.Kind)}}
	if len(t.Choices) > 0 {
		out = append(out, pair{key: "choices", value: list(t.Choices)})
	}
	if t.Of != nil {
		out = append(out, pair{key: "of", value: inner(*t.Of)})
	}
	if len(t.Fields) > 0 {
		out = append(out, pair{key: "fields", value: braces(typedFields(t.Fields))})
	}
	if t.Class != value.Internal {
		out = append(out, said("class", string(t.Class))...)
	}
	return out
}

// inner is the type of an entry or a field: a word where nothing belongs to it.
func inner(t value.Type) string {
	if t.Class == "" && len(t.Choices) == 0 && t.Of == nil && len(t.Fields) == 0 {
		return string(t.Kind)
	}
	return braces(typed(t))
}

func typedFields(fields map[string]value.Type) (out []pair) {
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		out = append(out, pair{key: yaml.Quote(name), value: inner(fields[name])})
	}
	return out
}

func (w *writer) retention(r scenarios.Retention) {
	var out []pair
	for _, class := range value.Classes() {
		if days, given := r[value.Class(class)]; given {
			out = append(out, pair{key: class, value: plural(days)})
		}
	}
	if len(out) > 0 {
		w.line("\nretention: %s", braces(out))
	}
}

func (w *writer) systems(systems []scenarios.System) {
	if len(systems) == 0 {
		return
	}
	w.WriteString("\n")
	w.below("systems", func() {
		for _, s := range systems {
			w.below(s.Name, func() { w.system(s) })
		}
	})
}

func (w *writer) system(s scenarios.System) {
	w.line("kind: %s", s.Kind)
	if s.Title != s.Name {
		w.field("title", s.Title)
	}
	if s.Session == scenarios.PerOrder {
		w.line("session: %s", s.Session)
	}
	if s.SignedOut.Given {
		w.line("signed out: %s", condition(s.SignedOut))
	}
	if s.Heals {
		w.line("changed elements: %s", v1.Proceed)
	}
	w.steps("log in", s.LogIn)
	w.steps("log out", s.LogOut)
}

// isName tells whether an expression is a mere name, which needs no quotes.
func isName(text string) bool {
	return text != "" && strings.Trim(text, "abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ_") == ""
}
