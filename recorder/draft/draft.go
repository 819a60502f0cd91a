// SPDX-License-Identifier: EUPL-1.2

// Package draft turns what was observed while a person worked into a scenario
// that a person would have written: keystrokes become values, values become
// inputs, a log-in becomes secrets, and what cannot be taken back becomes a
// commit with a proposal of how to find out whether it happened. What is only
// proposed is said in remarks. No text that was typed is ever part of it.
package draft

import (
	"cmp"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/format"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// MaxEvents bounds one recording.
const MaxEvents = 200_000

// Options say what the recording itself does not.
type Options struct {
	// Title names the task; empty is a general word.
	Title string
	// Lang is the language of the names that the draft has to invent.
	Lang speech.Lang
}

// Draft is the scenario that a recording became.
type Draft struct {
	Scenario *scenarios.Scenario
	// Locations are where the systems were.
	Locations []scenarios.Location
	// Case holds what was typed, by the names of the inputs. It comes out of
	// the memory alone: a recording read from the disk has none.
	Case map[string]string
	// Pictures are where the elements' pictures lie in the recording, by where they
	// belong in the scenario's folder.
	Pictures map[string]string
	// Remarks say what is proposed, and what was left out.
	Remarks []Remark
}

// Remark is something that a person should look at.
type Remark struct {
	Kind RemarkKind
	// Step is the number of the step, where it is about one.
	Step string
	// Says is what was done, and Hint what a person may do about it.
	Says, Hint speech.Text
}

// RemarkKind sorts remarks.
type RemarkKind string

// The kinds of remarks.
const (
	AboutCommit RemarkKind = "commit"
	AboutVerify RemarkKind = "verify"
	AboutLoop   RemarkKind = "loop"
	AboutLogIn  RemarkKind = "log in"
	AboutValue  RemarkKind = "value"
	AboutRow    RemarkKind = "row"
	LeftOut     RemarkKind = "left out"
)

// New makes a draft of the events, in their order.
func New(events []event.Event, o Options) (*Draft, error) {
	if len(events) > MaxEvents {
		return nil, fault.New(fault.Usage, "draft.new", speech.Say("the recording holds more than %d events", "die Aufzeichnung enthält mehr als %d Beobachtungen", MaxEvents)).
			WithHint(speech.Say("record a shorter part of the task", "zeichnen Sie einen kürzeren Teil der Aufgabe auf"))
	}
	r := gather(events)
	c := newComposer(r, o)
	c.compose()
	if len(c.scenario.Steps) == 0 {
		return nil, fault.New(fault.Usage, "draft.new", speech.Say("nothing was recorded that a robot could repeat", "es wurde nichts aufgezeichnet, was ein Roboter wiederholen könnte")).
			WithHint(speech.Say("open the application and do the task once", "öffnen Sie die Anwendung, und erledigen Sie die Aufgabe einmal"))
	}
	return c.finished(cmp.Or(strings.TrimSpace(o.Title), speech.Say("Recorded task", "Aufgezeichnete Aufgabe").In(o.Lang))), nil
}

// Environment is the file that says where the systems were.
func (d *Draft) Environment() []byte { return format.WriteEnvironment(d.Scenario.Title, d.Locations) }
