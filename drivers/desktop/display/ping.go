// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"context"
	"slices"

	"github.com/jezek/xgb/xproto"
)

// Settle waits until a program has dealt with the keys and clicks that its
// window was sent, and the window manager with the windows that it opened.
func (d *Display) Settle(ctx context.Context, id uint32) error {
	if err := d.ping(ctx, id); err != nil {
		return err
	}
	return d.catchUp(ctx)
}

// ping waits for a program: it answers behind keys and clicks (EWMH). One that
// does not know pings is taken at its word.
func (d *Display) ping(ctx context.Context, id uint32) error {
	if !slices.Contains(d.cardinals(window(id), d.atoms.protocols), uint32(d.atoms.ping)) {
		return nil
	}
	serial, answered := d.expect()
	defer d.forget(serial)
	event := xproto.ClientMessageEvent{
		Format: 32, Window: window(id), Type: d.atoms.protocols,
		Data: xproto.ClientMessageDataUnionData32New([]uint32{uint32(d.atoms.ping), serial, id, 0, 0}),
	}
	if xproto.SendEventChecked(d.x, false, window(id), xproto.EventMaskNoEvent, string(event.Bytes())).Check() != nil {
		return nil // the window has gone: the click closed it
	}
	for {
		select {
		case <-answered:
			return nil
		case <-d.lost:
			return d.Err()
		case <-ctx.Done():
			return ctx.Err()
		case <-d.changes:
			if d.cardinals(window(id), d.atoms.protocols) == nil {
				return nil
			}
		}
	}
}

// expect notes that an answer will come.
func (d *Display) expect() (uint32, <-chan struct{}) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.serial++
	answered := make(chan struct{})
	d.pings[d.serial] = answered
	return d.serial, answered
}

func (d *Display) forget(serial uint32) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.pings, serial)
}

// listen takes the answers of programs, and notes that windows have changed.
func (d *Display) listen() {
	for {
		event, err := d.x.WaitForEvent()
		if event == nil && err == nil {
			return
		}
		select {
		case d.changes <- struct{}{}:
		default:
		}
		m, ok := event.(xproto.ClientMessageEvent)
		if !ok || m.Type != d.atoms.protocols || xproto.Atom(m.Data.Data32[0]) != d.atoms.ping {
			continue
		}
		d.mu.Lock()
		if answered := d.pings[m.Data.Data32[1]]; answered != nil {
			close(answered)
			delete(d.pings, m.Data.Data32[1])
		}
		d.mu.Unlock()
	}
}
