// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/png"

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
	shot, v, err := p.shoot(ctx)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := png.Encode(&b, masked(shot, v.seen(boxes, brim, shot.Bounds().Dx()))); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// shoot is the window as it is, nothing hidden, and which part of it is seen.
func (p *Page) shoot(ctx context.Context) (image.Image, view, error) {
	var v view
	answer, err := cdp.Call(ctx, p.target, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng})
	if err != nil {
		return nil, v, gone(err)
	}
	shot, err := png.Decode(bytes.NewReader(answer.Data))
	if err != nil {
		return nil, v, err
	}
	top, ok := p.Frame()
	if !ok {
		return nil, v, ErrGone
	}
	err = top.Call(ctx, "view", nil, &v)
	return shot, v, err
}

// view is the part of the window that is seen, in CSS pixels, and how much a
// person has pinched it larger: a screen may have more dots than CSS pixels, and
// a page may be zoomed.
type view struct {
	Wide, X, Y, Scale float64
}

// brim is how much larger than itself a box is painted, in CSS pixels.
const brim = 3

// seen takes boxes to the dots of a picture of that width, each larger by so
// many CSS pixels on every side.
func (v view) seen(boxes []Box, larger float64, dots int) []Box {
	by := float64(dots) / v.Wide * v.Scale
	out := make([]Box, len(boxes))
	for i, b := range boxes {
		out[i] = Box{(b.X - v.X - larger) * by, (b.Y - v.Y - larger) * by, (b.Width + 2*larger) * by, (b.Height + 2*larger) * by}
	}
	return out
}

func masked(shot image.Image, boxes []Box) *image.RGBA {
	out := image.NewRGBA(shot.Bounds())
	draw.Draw(out, out.Bounds(), shot, shot.Bounds().Min, draw.Src)
	grey := image.NewUniform(color.RGBA{R: 0xb0, G: 0xb0, B: 0xb0, A: 0xff})
	for _, b := range boxes {
		draw.Draw(out, b.dots().Intersect(out.Bounds()), grey, image.Point{}, draw.Src)
	}
	return out
}
