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
	answer, err := cdp.Call(ctx, p.target, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng})
	if err != nil {
		return nil, gone(err)
	}
	shot, err := png.Decode(bytes.NewReader(answer.Data))
	if err != nil {
		return nil, err
	}
	return masked(shot, boxes)
}

func masked(shot image.Image, boxes []Box) ([]byte, error) {
	out := image.NewRGBA(shot.Bounds())
	draw.Draw(out, out.Bounds(), shot, shot.Bounds().Min, draw.Src)
	grey := image.NewUniform(color.RGBA{R: 0xb0, G: 0xb0, B: 0xb0, A: 0xff})
	for _, b := range boxes {
		r := image.Rect(int(b.X)-2, int(b.Y)-2, int(b.X+b.Width)+3, int(b.Y+b.Height)+3)
		draw.Draw(out, r.Intersect(out.Bounds()), grey, image.Point{}, draw.Src)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, out); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
