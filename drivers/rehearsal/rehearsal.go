// SPDX-License-Identifier: EUPL-1.2

// Package rehearsal is the imaginary screen: it performs every step without
// any system. What a screen shows comes from a test case or from the samples
// in the element files, and what was written is read back. Scenarios are
// tested and rehearsed on it.
package rehearsal

import (
	"context"
	"maps"
	"sync"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Driver shows imaginary screens.
type Driver struct {
	// Shows is what can be read: by screen/element, by a text that is
	// visible ("text: …": yes or no), or by METHOD /path for the body of an
	// interface's answer.
	Shows map[string]string
}

// Session is one imaginary system.
type Session struct {
	mu      sync.Mutex
	shows   map[string]string
	written map[string]string
	sent    []letter
	// Done are the actions in their order.
	Done []act.Action
}

// Begin opens an imaginary system.
func (d Driver) Begin(context.Context, scenarios.Location) (*Session, error) {
	return &Session{shows: maps.Clone(d.Shows), written: map[string]string{}}, nil
}

// Close forgets the screen.
func (s *Session) Close() {}

// Do notes the action, and answers reads.
func (s *Session) Do(ctx context.Context, a act.Action) (act.Effect, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Done = append(s.Done, a)
	switch a.Verb {
	case act.Fill, act.Choose:
		s.written[name(a.Screen, a.Element)] = a.Text
		return act.Effect{Value: a.Text}, ctx.Err()
	case act.Tick:
		s.written[name(a.Screen, a.Element)] = state(a.On)
		return act.Effect{Value: state(a.On)}, ctx.Err()
	case act.Read:
		value, ok := s.shown(a.Screen, a.Element)
		if !ok {
			return act.Effect{}, unknown(name(a.Screen, a.Element))
		}
		return act.Effect{Value: value}, ctx.Err()
	case act.Request:
		return s.call(a.Call), ctx.Err()
	case act.Download, act.Print:
		return s.file(a), ctx.Err()
	}
	effect := act.Effect{}
	if a.Answer != nil {
		effect.Said = a.Answer.Says
	}
	return effect, ctx.Err()
}

// state is how a box reads.
func state(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}

// shown is what a screen shows: what was written in this session wins, then
// the test case, then the sample of the element file.
func (s *Session) shown(screen *scenarios.Screen, e *scenarios.Element) (string, bool) {
	if v, ok := s.written[name(screen, e)]; ok {
		return v, true
	}
	if v, ok := s.shows[name(screen, e)]; ok {
		return v, true
	}
	return e.Sample, e.Sample != ""
}

func name(screen *scenarios.Screen, e *scenarios.Element) string { return screen.Name + "/" + e.Name }

func unknown(element string) error {
	return fault.New(fault.Usage, "rehearsal.read", speech.Say("the imaginary screen does not know what %s shows", "der gedachte Bildschirm weiß nicht, was %s zeigt", element)).
		WithHint(speech.Say("add it under screen: in the test case, or sample: in the element file", "ergänzen Sie es unter screen: im Prüffall oder sample: in der Elementdatei"))
}

// Look answers by the test case; what it does not mention is as expected.
func (s *Session) Look(ctx context.Context, l act.Look) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if l.Text != "" {
		if v, ok := s.shows["text: "+l.Text]; ok {
			return v == "yes", ctx.Err()
		}
		return l.Within > act.AtOnce, ctx.Err()
	}
	return true, ctx.Err()
}

// Picture has nothing to show.
func (s *Session) Picture(context.Context, []string) ([]byte, error) { return nil, nil }

// Tidy has nothing to tidy.
func (s *Session) Tidy(context.Context) error { return nil }
