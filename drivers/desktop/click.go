// SPDX-License-Identifier: EUPL-1.2

package desktop

import (
	"context"
	"errors"
	"image"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/desktop/tree"
	"github.com/heinzel-rpa/heinzel/drivers/field"
)

// click clicks an element as a person does, and waits until the program has
// dealt with it.
func (s *Session) click(ctx context.Context, a act.Action) (act.Effect, error) {
	p, err := s.prepare(ctx, a)
	effect := p.effect()
	if err != nil {
		return effect, err
	}
	effect.Touched, err = s.hit(ctx, a, p)
	if err != nil {
		return effect, outcome(ctx, passing(err))
	}
	if a.Answer != nil {
		answered, err := s.dialog(ctx, *a.Answer)
		effect.Said = answered.Said
		return effect, err
	}
	return effect, nil
}

// hit clicks an element with the mouse. The element's own action would do as
// well, but for one thing: a program that shows a message box in the middle of
// it describes nothing any more until the box is closed.
func (s *Session) hit(ctx context.Context, a act.Action, p prepared) (touched bool, err error) {
	if err := s.hands(); err != nil {
		return false, err
	}
	if inMenu(p.node) {
		return s.hitEntry(ctx, a, p)
	}
	if p.row != nil || !p.node.Is(tree.Showing) {
		// a cell that gets the keys is scrolled into view
		if err := p.node.Focus(ctx); err != nil && !errors.Is(err, tree.ErrRefused) {
			return false, err
		}
	}
	at, err := s.aim(ctx, a, p)
	if err != nil {
		return false, err
	}
	if err := s.still(p); err != nil {
		return false, err
	}
	if err := s.hand.Click(ctx, at.X, at.Y, a.Double); err != nil {
		return true, err
	}
	return true, s.display.Settle(ctx, p.x)
}

// aim is where the mouse hits an element: in its middle, once it stands still
// and nothing lies over it there.
func (s *Session) aim(ctx context.Context, a act.Action, p prepared) (image.Point, error) {
	var last image.Rectangle
	for try := 0; ; try++ {
		boxes, err := tree.Boxes(ctx, []*tree.Node{p.node})
		if err != nil {
			return image.Point{}, err
		}
		middle := boxes[0].Min.Add(boxes[0].Max).Div(2)
		by, free := "", false
		if boxes[0] == last && !last.Empty() {
			if by, free = s.reaches(p, middle); free {
				return middle, nil
			}
		}
		if last = boxes[0]; !pause(ctx, try) {
			if by != "" {
				return middle, &obstacle{why: "covered", by: by, target: field.Name(a)}
			}
			return middle, &obstacle{why: "not shown", target: field.Name(a)}
		}
	}
}

// reaches reports whether a click at a point gets to the window of an element,
// or to a menu of the same program that hangs over it; else what lies there.
func (s *Session) reaches(p prepared, at image.Point) (by string, free bool) {
	over := s.display.At(at.X, at.Y)
	if over.ID == p.x {
		return "", true
	}
	managed, err := s.display.Windows()
	if err != nil {
		return over.Title, false
	}
	for _, x := range managed {
		if x.ID == over.ID {
			return over.Title, false
		}
	}
	return over.Title, over.Process == p.window.Process && over.ID != 0
}
