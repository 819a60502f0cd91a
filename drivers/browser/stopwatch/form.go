// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package main

import (
	"context"
	"fmt"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/robot/journal/disk"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

const patience = 30 * time.Second

// open begins the journal of the order that all forms belong to.
func open(dir string) (*journal.Journal, error) {
	keys, err := journal.NewKeys()
	if err != nil {
		return nil, err
	}
	return journal.Create(disk.At(dir), journal.Order{ID: "stopwatch", Version: "bench"}, keys, time.Now)
}

// fill works one form as one case: its values are sealed when it begins, every
// action is noted, and the click that submits is announced and answered durably.
func fill(ctx context.Context, s *hand, book *journal.Journal, f form) (times, error) {
	began, t := time.Now(), times{Browser: s.Process()}
	values := map[string]value.Value{}
	for _, field := range f.Fields {
		values[field.Label] = value.NewText(field.Text)
	}
	c, err := book.Begin(0, "", values)
	if err != nil {
		return t, err
	}
	if f.Address != "" {
		if _, err := s.Do(ctx, act.Action{Verb: act.Open, Text: f.Address, Within: patience}); err != nil {
			return t, err
		}
	}
	for i, field := range f.Fields {
		began := time.Now()
		if err := write(ctx, s, c, i, field); err != nil {
			return t, err
		}
		t.Fields = append(t.Fields, since(began))
	}
	if err := submit(ctx, s, c, f); err != nil {
		return t, err
	}
	if err := c.End(journal.Done, speech.Text{}); err != nil {
		return t, err
	}
	t.Form = since(began)
	t.CPU, t.Driver = processor(), s.driver
	t.Memory, err = resident()
	return t, err
}

func write(ctx context.Context, s *hand, c *journal.Case, i int, f field) error {
	a := act.Action{Verb: act.Fill, Text: f.Text, Within: patience}
	a.Screen, a.Element = element(scenarios.ByLabel, f.Label)
	effect, err := s.Do(ctx, a)
	if err != nil {
		return err
	}
	if effect.Value != f.Text {
		return fmt.Errorf("%s holds %q", f.Label, effect.Value)
	}
	return c.Note(journal.Event{Kind: journal.Result, Step: fmt.Sprint(i + 1), About: map[string]string{"verb": "fill", "found": effect.Found}})
}

// submit clicks as a step that cannot be undone, and sees what it must.
func submit(ctx context.Context, s *hand, c *journal.Case, f form) error {
	if err := c.Intend(journal.Event{Kind: journal.Intent, Step: "submit"}); err != nil {
		return err
	}
	a := act.Action{Verb: act.Click, Within: patience}
	a.Screen, a.Element = element(scenarios.ByName, f.Submit)
	if _, err := s.Do(ctx, a); err != nil {
		return err
	}
	if shown, err := s.Look(ctx, act.Look{Text: f.Shows, Within: patience}); err != nil || !shown {
		return fmt.Errorf("%q is not shown: %w", f.Shows, err)
	}
	return c.Intend(journal.Event{Kind: journal.Result, Step: "submit"})
}

func element(by scenarios.By, what string) (*scenarios.Screen, *scenarios.Element) {
	return &scenarios.Screen{Name: "form"}, &scenarios.Element{Name: what, Found: []scenarios.Candidate{{By: by, What: what, Matched: 1}}}
}

func since(t time.Time) float64 { return float64(time.Since(t).Microseconds()) / 1000 }
