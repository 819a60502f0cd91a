// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// drag takes an element with the real mouse and drops it onto another. Both
// must be found beyond doubt, and be seen at the same time, before the button
// goes down; the page's own events then say where it was dropped.
func (s *Session) drag(ctx context.Context, a act.Action) (act.Effect, error) {
	onto := act.Action{Verb: "drop", Screen: a.OntoScreen, Element: a.Onto, Within: a.Within}
	if _, err := s.prepare(ctx, onto); err != nil {
		return act.Effect{}, err
	}
	effect, _, err := s.meet(ctx, a, func(p prepared) error {
		to, err := s.still(ctx, onto, p)
		if err != nil {
			return err
		}
		return s.carry(ctx, a, p, page.Point{X: p.answer.X, Y: p.answer.Y}, to)
	})
	if err != nil {
		return effect, err
	}
	return effect, s.quiet(ctx)
}

// still finds the goal once more without scrolling, now that the element that
// is dragged is in view.
func (s *Session) still(ctx context.Context, onto act.Action, p prepared) (page.Point, error) {
	q := s.question(onto)
	q.Still = true
	goal, err := s.once(ctx, onto, q)
	if o, ok := errors.AsType[*obstacle](err); ok {
		return page.Point{}, dragFault(speech.Say("both ends cannot be seen at the same time: %s", "beide Enden sind nicht zugleich zu sehen: %s", o))
	}
	if err == nil && goal.frame != p.frame {
		return page.Point{}, dragFault(speech.Say("%s lies in another frame", "%s liegt in einem anderen Rahmen", name(onto)))
	}
	return page.Point{X: goal.answer.X, Y: goal.answer.Y}, err
}

// carry performs the gesture, and lets go only where the goal still lies below
// the mouse and would take what is dragged.
func (s *Session) carry(ctx context.Context, a act.Action, p prepared, from, to page.Point) error {
	begun, err := p.frame.Page().Grab(ctx, from, to)
	if err != nil {
		return s.broken(ctx, err)
	}
	h, err := s.hand(ctx, p, from, begun, to)
	var why string
	if err == nil {
		err = p.frame.Call(ctx, "over", to, &why)
	}
	if err == nil && why != "" {
		_ = h.giveUp(ctx, from)
		return notDropped(a, why)
	}
	if err == nil {
		err = h.release(ctx, to)
	}
	if err != nil && !errors.Is(err, page.ErrGone) && !errors.Is(err, errUnseen) {
		return s.broken(ctx, err)
	}
	return s.dropped(ctx, a, p)
}

// errUnseen: the mouse moved, and the document did not notice it.
var errUnseen = errors.New("the mouse was not seen")

// hand is how something that was taken is let go.
type hand struct {
	release, giveUp func(context.Context, page.Point) error
}

// hand brings what was taken to the goal, by the mouse alone or, where the page
// has the browser drag, by the events of that: the mouse then belongs to the
// browser. A page may have it do so soon, or only after part of the way.
func (s *Session) hand(ctx context.Context, p prepared, from, begun, to page.Point) (hand, error) {
	window := p.frame.Page()
	landed := func(end func(context.Context, page.Point) error) func(context.Context, page.Point) error {
		return func(ctx context.Context, at page.Point) error {
			if err := end(ctx, at); err != nil {
				return err
			}
			_ = p.frame.Call(ctx, "landed", nil, nil) // what became of it is asked next
			return nil
		}
	}
	mouse, browser := hand{window.Release, window.Release}, hand{landed(window.Drop), landed(window.Abandon)}
	native, err := s.native(ctx, p, begun)
	if err == nil && !native {
		if err = window.Carry(ctx, from, to); err == nil {
			native, err = s.native(ctx, p, to)
		}
	}
	if err != nil || !native {
		return mouse, err
	}
	if err := window.Dragged(ctx); err != nil {
		return browser, err
	}
	return browser, window.Hover(ctx, to)
}

// native asks whether the browser drags, now that the mouse has come to a point.
// The browser answers for the mouse before the page has seen it.
func (s *Session) native(ctx context.Context, p prepared, at page.Point) (bool, error) {
	var who string
	if err := p.frame.Call(ctx, "dragging", at, &who); err != nil {
		return false, err
	}
	if who == "" || who == "foreign" {
		_ = p.frame.Page().Release(ctx, at)
	}
	switch who {
	case "":
		return false, errUnseen
	case "foreign":
		return false, foreignMouse()
	}
	return who == "browser", nil
}

// dropped asks the document whether the element was dropped where it should.
func (s *Session) dropped(ctx context.Context, a act.Action, p prepared) error {
	var got after
	switch err := p.frame.Call(ctx, "after", nil, &got); {
	case errors.Is(err, page.ErrGone), errors.Is(err, page.ErrMessage):
		return s.reported(ctx, p.frame.Page().Touched, p.token)
	case err != nil:
		return s.broken(ctx, err)
	case got.Dropped:
		return nil
	case !got.Touched:
		return &slip{by: got.Stopped}
	}
	return notDropped(a, "refused")
}

func foreignMouse() error {
	return fault.New(fault.Halted, "browser.drag", speech.Say("the screen's own mouse pointer came between", "der Mauszeiger des Bildschirms kam dazwischen")).
		WithHint(speech.Say("leave the robot's windows uncovered and the mouse beside them, or leave out --headful", "lassen Sie die Fenster des Roboters frei und die Maus daneben, oder lassen Sie --headful weg"))
}

func notDropped(a act.Action, why string) error {
	if why == "moved" {
		return dragFault(speech.Say("the place to drop %s moved away", "der Ablageort für %s wich aus", name(a)))
	}
	return dragFault(speech.Say("%s is not taken where it is dropped", "%s wird dort, wo es abgelegt wird, nicht angenommen", name(a)))
}

func dragFault(cause speech.Text) error {
	return fault.New(fault.Halted, "browser.drag", cause).
		WithHint(speech.Say("look at the screen; both ends must be visible at the same time", "sehen Sie sich die Maske an; beide Enden müssen zugleich zu sehen sein"))
}
