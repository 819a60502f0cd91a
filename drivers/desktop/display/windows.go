// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"image"
	"slices"

	"github.com/jezek/xgb/xproto"
)

// Window is one window of a program, as the window manager knows it.
type Window struct {
	ID            uint32
	Process       int
	Title         string
	Modal, Hidden bool
	// Box is what the program shows, without the frame around it.
	Box image.Rectangle
}

// Windows are those that the window manager shows, topmost last.
func (d *Display) Windows() ([]Window, error) {
	if err := d.healthy(); err != nil {
		return nil, err
	}
	all := d.describe(d.cardinals(d.root(), d.atoms.stacking)...)
	// one that has just gone may still be in the list
	return slices.DeleteFunc(all, func(w Window) bool { return w.Box.Empty() }), nil
}

// healthy fails where the display is lost or nobody manages its windows.
func (d *Display) healthy() error {
	if err := d.Err(); err != nil {
		return err
	}
	return d.Managed()
}

// describe asks for everything about some windows at once.
func (d *Display) describe(ids ...uint32) []Window {
	asked := make([]struct {
		pid, title, state xproto.GetPropertyCookie
		size              xproto.GetGeometryCookie
		place             xproto.TranslateCoordinatesCookie
	}, len(ids))
	for i, id := range ids {
		w := window(id)
		asked[i].pid, asked[i].title, asked[i].state = d.askProperty(w, d.atoms.pid), d.askProperty(w, d.atoms.name), d.askProperty(w, d.atoms.state)
		asked[i].size, asked[i].place = xproto.GetGeometry(d.x, xproto.Drawable(w)), xproto.TranslateCoordinates(d.x, w, d.root(), 0, 0)
	}
	out := make([]Window, len(ids))
	for i, id := range ids {
		pid, state := cardinals(contents(asked[i].pid)), cardinals(contents(asked[i].state))
		out[i] = Window{
			ID: id, Title: string(contents(asked[i].title)),
			Modal: slices.Contains(state, uint32(d.atoms.modal)), Hidden: slices.Contains(state, uint32(d.atoms.hidden)),
		}
		if len(pid) > 0 {
			out[i].Process = int(pid[0])
		}
		size, err := asked[i].size.Reply()
		if place, gone := asked[i].place.Reply(); err == nil && gone == nil {
			out[i].Box = image.Rect(0, 0, int(size.Width), int(size.Height)).Add(image.Pt(int(place.DstX), int(place.DstY)))
		}
	}
	return out
}

// Active is the number of the window that gets the keys, 0 where none does.
func (d *Display) Active() uint32 { return d.cardinal(d.root(), d.atoms.active) }

// At is the window that a click at a point of the screen would reach: of a
// program's window, or of a menu or list that hangs over it.
func (d *Display) At(x, y int) Window {
	at := Window{}
	for below := d.root(); ; {
		reply, err := xproto.TranslateCoordinates(d.x, d.root(), below, int16(x), int16(y)).Reply()
		if err != nil || reply.Child == xproto.WindowNone {
			return at
		}
		below = reply.Child
		if d.cardinal(below, d.atoms.pid) != 0 {
			at = d.describe(uint32(below))[0]
		}
	}
}

// Raise asks the window manager to put a window on top and give it the keys.
func (d *Display) Raise(id uint32) error {
	const fromPager = 2
	return d.request(id, d.atoms.active, fromPager, 0)
}

// Shut asks the program, through the window manager, to close a window.
func (d *Display) Shut(id uint32) error {
	const fromPager = 2
	return d.request(id, d.atoms.close, 0, fromPager)
}

func (d *Display) request(id uint32, what xproto.Atom, words ...uint32) error {
	event := xproto.ClientMessageEvent{
		Format: 32, Window: window(id), Type: what,
		Data: xproto.ClientMessageDataUnionData32New(append(words, 0, 0, 0, 0, 0)[:5]),
	}
	mask := uint32(xproto.EventMaskSubstructureRedirect | xproto.EventMaskSubstructureNotify)
	return xproto.SendEventChecked(d.x, false, d.root(), mask, string(event.Bytes())).Check()
}
