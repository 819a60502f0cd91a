// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/host/screen"
	"github.com/heinzel-rpa/heinzel/recorder/target"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// met is the one element that is meant, on the screen that is shown.
type met struct {
	shown
	spot  screen.Spot
	found string
	moved bool
}

// settle is how long a doubt must last before it counts: hosts paint a screen in
// several strokes.
const settle = time.Second

// meet finds the element of an action, waiting as long as the action may: for
// the host, for the screen, for the element.
func (s *Session) meet(ctx context.Context, a act.Action) (met, error) {
	var last error
	var since time.Time
	for try := 0; ; try++ {
		m, err := s.once(ctx, a)
		if isOverdue(err) && last != nil {
			return m, s.timeUp(ctx, last)
		}
		if err == nil || final(err) {
			return m, err
		}
		if last == nil || last.Error() != err.Error() {
			last, since = err, time.Now()
		}
		if wholly(err) || doubtful(err) && time.Since(since) > settle {
			return m, s.outcome(last)
		}
		if !pause(ctx, try) {
			return m, s.timeUp(ctx, last)
		}
	}
}

// pause waits before the next try; it is false when the time is up.
func pause(ctx context.Context, try int) bool {
	steps := []time.Duration{0, 10, 20, 50, 100}
	timer := time.NewTimer(steps[min(try, len(steps)-1)] * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// once looks once: is the host ready, is it the screen, is the element clear?
func (s *Session) once(ctx context.Context, a act.Action) (met, error) {
	now, err := s.now(ctx)
	m := met{shown: now}
	switch {
	case err != nil:
		return m, err
	case now.locked:
		return m, locked()
	case !recognised(now, a.Screen):
		return m, &obstacle{elsewhere: a.Screen, now: now}
	case len(a.Row) > 0:
		return s.inRow(ctx, a, m)
	}
	return s.judge(a, m)
}

// recognised reports whether the screen is surely the one that is meant.
func recognised(now shown, meant *scenarios.Screen) bool {
	return meant == nil || meant.RecognisedBy == "" || now.Says(meant.RecognisedBy)
}

// judge lets all recorded ways vote.
func (s *Session) judge(a act.Action, m met) (met, error) {
	ballot, spots := act.Ballot{}, []screen.Spot(nil)
	for _, c := range a.Element.Found {
		vote := act.Vote{By: c.By, What: c.What}
		for _, spot := range m.Find(c.By, c.What) {
			if !plays(spot, a.Element.Role) || !plays(spot, c.Role) {
				continue
			}
			i := slices.IndexFunc(spots, func(o screen.Spot) bool { return o.Row == spot.Row && o.Column == spot.Column && o.Key == spot.Key })
			if i < 0 {
				i = len(spots)
				spots = append(spots, spot)
				ballot.Rivals = append(ballot.Rivals, act.Rival{Describe: s.describe(spot)})
			}
			vote.Matches = append(vote.Matches, i)
		}
		ballot.Ways = append(ballot.Ways, vote)
	}
	verdict := target.Judge(ballot)
	if verdict.Winner < 0 {
		return m, &obstacle{doubt: act.NewDoubt(name(a), ballot, verdict.Rivals), now: m.shown}
	}
	m.spot, m.found, m.moved = spots[verdict.Winner], verdict.Found, verdict.Moved
	return m, nil
}

// plays reports whether a thing can have a role: fields for writing, keys that a
// screen offers, and texts.
func plays(spot screen.Spot, role string) bool {
	switch role {
	case "textbox", "password", "combobox", "listbox", "checkbox":
		return spot.Input
	case "button":
		return spot.Input || spot.Key != ""
	case "text", "cell":
		return !spot.Input && spot.Key == ""
	}
	return true
}

// obstacle is what stands between an action and its element, as long as waiting
// may help.
type obstacle struct {
	locked    bool
	elsewhere *scenarios.Screen // that was expected; another is shown
	doubt     *act.Doubt
	now       shown
	whole     bool // a list was read to its end: once is enough
}

func locked() error { return &obstacle{locked: true} }

// Error tells obstacles apart.
func (o *obstacle) Error() string {
	switch {
	case o.locked:
		return "locked"
	case o.doubt != nil:
		return o.doubt.Error()
	}
	return "another screen"
}

func final(err error) bool {
	_, waits := errors.AsType[*obstacle](err)
	return !waits
}

// doubtful reports whether several could be meant: waiting makes it no safer.
func doubtful(err error) bool {
	o, ok := errors.AsType[*obstacle](err)
	return ok && o.doubt != nil && (len(o.doubt.Rivals) > 0 || len(o.doubt.Rows) > 1)
}

// wholly reports whether a list was read to its end: turning its pages again
// and again shows nothing new.
func wholly(err error) bool {
	o, ok := errors.AsType[*obstacle](err)
	return ok && o.whole
}

// timeUp is the fault of waiting that led nowhere.
func (s *Session) timeUp(ctx context.Context, last error) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return ctx.Err()
	}
	return s.outcome(last)
}

// outcome turns the last obstacle into the fault that a person reads.
func (s *Session) outcome(last error) error {
	o, ok := errors.AsType[*obstacle](last)
	switch {
	case !ok:
		return last
	case o.locked:
		return fault.New(fault.Technical, "host.locked", lockedText).WithHint(lockedHint)
	case o.elsewhere != nil:
		return s.wrongScreen(o)
	}
	return fault.Wrap(fault.Halted, "host.find", doubtText, o.doubt).WithHint(advice(o.doubt))
}
