// SPDX-License-Identifier: EUPL-1.2

package journal

import "github.com/heinzel-rpa/heinzel/robot/journal/proof"

// Show gives the events of a case, or with number 0 those of the order's log.
// Values are opened where keys are given and the case's key still exists.
// Show does not verify, and passes over a last line that is unfinished.
func Show(s Store, number int, keys *Keys) ([]Event, error) {
	d := &decoder{}
	if number > 0 {
		opener, err := newOpener(s, number, keys)
		if err != nil {
			return nil, err
		}
		d.opener = opener
	}
	return d.all(s, number)
}

// all decodes every line of a log.
func (d *decoder) all(s Store, number int) ([]Event, error) {
	name := proof.OrderLog
	if number > 0 {
		name = proof.CaseLog(number)
	}
	data, err := s.Read(name)
	if err != nil {
		return nil, err
	}
	lines, _ := proof.Lines(data)
	events := make([]Event, 0, len(lines))
	for _, raw := range lines {
		e, err := d.decode(raw)
		if err != nil {
			return nil, unreadable(number)
		}
		events = append(events, e)
	}
	return events, nil
}
