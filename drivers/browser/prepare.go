// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"strconv"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/drivers/field"
)

// prepared is an element that was found beyond doubt, checked, and made ready.
type prepared struct {
	frame  page.Frame
	answer answer
	token  string // under which the gesture was announced to the document
	found  string
	moved  bool
}

// settle is how long a doubt must last on a complete page before it counts:
// pages build themselves up, and half a page is no page.
const settle = time.Second

// prepare finds the element of an action and makes it ready, waiting as long
// as the action may. The waiting is spaced like Playwright's: at once, then
// after 20, 100, 100 and 500 ms.
func (s *Session) prepare(ctx context.Context, a act.Action) (prepared, error) {
	q := s.question(a)
	var last error
	var since time.Time
	for try := 0; ; try++ {
		p, err := s.once(ctx, a, q)
		if err == nil {
			s.last = p.frame
		}
		if err == nil || final(err) {
			return p, err
		}
		// a call that the end of the time cut off says nothing new
		if last == nil || ctx.Err() == nil && last.Error() != err.Error() {
			last, since = err, time.Now()
		}
		if missing(err) && try%hidden == 1 {
			s.pierce(ctx, p.frame)
		}
		if (doubtful(err) || p.answer.Status >= 500) && time.Since(since) > settle {
			return s.become(ctx, a, q, p, s.outcome(ctx, err))
		}
		if !pause(ctx, try) {
			return s.become(ctx, a, q, p, s.timeUp(ctx, last))
		}
	}
}

// hidden is how many tries lie between two searches for closed shadow roots,
// which cost a walk through the whole document.
const hidden = 4

// pierce makes closed shadow roots known where something was not found. That a
// frame cannot be searched is the next try's trouble.
func (s *Session) pierce(ctx context.Context, frames ...page.Frame) {
	for _, f := range frames {
		if f.Page() != nil {
			_ = f.Pierce(ctx)
		}
	}
}

// pause waits before the next try; it is false when the time is up.
func pause(ctx context.Context, try int) bool {
	steps := []time.Duration{0, 20, 100, 100, 500}
	timer := time.NewTimer(steps[min(try, len(steps)-1)] * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// once asks the page once: all recorded ways in one call and, only where they
// disagree but a winner is clear, a second call for the winner.
func (s *Session) once(ctx context.Context, a act.Action, q question) (prepared, error) {
	f, err := s.frame(ctx, a.Screen, a.Element)
	if err != nil {
		return prepared{}, err
	}
	p := prepared{frame: f, token: q.Token}
	if err := f.Call(ctx, "act", q, &p.answer); err != nil {
		return p, s.callError(err)
	}
	if p.answer.Why == "judge" {
		p, err = s.judge(ctx, a, q, p)
	} else {
		p.found = agreed(a.Element)
		err = s.obstacle(a, p.answer)
	}
	if err == nil {
		err = s.aim(ctx, a, &p)
	}
	return p, err
}

// aim makes sure of the point where a click arrives.
func (s *Session) aim(ctx context.Context, a act.Action, p *prepared) error {
	if !p.answer.Aimed || p.answer.Whole {
		return nil
	}
	return s.place(ctx, a, p)
}

// place finds the point of an element in the window where frames of other
// origins lie around it, and makes sure that nothing covers it there.
func (s *Session) place(ctx context.Context, a act.Action, p *prepared) error {
	spot, err := p.frame.Carry(ctx, page.Spot{X: p.answer.X, Y: p.answer.Y, Levels: p.answer.Levels}, true)
	if err != nil {
		return s.callError(err)
	}
	if spot.By != "" {
		return &obstacle{why: "covered", by: spot.By, target: name(a)}
	}
	p.answer.X, p.answer.Y = spot.X, spot.Y
	return nil
}

// token is a new name for one gesture.
func (s *Session) token() string {
	s.gestures++
	return strconv.Itoa(s.gestures)
}

func name(a act.Action) string { return field.Name(a) }
