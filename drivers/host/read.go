// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"context"
	"errors"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// read gives what an element shows: of a field with numbered entries the entry,
// of one for a mark yes or no.
func (s *Session) read(ctx context.Context, a act.Action) (act.Effect, error) {
	m, err := s.meet(ctx, a)
	effect := act.Effect{Found: m.found, Moved: m.moved}
	if err != nil {
		return effect, err
	}
	effect.Value, err = value(a, m)
	return effect, err
}

func value(a act.Action, m met) (string, error) {
	switch entry, ok := chosen(m); {
	case m.spot.Input && m.Fields[m.spot.Field].Hidden:
		return "", fault.New(fault.Usage, "host.read", speech.Say("%s is a hidden field, which nobody reads", "%s ist ein verdecktes Feld, das niemand liest", name(a)))
	case a.Element.Role == "checkbox":
		return state(ticked(m.spot)), nil
	case ok && (a.Element.Role == "combobox" || a.Element.Role == "listbox"):
		return entry, nil
	}
	return m.spot.Text, nil
}

// glance is the time that one look may take beyond the patience of the question.
const glance = 3 * time.Second

// Look waits until the host shows what is asked for. It is false when the time
// is up and a look found it missing; an error means that looking failed.
func (s *Session) Look(ctx context.Context, l act.Look) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, l.Within+glance)
	defer cancel()
	until, looked := time.Now().Add(l.Within), false
	for try := 0; ; try++ {
		yes, err := s.shows(ctx, l)
		if isOverdue(err) {
			return false, s.missed(ctx, looked)
		}
		if yes || err != nil && final(err) {
			return yes, err
		}
		o, waits := errors.AsType[*obstacle](err)
		looked = looked || !waits || !o.locked
		if looked && time.Now().After(until) || !pause(ctx, try) {
			return false, s.missed(ctx, looked)
		}
	}
}

// missed explains a look that ran out of time.
func (s *Session) missed(ctx context.Context, looked bool) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return ctx.Err()
	}
	if !looked {
		return s.outcome(locked())
	}
	return nil
}

func (s *Session) shows(ctx context.Context, l act.Look) (bool, error) {
	now, err := s.now(ctx)
	switch {
	case err != nil:
		return false, err
	case now.locked:
		return false, locked()
	case l.Text != "" && !now.Shows(l.Text), l.Gone != "" && now.Shows(l.Gone):
		return false, nil
	case l.Element == nil:
		return true, nil
	case !recognised(now, l.Screen):
		return false, &obstacle{elsewhere: l.Screen, now: now}
	}
	a := act.Action{Verb: act.Read, Screen: l.Screen, Element: l.Element}
	m, err := s.judge(a, met{shown: now})
	if err != nil {
		return false, err
	}
	got, err := value(a, m)
	return err == nil && (!l.HasText || got == l.Shows), err
}
