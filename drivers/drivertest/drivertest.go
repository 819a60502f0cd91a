// SPDX-License-Identifier: EUPL-1.2

// Package drivertest is what every driver that works screens must do alike,
// whether behind a browser, a desktop or a terminal: act on the one element
// that is meant, read back, say what was touched, halt where there is doubt.
package drivertest

import (
	"context"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// Session is the part of a driver's session that the suite plays on.
type Session interface {
	Do(context.Context, act.Action) (act.Effect, error)
	Look(context.Context, act.Look) (bool, error)
	Tidy(context.Context) error
}

// Stage is an application with the form that the suite knows, freshly opened,
// and a session on it. The form has, by these names:
//
//	Surname   a field of one line, empty
//	Comment   a field of several lines, empty
//	Number    a field that cannot be written, shows 4711
//	District  a list of North, South and West; North is chosen
//	Urgent    a box, not ticked
//	Save      a button that records the form
//	Delete    a button that is disabled
//	Print     a button that is there twice
//	Greeting  a text: Good morning
//	Secret    a field for passwords
//	Nowhere   nothing is found by this name
type Stage struct {
	Session Session
	// Element gives an element of the form by its name.
	Element func(name string) (*scenarios.Screen, *scenarios.Element)
	// Recorded is what the application recorded, form by form, oldest first.
	Recorded func() []map[string]string
	// Plain is set where fields have one line and the letters of Western Europe
	// only, as those of terminals do.
	Plain bool
}

// Suite plays every scene, each on a stage of its own.
func Suite(t *testing.T, open func(*testing.T) Stage) {
	t.Helper()
	for name, scene := range map[string]func(player){
		"what is written is read back":        writes,
		"a list takes what it has":            chooses,
		"a box is ticked once":                ticks,
		"a click happens once":                clicks,
		"what is shown is read":               reads,
		"a look waits, and says no":           looks,
		"doubt halts and touches nothing":     doubts,
		"what cannot be worked halts":         blocked,
		"secrets stay secret":                 secrets,
		"an end that is asked for comes soon": ends,
		"what no driver knows is refused":     refuses,
		"tidied up, it goes on":               tidies,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			scene(player{t, open(t)})
		})
	}
}
