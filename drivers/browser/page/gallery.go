// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/draw"
	"image/png"
	"math"
	"slices"
)

// Gallery is a masked picture of a window, and where in it things are shown.
type Gallery struct {
	shot  *image.RGBA
	boxes map[string]Box // in dots of the picture, by the keys of the things
}

// hall are the things that one frame shows, by their keys.
type hall struct {
	veil
	Keys []string `json:"keys"`
}

// ErrRestless says that a window changed while it was photographed: what has
// become visible meanwhile may be private.
var ErrRestless = errors.New("the window does not come to rest")

// Gallery photographs a watched window at rest, with what is private painted
// over, the texts and all frames of other origins among it. The watching script
// tells by its function "shown" which things there are.
func (p *Page) Gallery(ctx context.Context, texts []string) (*Gallery, error) {
	top, ok := p.Frame()
	if !ok {
		return nil, ErrGone
	}
	d, err := top.Document(ctx)
	if err != nil {
		return nil, err
	}
	what := Private{Texts: texts, Origins: []string{d.Origin}}
	before, err := p.Guarded(ctx, what)
	if err != nil {
		return nil, err
	}
	g := &Gallery{boxes: map[string]Box{}}
	if err := p.hang(ctx, g); err != nil {
		return nil, err
	}
	shot, v, err := p.shoot(ctx)
	if err != nil {
		return nil, err
	}
	after, err := p.Guarded(ctx, what)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(before, after) {
		return nil, ErrRestless
	}
	dots := shot.Bounds().Dx()
	g.shot = masked(shot, v.seen(before, brim, dots))
	for key, box := range g.boxes {
		g.boxes[key] = v.seen([]Box{box}, surroundings, dots)[0]
	}
	return g, nil
}

// surroundings is how much is shown around a thing, in CSS pixels: its label.
const surroundings = 48

func (p *Page) hang(ctx context.Context, g *Gallery) error {
	for _, f := range p.Frames() {
		var h hall
		if err := f.Call(ctx, "shown", nil, &h); err != nil {
			return err
		}
		boxes, err := f.lay(ctx, h.veil)
		if err != nil {
			return err
		}
		for i, key := range h.Keys {
			g.boxes[key] = boxes[i]
		}
	}
	return nil
}

// Of is a PNG of a thing with its surroundings, or nil where none was shown.
func (g *Gallery) Of(key string) []byte {
	box, ok := g.boxes[key]
	if !ok {
		return nil
	}
	part := box.dots().Intersect(g.shot.Bounds())
	if part.Empty() {
		return nil
	}
	out := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	draw.Draw(out, out.Bounds(), g.shot, part.Min, draw.Src)
	var b bytes.Buffer
	if png.Encode(&b, out) != nil {
		return nil
	}
	return b.Bytes()
}

// dots is a box in whole dots, none of them less.
func (b Box) dots() image.Rectangle {
	return image.Rect(int(math.Floor(b.X)), int(math.Floor(b.Y)), int(math.Ceil(b.X+b.Width)), int(math.Ceil(b.Y+b.Height)))
}
