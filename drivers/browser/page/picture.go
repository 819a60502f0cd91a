// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
)

// Box is a rectangle of the window, in CSS pixels.
type Box struct {
	X, Y, Width, Height float64
}

// Picture takes a PNG of the window with the boxes painted grey: nothing
// guarded ever exists as a picture outside memory. A box is painted a little
// larger than it is, so that no edge of a letter remains.
func (p *Page) Picture(ctx context.Context, boxes []Box) ([]byte, error) {
	answer, err := cdp.Call(ctx, p.target, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng})
	if err != nil {
		return nil, gone(err)
	}
	shot, err := png.Decode(bytes.NewReader(answer.Data))
	if err != nil {
		return nil, err
	}
	top, ok := p.Frame()
	if !ok {
		return nil, ErrGone
	}
	var v view
	if err := top.Call(ctx, "view", nil, &v); err != nil {
		return nil, err
	}
	return masked(shot, v.seen(boxes, shot.Bounds().Dx()))
}

// view is the part of the window that is seen, in CSS pixels, and how much a
// person has pinched it larger: a screen may have more dots than CSS pixels, and
// a page may be zoomed.
type view struct {
	Wide, X, Y, Scale float64
}

// brim is how much larger than itself a box is painted, in CSS pixels.
const brim = 3

// seen takes boxes to the dots of a picture of that width.
func (v view) seen(boxes []Box, dots int) []Box {
	by := float64(dots) / v.Wide * v.Scale
	out := make([]Box, len(boxes))
	for i, b := range boxes {
		out[i] = Box{(b.X - v.X - brim) * by, (b.Y - v.Y - brim) * by, (b.Width + 2*brim) * by, (b.Height + 2*brim) * by}
	}
	return out
}

func masked(shot image.Image, boxes []Box) ([]byte, error) {
	out := image.NewRGBA(shot.Bounds())
	draw.Draw(out, out.Bounds(), shot, shot.Bounds().Min, draw.Src)
	grey := image.NewUniform(color.RGBA{R: 0xb0, G: 0xb0, B: 0xb0, A: 0xff})
	for _, b := range boxes {
		r := image.Rect(int(math.Floor(b.X)), int(math.Floor(b.Y)), int(math.Ceil(b.X+b.Width)), int(math.Ceil(b.Y+b.Height)))
		draw.Draw(out, r.Intersect(out.Bounds()), grey, image.Point{}, draw.Src)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, out); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
