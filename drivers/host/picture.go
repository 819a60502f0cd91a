// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"golang.org/x/image/font"
	"golang.org/x/image/font/inconsolata"
	"golang.org/x/image/math/fixed"
)

// The size of a letter of the picture's font.
const (
	letterWidth  = 8
	letterHeight = 16
)

var (
	ground = color.Gray{Y: 16}
	ink    = color.RGBA{R: 51, G: 255, B: 102, A: 255}
	cover  = color.Gray{Y: 128}
)

// Picture draws the screen, with everything guarded grey: all fields for
// writing, and every place that shows something that was typed or one of the
// given texts.
func (s *Session) Picture(ctx context.Context, hide []string) ([]byte, error) {
	now, err := s.now(ctx)
	if err != nil {
		return nil, err
	}
	guarded := now.Guarded(append(append([]string{}, hide...), s.written...))
	out := image.NewRGBA(image.Rect(0, 0, now.Columns*letterWidth, now.Rows*letterHeight))
	draw.Draw(out, out.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	pen := font.Drawer{Dst: out, Src: image.NewUniform(ink), Face: inconsolata.Regular8x16}
	for row := range now.Rows {
		for column := range now.Columns {
			x, y := column*letterWidth, row*letterHeight
			if guarded[row*now.Columns+column] {
				draw.Draw(out, image.Rect(x, y, x+letterWidth, y+letterHeight), image.NewUniform(cover), image.Point{}, draw.Src)
				continue
			}
			if r := now.Letter(row, column); r > ' ' {
				pen.Dot = fixed.P(x, y+inconsolata.Regular8x16.Ascent)
				pen.DrawString(string(r))
			}
		}
	}
	var b bytes.Buffer
	err = png.Encode(&b, out)
	return b.Bytes(), err
}
