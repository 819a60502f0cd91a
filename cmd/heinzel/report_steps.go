// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/report"
)

// tell fills in what the journal says about a case: its steps, its decisions,
// and what was done irreversibly.
func (w wording) tell(c *report.Case, events []journal.Event) {
	c.Commits = nil
	intent := journal.Event{}
	for _, e := range events {
		switch {
		case e.Kind == journal.Intent:
			intent = e
		case e.Kind == journal.Decision:
			c.Decisions = append(c.Decisions, w.decision(e))
		case e.About["intent"] == "done":
			c.Commits = append(c.Commits, report.Commit{ID: e.ID, System: w.system(intent.About["system"]), At: e.At.Local(), Text: w.step(e.Step)})
		}
		if s := w.happened(e); s.What != "" {
			c.Steps = joined(c.Steps, s)
		}
	}
}

// joined appends a step. What happens at one step in a row is one entry.
func joined(list []report.Step, s report.Step) []report.Step {
	if len(list) == 0 || s.Number == "" || list[len(list)-1].Number != s.Number {
		return append(list, s)
	}
	last := &list[len(list)-1]
	if !strings.Contains(last.What, s.What) {
		last.What += ", " + s.What
	}
	last.Values = append(last.Values, s.Values...)
	last.Marked = last.Marked || s.Marked
	return list
}

// happened is an event in a reader's words; one that tells readers nothing, such
// as the end of a block, has none.
func (w wording) happened(e journal.Event) report.Step {
	s := report.Step{At: e.At.Local(), Number: e.Step, What: w.what(e), Values: w.values(e)}
	s.Marked = e.Kind == journal.Intent || e.Kind == journal.InDoubt || e.Kind == journal.Fault || e.Kind == journal.Question
	if f, ok := e.Fault.(*fault.Fault); ok {
		if s.Number == "" {
			s.Number, _, _ = strings.Cut(f.Step, " ")
		}
		if !f.Cause.IsZero() {
			s.Values = append(s.Values, report.Fact{Value: f.Cause.In(w.lang)})
		}
	}
	s.Text = w.step(s.Number)
	return s
}

func (w wording) values(e journal.Event) []report.Fact {
	if e.Kind == journal.Decision {
		return nil // they stand with the decision
	}
	var out []report.Fact
	for _, name := range slices.Sorted(maps.Keys(e.Values)) {
		out = append(out, report.Fact{Label: w.input(name), Value: w.value(e.Values[name])})
	}
	return out
}
