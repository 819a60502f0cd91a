// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"encoding/json"
	"errors"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// decoder makes events of lines, opening what it can.
type decoder struct {
	opener *opener
	event  Event
	right  int // commitments that were opened
	lost   int // that could not be
	wrong  int // that do not fit
}

// decode reads one line. A line that is not ours is an error; what cannot be
// opened is not.
func (d *decoder) decode(raw []byte) (Event, error) {
	var l line
	if err := json.Unmarshal(raw, &l); err != nil {
		return Event{}, err
	}
	at, err := time.Parse(time.RFC3339Nano, l.At)
	if err != nil {
		return Event{}, err
	}
	d.event = Event{
		Kind: l.Event, Seq: l.Seq, At: at, Case: l.Case, Step: l.Step, ID: l.ID,
		About: l.About, Rules: l.Rules, Text: l.Text.text(), Outcome: l.Outcome, Order: l.Order,
	}
	d.values(l)
	d.event.Reference = string(d.open("(reference)", l.Reference))
	d.event.Sealed = d.open("(sealed)", l.Sealed)
	d.fault(l.Fault)
	var reason sentence
	if raw := d.open("(reason)", l.Reason); raw != nil && json.Unmarshal(raw, &reason) == nil {
		d.event.Reason = reason.text()
	}
	return d.event, nil
}

// open opens a commitment and notes it under a name.
func (d *decoder) open(name, commitment string) []byte {
	if commitment == "" {
		return nil
	}
	if d.event.Commitments == nil {
		d.event.Commitments = map[string]string{}
	}
	d.event.Commitments[name] = commitment
	content, err := d.opener.open(commitment)
	switch {
	case err == nil:
		d.right++
		return content
	case errors.Is(err, errWrong):
		d.wrong++
	default:
		d.lost++
	}
	d.event.Unopened = append(d.event.Unopened, name)
	return nil
}

func (d *decoder) values(l line) {
	for _, name := range sorted(l.Values) {
		content := d.open(name, l.Values[name])
		if content == nil {
			continue
		}
		v, err := valueOf(content)
		if err != nil {
			d.event.Unopened = append(d.event.Unopened, name)
			continue
		}
		if d.event.Values == nil {
			d.event.Values = map[string]value.Value{}
		}
		d.event.Values[name] = v
	}
}

func (d *decoder) fault(l *faultLine) {
	if l == nil {
		return
	}
	f := &fault.Fault{Kind: l.Kind, Op: l.Op, Step: l.Step}
	var c cause
	if raw := d.open("(fault)", l.Cause); raw != nil && json.Unmarshal(raw, &c) == nil {
		f.Cause, f.Hint = c.Cause.text(), c.Hint.text()
	}
	d.event.Fault = f
}
