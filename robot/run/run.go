// SPDX-License-Identifier: EUPL-1.2

// Package run performs a plan, case by case. It asks rules, acts through
// drivers, and records every step; the journal is the only record of steps.
//
// An irreversible step is announced durably before it happens. When its result
// is not known afterwards, it is in doubt: its own verification decides, by
// reading only, or a person; it is never repeated blindly.
package run

import (
	"context"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/evidence"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// Session is one system being worked.
type Session interface {
	Do(context.Context, act.Action) (act.Effect, error)
	Look(context.Context, act.Look) (bool, error)
	// Picture shows the screen with everything guarded grey; hide lists texts
	// that must not be seen.
	Picture(ctx context.Context, hide []string) ([]byte, error)
	// Tidy leaves the session as a clerk finds it in the morning.
	Tidy(context.Context) error
	Close()
}

// Begin opens a session of a system.
type Begin func(context.Context, scenarios.Location) (Session, error)

// Log records one case; *journal.Case is one.
type Log interface {
	Note(journal.Event) error
	Intend(journal.Event) error
	Wait(journal.Event) error
	End(journal.Outcome, speech.Text) error
	Events() ([]journal.Event, error)
	Values() (map[string]value.Value, error)
	// Keep seals a file for the case and gives its commitment.
	Keep(data []byte) (string, error)
}

// Ask puts a question to a person. Where nobody can be asked it is nil, and
// the case waits.
type Ask func(ctx context.Context, question string, answers []string) (string, error)

// Crew is everything a robot works with.
type Crew struct {
	Drivers  map[scenarios.SystemKind]Begin
	Secrets  func(name string) (secret.Value, error)
	Evidence *evidence.Store // nil keeps no pictures
	Ask      Ask
	// LookOnly leaves every irreversible step out: only its element is looked at.
	LookOnly bool
	// Guide goes along with every step; nil is nobody. Stretch is the part of
	// the scenario that is tried then.
	Guide   Guide
	Stretch Stretch
	// Files are the folders that a scenario may upload files from.
	Files Files
	// Tell reports progress: a case and the step it is at.
	Tell func(number int, step *scenarios.Step)
}

// Robot performs the cases of one order, one after the other.
type Robot struct {
	plan  *plan.Plan
	order string
	crew  Crew
	open  map[string]Session // sessions that last for the order
}

// New makes a robot for an order; the order's id makes calls idempotent.
func New(p *plan.Plan, order string, crew Crew) *Robot {
	return &Robot{plan: p, order: order, crew: crew, open: map[string]Session{}}
}

// The outcomes of a case. The last three are kinds of faults.
const (
	Done        journal.Outcome = journal.Done
	Unchanged   journal.Outcome = "unchanged" // everything was already as it should be
	Business    journal.Outcome = "business"
	Technical   journal.Outcome = "technical"
	Halted      journal.Outcome = "halted"
	Interrupted journal.Outcome = "interrupted"
)

// Result is what came of one case.
type Result struct {
	Number    int
	Reference string
	Outcome   journal.Outcome
	// Err is the fault, or nil.
	Err error
	// Step is the step that the fault occurred at.
	Step *scenarios.Step
	// Commits are the ids of the irreversible steps that are done.
	Commits []string
	// Waits is set where the case is not over: a person is needed, or the
	// robot was stopped; resume goes on with it.
	Waits bool
	// Picture is the hash of the picture of the fault, or "".
	Picture string
	Values  map[string]value.Value
}
