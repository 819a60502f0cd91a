// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
)

// Point is a place in the window, in CSS pixels.
type Point struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
}

// towards is the point at the given part of the way.
func (p Point) towards(to Point, part float64) Point {
	return Point{X: p.X + (to.X-p.X)*part, Y: p.Y + (to.Y-p.Y)*part}
}

// Grab presses the button at a point and begins to drag, in a direction. It
// returns how far it came.
func (p *Page) Grab(ctx context.Context, at, to Point) (Point, error) {
	p.browser.update(func() { p.dragged = nil })
	if _, err := cdp.Call(ctx, p.target, input.SetInterceptDrags, input.SetInterceptDragsParams{Enabled: true}); err != nil {
		return at, gone(err)
	}
	begun := at.towards(to, 0.2)
	return begun, p.mouse(ctx,
		step{input.DispatchMouseEventTypeMouseMoved, at, 0},
		step{input.DispatchMouseEventTypeMousePressed, at, 1},
		step{input.DispatchMouseEventTypeMouseMoved, at.towards(to, 0.1), 1},
		step{input.DispatchMouseEventTypeMouseMoved, begun, 1})
}

// Carry moves the mouse to a point with the button held down.
func (p *Page) Carry(ctx context.Context, from, to Point) error {
	var way []step
	for _, part := range []float64{0.4, 0.6, 0.8, 1, 1} {
		way = append(way, step{input.DispatchMouseEventTypeMouseMoved, from.towards(to, part), 1})
	}
	return p.mouse(ctx, way...)
}

// Release lets the button go.
func (p *Page) Release(ctx context.Context, at Point) error {
	return p.mouse(ctx, step{input.DispatchMouseEventTypeMouseReleased, at, 0})
}

// step is one event of the mouse, with the buttons that are held then.
type step struct {
	kind input.DispatchMouseEventType
	at   Point
	held int64
}

// mouse performs events one after the other, as far as no message box comes.
// One whose document is gone at the first has not begun.
func (p *Page) mouse(ctx context.Context, steps ...step) error {
	p.gesture.Lock()
	defer p.gesture.Unlock()
	for _, s := range steps {
		params := input.DispatchMouseEventParams{Type: s.kind, X: s.at.X, Y: s.at.Y, Buttons: s.held}
		if s.kind != input.DispatchMouseEventTypeMouseMoved || s.held != 0 {
			params.Button = input.MouseButtonLeft
		}
		if s.kind != input.DispatchMouseEventTypeMouseMoved {
			params.ClickCount = 1
		}
		if err := p.point(ctx, params); err != nil {
			return err
		}
	}
	return nil
}

// Dragged waits for what the browser drags in its own way (HTML5): the page
// must have begun a drag of that kind.
func (p *Page) Dragged(ctx context.Context) error {
	return p.browser.Await(ctx, func() bool { return p.load() != nil || p.Gone() })
}

func (p *Page) load() *input.DragData {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	return p.dragged
}

// Hover brings what is dragged over a point.
func (p *Page) Hover(ctx context.Context, at Point) error {
	if err := p.drag(ctx, input.DispatchDragEventTypeDragEnter, at); err != nil {
		return err
	}
	return p.drag(ctx, input.DispatchDragEventTypeDragOver, at)
}

// Drop drops what is dragged and lets the button go.
func (p *Page) Drop(ctx context.Context, at Point) error {
	if err := p.drag(ctx, input.DispatchDragEventTypeDrop, at); err != nil {
		return err
	}
	return p.Release(ctx, at)
}

// Abandon gives a drag up.
func (p *Page) Abandon(ctx context.Context, at Point) error {
	return p.drag(ctx, input.DispatchDragEventTypeDragCancel, at)
}

func (p *Page) drag(ctx context.Context, kind input.DispatchDragEventType, at Point) error {
	p.gesture.Lock()
	defer p.gesture.Unlock()
	return gone(p.unlessMessage(ctx, func(ctx context.Context) error {
		_, err := cdp.Call(ctx, p.target, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: at.X, Y: at.Y, Data: p.load()})
		return err
	}))
}
