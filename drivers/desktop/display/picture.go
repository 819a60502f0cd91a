// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"image"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/jezek/xgb/xproto"
)

// Picture is what the whole screen shows, in memory only: whoever stores it has
// to make grey what is personal before.
func (d *Display) Picture() (*image.RGBA, error) {
	if err := d.Err(); err != nil {
		return nil, err
	}
	screen := xproto.Setup(d.x).DefaultScreen(d.x)
	width, height := screen.WidthInPixels, screen.HeightInPixels
	const everyPlane = 0xffffffff
	shot, err := xproto.GetImage(d.x, xproto.ImageFormatZPixmap, xproto.Drawable(screen.Root), 0, 0, width, height, everyPlane).Reply()
	if err != nil {
		return nil, unreachable(d.name, err)
	}
	out := image.NewRGBA(image.Rect(0, 0, int(width), int(height)))
	if len(shot.Data) < len(out.Pix) {
		return nil, fault.New(fault.Technical, "desktop.picture", speech.Say("the display has too few colours for a picture", "die Anzeige hat für ein Bild zu wenige Farben")).
			WithHint(speech.Say("use a depth of 24 bits", "verwenden Sie 24 Bit Farbtiefe"))
	}
	for i := 0; i < len(out.Pix); i += 4 {
		out.Pix[i], out.Pix[i+1], out.Pix[i+2], out.Pix[i+3] = shot.Data[i+2], shot.Data[i+1], shot.Data[i], 0xff
	}
	return out, nil
}
