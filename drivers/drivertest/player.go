// SPDX-License-Identifier: EUPL-1.2

package drivertest

import (
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
)

// patience is enough for one action on a busy machine; brief is the time after
// which what does not change is given up.
const (
	patience = 20 * time.Second
	brief    = 3 * time.Second
)

// player is one scene on its stage.
type player struct {
	*testing.T
	Stage
}

// do performs an action on an element of the form.
func (p player) do(name string, a act.Action) (act.Effect, error) {
	if name != "" {
		a.Screen, a.Element = p.Element(name)
	}
	if a.Within == 0 {
		a.Within = patience
	}
	return p.Session.Do(p.Context(), a)
}

// does performs an action that has to succeed.
func (p player) does(name string, a act.Action) act.Effect {
	p.Helper()
	e, err := p.do(name, a)
	if err != nil {
		p.Fatalf("%s %s: %v", a.Verb, name, err)
	}
	return e
}

// halts performs an action that has to end with a fault and touch nothing.
func (p player) halts(name string, a act.Action, kind fault.Kind) error {
	p.Helper()
	a.Within = brief
	e, err := p.do(name, a)
	if fault.KindOf(err) != kind {
		p.Errorf("%s %s ended %q, not %q: %v", a.Verb, name, fault.KindOf(err), kind, err)
	}
	if e.Touched {
		p.Errorf("%s %s is said to have touched something", a.Verb, name)
	}
	return err
}

// shows holds what an element shows.
func (p player) shows(name, want string) {
	p.Helper()
	if got := p.does(name, act.Action{Verb: act.Read}).Value; got != want {
		p.Errorf("%s shows %q, not %q", name, got, want)
	}
}

// recorded holds how often the form was recorded, and gives the last record.
func (p player) recorded(times int) map[string]string {
	p.Helper()
	all := p.Recorded()
	if len(all) != times {
		p.Fatalf("%d forms were recorded, not %d: %v", len(all), times, all)
	}
	if times == 0 {
		return nil
	}
	return all[times-1]
}

func fill(text string) act.Action   { return act.Action{Verb: act.Fill, Text: text} }
func choose(text string) act.Action { return act.Action{Verb: act.Choose, Text: text} }
func tick(on bool) act.Action       { return act.Action{Verb: act.Tick, On: on} }
func click() act.Action             { return act.Action{Verb: act.Click} }
