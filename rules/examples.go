// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"errors"
	"maps"
	"slices"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/scenarios/source"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// TestResult is the outcome of one example inside a rulebook.
type TestResult struct {
	Name string
	At   source.Place
	OK   bool
	// Problem says what differs from what was expected.
	Problem speech.Text
	// Fired are the ids of the rules that applied.
	Fired []string
}

// Test runs the examples inside a rulebook, in their order.
func Test(r *Rulebook) []TestResult {
	var out []TestResult
	for _, t := range r.book.Tests {
		decision, err := r.Decide(t.Given)
		result := TestResult{Name: t.Name, At: t.At, Problem: difference(r.book, t, decision, err)}
		if asks := len(decision.Asks) > 0; asks != t.Asks && result.Problem.IsZero() {
			result.Problem = speech.Say("whether a person is asked: %s", "ob ein Mensch gefragt wird: %s", shown(value.NewBoolean(asks)))
		}
		for _, f := range decision.Fired {
			result.Fired = append(result.Fired, f.Rule)
		}
		result.OK = result.Problem.IsZero()
		out = append(out, result)
	}
	return out
}

// Untested lists the ids of the rules that no example makes apply.
func Untested(r *Rulebook, results []TestResult) []string {
	fired := map[string]bool{}
	for _, t := range results {
		for _, id := range t.Fired {
			fired[id] = true
		}
	}
	var out []string
	for _, rule := range r.rules {
		if !fired[rule.ID] {
			out = append(out, rule.ID)
		}
	}
	return out
}

func difference(b *book.Book, t book.Test, d Decision, err error) speech.Text {
	if err != nil && (len(d.Asks) == 0 || !t.Asks) {
		return causeOf(err)
	}
	var problems []speech.Text
	for _, name := range slices.Sorted(maps.Keys(t.Expect)) {
		want, got := t.Expect[name], d.Outputs[name]
		if value.Equal(want, got) || (want.IsMissing() && got.IsMissing()) {
			continue
		}
		problems = append(problems, speech.Say("%s is %s, expected was %s", "%s ist %s, erwartet war %s", named(b, name), shown(got), shown(want)))
	}
	return list(problems)
}

func shown(v value.Value) speech.Text {
	if v.IsMissing() {
		return speech.Say("open", "offen")
	}
	return spoken(v)
}

func causeOf(err error) speech.Text {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return speech.Text{EN: f.In(speech.English), DE: f.In(speech.German)}
	}
	return speech.Same(err.Error())
}
