// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"encoding/binary"

	"github.com/jezek/xgb/xproto"
)

// window is how X calls a window.
type window = xproto.Window

// atoms are the names of properties (EWMH), as this X server numbers them.
type atoms struct{ check, stacking, active, pid, name, state, modal, hidden, close, protocols, ping, extents, askExtents xproto.Atom }

// intern asks for the numbers of all names, and listens from then on.
func (d *Display) intern() error {
	names := map[string]*xproto.Atom{
		"_NET_SUPPORTING_WM_CHECK": &d.atoms.check, "_NET_CLIENT_LIST_STACKING": &d.atoms.stacking, "_NET_ACTIVE_WINDOW": &d.atoms.active,
		"_NET_WM_PID": &d.atoms.pid, "_NET_WM_NAME": &d.atoms.name, "_NET_WM_STATE": &d.atoms.state,
		"_NET_WM_STATE_MODAL": &d.atoms.modal, "_NET_WM_STATE_HIDDEN": &d.atoms.hidden, "_NET_CLOSE_WINDOW": &d.atoms.close,
		"WM_PROTOCOLS": &d.atoms.protocols, "_NET_WM_PING": &d.atoms.ping,
		"_NET_FRAME_EXTENTS": &d.atoms.extents, "_NET_REQUEST_FRAME_EXTENTS": &d.atoms.askExtents,
	}
	for name, atom := range names {
		reply, err := xproto.InternAtom(d.x, false, uint16(len(name)), name).Reply()
		if err != nil {
			return unreachable(d.name, err)
		}
		*atom = reply.Atom
	}
	go d.listen()
	if err := d.makeProbe(); err != nil {
		return unreachable(d.name, err)
	}
	return xproto.ChangeWindowAttributesChecked(d.x, d.root(), xproto.CwEventMask, []uint32{xproto.EventMaskSubstructureNotify}).Check()
}

func (d *Display) root() window { return xproto.Setup(d.x).DefaultScreen(d.x).Root }

// askProperty asks for a property without waiting.
func (d *Display) askProperty(of window, name xproto.Atom) xproto.GetPropertyCookie {
	const most = 1 << 16
	return xproto.GetProperty(d.x, false, of, name, xproto.GetPropertyTypeAny, 0, most)
}

// contents waits for a property; one that is not there is empty, as is one of a
// window that has just gone.
func contents(cookie xproto.GetPropertyCookie) []byte {
	reply, err := cookie.Reply()
	if err != nil {
		return nil
	}
	return reply.Value
}

// cardinals takes 32-bit numbers apart.
func cardinals(raw []byte) (out []uint32) {
	for ; len(raw) >= 4; raw = raw[4:] {
		out = append(out, binary.LittleEndian.Uint32(raw))
	}
	return out
}

// cardinals reads a property of numbers.
func (d *Display) cardinals(of window, name xproto.Atom) []uint32 {
	return cardinals(contents(d.askProperty(of, name)))
}

func (d *Display) cardinal(of window, name xproto.Atom) uint32 {
	if all := d.cardinals(of, name); len(all) > 0 {
		return all[0]
	}
	return 0
}
