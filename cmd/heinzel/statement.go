// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/robot/report"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// statement gathers what the journal alone says about one case.
func (a *app) statement(dir string, keys *journal.Keys, w wording, o statementOptions) (report.Statement, error) {
	folder := disk.At(dir)
	s := report.Statement{Issued: now().Local(), By: userName()}
	s.Lang, s.ShowValues = a.speaks(), o.values
	order, err := journal.Show(folder, 0, nil)
	if err != nil {
		return s, err
	}
	for _, e := range order {
		if e.Order != nil {
			identify(&s.Report, e)
			s.Of = e.Order.Cases
		}
	}
	events, err := o.events(folder)
	if err != nil {
		return s, err
	}
	s.Cases = []report.Case{w.stated(o.number, events)}
	s.Proof, err = proofOf(folder, dir, keys)
	return s, err
}

// events are those of the case; with values, it is noted first that somebody
// looks.
func (o statementOptions) events(folder disk.Folder) ([]journal.Event, error) {
	events, err := journal.Show(folder, o.number, nil)
	if err != nil {
		return nil, err
	}
	if o.number < 1 || len(events) == 0 {
		return nil, fault.New(fault.Usage, "journal.statement", speech.Say("there is no case %d in this order, or it has not begun", "einen Vorgang %d gibt es in diesem Auftrag nicht, oder er hat nicht begonnen", o.number)).
			WithHint(speech.Say("the report lists the cases with their numbers", "der Bericht nennt die Vorgänge mit ihren Nummern"))
	}
	if !o.values {
		return events, nil
	}
	keys, err := o.open(folder)
	if err != nil {
		return nil, err
	}
	return journal.Show(folder, o.number, keys)
}

// stated is a case as its journal has it.
func (w wording) stated(number int, events []journal.Event) report.Case {
	first, last := events[0], events[len(events)-1]
	c := report.Case{
		Number: number, Outcome: report.Outcome(last.Outcome), Waits: last.Kind != journal.Ended,
		Begun: first.At.Local(), Took: last.At.Sub(first.At), Reference: first.Reference,
	}
	switch {
	case last.Kind == journal.Question:
		c.Outcome = report.Halted
	case c.Waits:
		c.Outcome = report.Interrupted
	}
	if c.Outcome != report.Done && c.Outcome != report.Unchanged {
		because(&c, lastFault(events))
	}
	w.tell(&c, events)
	return c
}
