// SPDX-License-Identifier: EUPL-1.2

package format

import (
	"fmt"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
)

// branch is a key below which steps stand.
type branch struct {
	key   string
	steps []scenarios.Step
}

func (w *writer) steps(key string, steps []scenarios.Step) {
	if len(steps) > 0 {
		w.below(key, func() { w.stepList(steps) })
	}
}

func (w *writer) stepList(steps []scenarios.Step) {
	for _, s := range steps {
		w.step(s)
	}
}

// step writes a step on one line where it holds no others.
func (w *writer) step(s scenarios.Step) {
	pairs := append(said("id", s.ID), act(s.Act)...)
	if s.Within > 0 {
		pairs = append(pairs, pair{"within", within(s.Within)})
	}
	branches := branchesOf(s.Act)
	switch {
	case len(branches) > 0:
		w.item(pairs, branches, s.Act)
	case len(pairs) == 1:
		w.line("- %s: %s", pairs[0].key, pairs[0].value)
	default:
		w.line("- %s", braces(pairs))
	}
}

// within is a time in the largest unit that leaves nothing over.
func within(t time.Duration) string {
	switch {
	case t%time.Minute == 0:
		return fmt.Sprintf("%d min", t/time.Minute)
	case t%time.Second == 0:
		return fmt.Sprintf("%d s", t/time.Second)
	}
	return fmt.Sprintf("%d ms", t.Milliseconds())
}

// item writes a step with steps inside; the first of its lines bears the dash.
func (w *writer) item(pairs []pair, branches []branch, a scenarios.Act) {
	inner := &writer{indent: w.indent + "  "}
	for _, p := range pairs {
		inner.line("%s: %s", p.key, p.value)
	}
	if either, ok := a.(*scenarios.Either); ok {
		inner.either(either)
	} else {
		for _, b := range branches {
			inner.steps(b.key, b.steps)
		}
	}
	w.WriteString(w.indent + "- " + strings.TrimPrefix(inner.String(), inner.indent))
}

// either writes each variant as a list of its own.
func (w *writer) either(a *scenarios.Either) {
	w.below("either", func() {
		for _, variant := range a.Variants {
			inner := &writer{indent: w.indent + "  "}
			inner.stepList(variant)
			w.WriteString(w.indent + "- " + strings.TrimPrefix(inner.String(), inner.indent))
		}
	})
	if a.Expect.Given {
		w.line("expect: %s", condition(a.Expect))
	}
}

func branchesOf(a scenarios.Act) []branch {
	switch a := a.(type) {
	case *scenarios.In:
		return []branch{{"do", a.Do}}
	case *scenarios.When:
		return []branch{{"then", a.Then}, {"else", a.Else}}
	case *scenarios.ForEach:
		return []branch{{"do", a.Do}}
	case *scenarios.Try:
		return []branch{{"try", a.Do}, {"recover", a.Recover}}
	case *scenarios.Either:
		return []branch{{key: "either"}}
	case *scenarios.Commit:
		if !a.ByPerson {
			return []branch{{"verify", a.Verify}}
		}
	}
	return nil
}

func target(key string, t scenarios.Target) []pair {
	out := said(key, t.String())
	var row []pair
	for _, k := range t.Row {
		row = append(row, pair{yaml.Quote(k.Column), operand(k.Value)})
	}
	if len(row) > 0 {
		out = append(out, pair{"row", braces(row)})
	}
	return out
}

func condition(c scenarios.Condition) string {
	out := given("text", c.Text)
	if c.Element != nil {
		out = append(out, said("element", c.Element.String())...)
	}
	out = append(out, given("shows", c.Shows)...)
	out = append(out, given("gone", c.Gone)...)
	if c.Holds.Given {
		out = append(out, pair{"holds", yaml.Quote(c.Holds.Text)})
	}
	return braces(append(out, status(c.Status)...))
}
