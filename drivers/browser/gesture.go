// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// slip is the end of a gesture that did not reach its element: the page moved
// away below it, and the document stopped the events. Nothing was touched, so
// it may be tried again.
type slip struct {
	by      string
	touched bool // a part of it arrived, which the next try replaces
}

func (e *slip) Error() string { return "slipped to " + e.by }

// meet prepares an element and performs a gesture on it, once more each time
// that the page slips away in between, as long as the action may wait. The
// effect is touched as soon as the page may have felt the gesture.
func (s *Session) meet(ctx context.Context, a act.Action, gesture func(prepared) error) (act.Effect, prepared, error) {
	var slipped *slip
	for try := 0; ; try++ {
		p, err := s.prepare(ctx, a)
		if err == nil {
			effect := act.Effect{Found: p.found, Moved: p.moved, Touched: !p.answer.Already}
			if err = gesture(p); !errors.As(err, &slipped) {
				return effect, p, err
			}
			if pause(ctx, try) && !short(ctx) {
				continue
			}
		}
		return act.Effect{Touched: slipped != nil && slipped.touched}, p, s.slippedOr(ctx, a, slipped, err)
	}
}

// short reports whether too little time is left to see another gesture end.
func short(ctx context.Context) bool {
	end, ok := ctx.Deadline()
	return ok && time.Until(end) < time.Second
}

// slippedOr explains an element that could not be met: what its gesture would
// have reached says more than that it is gone by now.
func (s *Session) slippedOr(ctx context.Context, a act.Action, slipped *slip, err error) error {
	if slipped == nil || errors.Is(ctx.Err(), context.Canceled) {
		return err
	}
	cause := speech.Say("%s went away at the moment of the %s", "%s verschwand im Augenblick von „%s“", name(a), a.Verb)
	if slipped.by != "" {
		cause = speech.Say("the %s on %s would have reached %s and was stopped", "„%s“ auf %s hätte %s getroffen und wurde verhindert", a.Verb, name(a), slipped.by)
	}
	f := fault.Wrap(fault.Halted, "browser."+string(a.Verb), cause, err)
	f.Private = slipped.by != "" // what it would have reached may show values of the case
	return f.
		WithHint(speech.Say("the page does not hold still; work this case by hand, or allow the step more time with within",
			"die Seite hält nicht still; bearbeiten Sie diesen Vorgang von Hand oder geben Sie dem Schritt mit within mehr Zeit"))
}

// arrived asks the document whether the click reached its element. A frame in a
// process of its own may not have got it yet: then the first report of any
// document is waited for, and the end of what has begun.
func (s *Session) arrived(ctx context.Context, p prepared) error {
	got, err := s.became(ctx, p, nil)
	if err == nil && !got.Clicked && got.Stopped == "" {
		soon, cancel := context.WithTimeout(ctx, grace)
		defer cancel()
		_ = s.browser.Await(soon, func() bool { return p.frame.Page().Reported(p.token) })
		wait := time.Duration(0)
		if p.frame.Page().Touched(p.token) {
			wait = grace
		}
		got, err = s.became(ctx, p, new(wait.Milliseconds()))
	}
	switch {
	case errors.Is(err, page.ErrGone), errors.Is(err, page.ErrMessage):
		return s.reported(ctx, p.frame.Page().Done, p.token)
	case err != nil:
		return s.broken(ctx, err)
	case got.Clicked:
		return nil
	case got.Touched:
		return strayed(got.Stopped)
	case got.Stopped == "":
		got.Stopped = s.astray(ctx, p)
	}
	return &slip{by: got.Stopped}
}

// became asks what became of a gesture. With a wait, in milliseconds, its end
// is waited for, and what comes later is refused.
func (s *Session) became(ctx context.Context, p prepared, wait *int64) (after, error) {
	var got after
	return got, p.frame.Call(ctx, "after", wait, &got)
}

// grace is how long the report of a gesture may take that its document sent
// before it went away.
const grace = 2 * time.Second

// reported tells whether a document that cannot be asked any more had reported
// what is asked: then the gesture replaced it, or opened the message box.
func (s *Session) reported(ctx context.Context, report func(token string) bool, token string) error {
	ctx, cancel := context.WithTimeout(ctx, grace)
	defer cancel()
	if s.browser.Await(ctx, func() bool { return report(token) }) == nil {
		return nil
	}
	return strayed("")
}

// strayed is the fault of a gesture of which it is not certain what it touched.
func strayed(by string) error {
	cause := speech.Say("the page changed at the moment of the action, which did not arrive as a whole", "die Seite änderte sich im Augenblick der Aktion, die nicht ganz ankam")
	if by != "" {
		cause = speech.Say("the page changed in the middle of the click, which would have reached %s and was stopped", "die Seite änderte sich mitten im Klick, der %s getroffen hätte und verhindert wurde", by)
	}
	f := fault.New(fault.Halted, "browser.arrive", cause)
	f.Private = by != ""
	return f.
		WithHint(speech.Say("look up whether it took effect before this case goes on", "sehen Sie nach, ob sie gewirkt hat, bevor dieser Vorgang weitergeht"))
}

// astray is what a click hit in another document of the window, which had not
// been told of it and stopped it.
func (s *Session) astray(ctx context.Context, p prepared) string {
	hit := ""
	for _, f := range p.frame.Page().Frames() {
		var by string
		if f.Call(ctx, "astray", nil, &by) == nil && by != "" {
			hit = by
		}
	}
	return hit
}
