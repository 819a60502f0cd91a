// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"slices"
	"strings"
)

// Private says what must not be seen in a picture.
type Private struct {
	// Texts are hidden wherever they are shown.
	Texts []string `json:"texts"`
	// Origins are those whose documents may be seen at all.
	Origins []string `json:"origins"`
}

// veil are the boxes of one frame, in its own pixels, and where two of its
// points lie further out: frames may be shown at another scale.
type veil struct {
	Boxes []Box `json:"boxes"`
	Zero  Spot  `json:"zero"`
	Far   Spot  `json:"far"`
}

// Guarded finds the boxes of everything private in the window. A frame that
// cannot be asked is hidden as a whole.
func (p *Page) Guarded(ctx context.Context, what Private) ([]Box, error) {
	var boxes []Box
	for _, f := range p.all() {
		some, err := f.guarded(ctx, what)
		if err != nil {
			return nil, err
		}
		boxes = append(boxes, some...)
	}
	return boxes, nil
}

func (f Frame) guarded(ctx context.Context, what Private) ([]Box, error) {
	var v veil
	if f.world != 0 {
		if err := f.Pierce(ctx); err != nil {
			return nil, err
		}
		if err := f.mark(ctx, what, &v); err != nil {
			return nil, err
		}
	} else {
		inner, outer, ok := f.around(0)
		if !ok {
			return nil, ErrGone
		}
		if err := outer.callOn(ctx, inner, "extent", nil, &v); err != nil {
			return nil, err
		}
	}
	return f.lay(ctx, v)
}

// mark asks a document for its boxes. The texts are told to those origins only
// that may be seen: others are hidden as a whole, and the texts are no business
// of theirs.
func (f Frame) mark(ctx context.Context, what Private, v *veil) error {
	d, err := f.Document(ctx)
	if err != nil {
		return err
	}
	if !slices.Contains(what.Origins, d.Origin) {
		what.Texts = []string{}
	}
	return f.Call(ctx, "guarded", what, v)
}

// lay takes the boxes of a frame out to the window.
func (f Frame) lay(ctx context.Context, v veil) ([]Box, error) {
	zero, err := f.Carry(ctx, v.Zero, false)
	if err != nil {
		return nil, err
	}
	far, err := f.Carry(ctx, v.Far, false)
	if err != nil {
		return nil, err
	}
	wide, high := (far.X-zero.X)/1000, (far.Y-zero.Y)/1000
	for i, b := range v.Boxes {
		v.Boxes[i] = Box{zero.X + b.X*wide, zero.Y + b.Y*high, b.Width * wide, b.Height * high}
	}
	return v.Boxes, nil
}

// all are the frames of the window, always in one order, also those that have no
// document yet.
func (p *Page) all() []Frame {
	p.browser.mu.Lock()
	defer p.browser.mu.Unlock()
	var out []Frame
	for _, f := range p.frames {
		out = append(out, f.handle(p))
	}
	slices.SortFunc(out, func(a, b Frame) int { return strings.Compare(string(a.id), string(b.id)) })
	return out
}
