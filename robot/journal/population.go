// SPDX-License-Identifier: EUPL-1.2

package journal

import (
	"encoding/json"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/journal/proof"
)

// Population is everything that an order's log says about its cases, without
// gaps: one that never began is listed too. Nothing sealed is opened.
type Population struct {
	Order   Order
	Created time.Time
	Cases   []Listed
}

// Listed is one case of an order. Times are zero where nothing is known.
type Listed struct {
	CaseFound
	Began, Ended time.Time
}

// Populate reads the log of an order, which it does not verify.
func Populate(s Store) (Population, error) {
	data, err := s.Read(proof.OrderLog)
	if err != nil {
		return Population{}, err
	}
	var p Population
	rows := map[int]*Listed{}
	last := 0
	lines, _ := proof.Lines(data)
	for _, raw := range lines {
		var l line
		if err := json.Unmarshal(raw, &l); err != nil {
			return Population{}, unreadable(0)
		}
		at, _ := time.Parse(time.RFC3339Nano, l.At) // what is no time is shown as none
		if l.Order != nil {
			p.Order, p.Created = *l.Order, at
		}
		if l.Case > 0 {
			if rows[l.Case] == nil {
				rows[l.Case] = &Listed{CaseFound: CaseFound{Number: l.Case, State: Running}, Began: at}
			}
			rows[l.Case].recall(l)
			if l.Event == Ended {
				rows[l.Case].Ended = at
			}
			last = max(last, l.Case)
		}
	}
	for n := 1; n <= max(last, p.Order.Cases); n++ {
		if rows[n] == nil {
			rows[n] = &Listed{CaseFound: CaseFound{Number: n, State: NotBegun}}
		}
		p.Cases = append(p.Cases, *rows[n])
	}
	return p, nil
}
