// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"context"
	"time"

	"github.com/jezek/xgb/xproto"
)

// makeProbe makes a window that is never shown.
func (d *Display) makeProbe() error {
	id, err := xproto.NewWindowId(d.x)
	if err != nil {
		return err
	}
	d.probe = id
	return xproto.CreateWindowChecked(d.x, 0, id, d.root(), 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
}

// patience is how long a window manager is waited for that may not know the
// question.
const patience = time.Second

// catchUp waits until the window manager has dealt with everything that
// programs have asked of it: it is asked how wide the frame of a window would
// be, and answers in turn (EWMH).
func (d *Display) catchUp(ctx context.Context) error {
	if err := xproto.DeletePropertyChecked(d.x, d.probe, d.atoms.extents).Check(); err != nil {
		return unreachable(d.name, err)
	}
	if err := d.request(uint32(d.probe), d.atoms.askExtents); err != nil {
		return unreachable(d.name, err)
	}
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for len(d.cardinals(d.probe, d.atoms.extents)) == 0 {
		select {
		case <-d.changes:
		case <-d.lost:
			return d.Err()
		case <-limited.Done():
			return ctx.Err()
		}
	}
	return nil
}
