// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"context"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/host/screen"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// pagesAtMost bounds a list: longer ones are narrowed by the search before them.
const pagesAtMost = 50

// inRow finds the one row that shows the keys, in a list that may go on over
// several screens. All of them are read, since only who has seen the whole list
// knows that there is no second such row; then the row's page is shown again.
func (s *Session) inRow(ctx context.Context, a act.Action, m met) (met, error) {
	list, err := s.list(a, m)
	if err != nil {
		return m, err
	}
	if err := s.rewind(ctx, a, &m, &list); err != nil {
		return m, err
	}
	var hits []hit
	last := 0
	for ; ; last++ {
		hits = append(hits, list.find(a, last)...)
		if last == pagesAtMost {
			return m, tooLong(a)
		}
		more, err := s.turn(ctx, a, m.Forward(), &m, &list)
		if err != nil {
			return m, err
		}
		if !more {
			break
		}
	}
	if len(hits) != 1 {
		return m, &obstacle{doubt: rowDoubt(a, hits), now: m.shown, whole: last > 0}
	}
	for ; last > hits[0].page; last-- {
		if more, err := s.turn(ctx, a, m.Backward(), &m, &list); err != nil || !more {
			return m, lostRow(a, err)
		}
	}
	return list.meet(a, m, hits[0])
}

// list is the table of an element: the one that has its heading and those of
// the keys.
type list struct{ screen.Table }

// hit is a row that shows the keys, and the page it is on.
type hit struct {
	page int
	line screen.Line
}

func (s *Session) list(a act.Action, m met) (list, error) {
	var headings []string
	for _, key := range a.Row {
		headings = append(headings, key.Column)
	}
	for _, c := range a.Element.Found {
		if c.By == scenarios.ByColumn {
			headings = append(headings, c.What)
		}
	}
	if len(headings) == len(a.Row) {
		return list{}, fault.New(fault.Usage, "host.row", speech.Say("%s has no way column:, by which it is found in a row", "%s hat keinen Suchweg column:, mit dem es in einer Zeile gefunden wird", name(a)))
	}
	tables := m.Tables(headings)
	if len(tables) != 1 {
		doubt := &act.Doubt{Target: name(a), ByRow: true}
		return list{}, &obstacle{doubt: doubt, now: m.shown}
	}
	return list{tables[0]}, nil
}

// find gives the rows of a page that show all keys to the letter.
func (l list) find(a act.Action, page int) []hit {
	var out []hit
	for _, line := range l.Lines {
		fits := true
		for _, key := range a.Row {
			cell, _ := line.Cell(key.Column)
			fits = fits && cell.Text == key.Text
		}
		if fits {
			out = append(out, hit{page, line})
		}
	}
	return out
}

// meet gives the element's cell in the row, which must still be there.
func (l list) meet(a act.Action, m met, h hit) (met, error) {
	again := l.find(a, h.page)
	if len(again) != 1 {
		return m, lostRow(a, nil)
	}
	for _, c := range a.Element.Found {
		if c.By != scenarios.ByColumn {
			continue
		}
		m.spot, _ = again[0].line.Cell(c.What) // nothing there is an empty text
		m.found = string(c.By) + ": " + c.What
	}
	return m, nil
}

// rewind goes to the first page.
func (s *Session) rewind(ctx context.Context, a act.Action, m *met, l *list) error {
	for range pagesAtMost {
		if more, err := s.turn(ctx, a, m.Backward(), m, l); err != nil || !more {
			return err
		}
	}
	return tooLong(a)
}

// turn goes to another page, where the screen offers the key for it. It is
// false where nothing new came.
func (s *Session) turn(ctx context.Context, a act.Action, key string, m *met, l *list) (bool, error) {
	if key == "" {
		return false, nil
	}
	before := l.Body()
	command, _ := keyCommand(key)
	if _, err := s.send(ctx, command); err != nil {
		return false, err
	}
	s.last = nil
	now, err := s.now(ctx)
	if err != nil {
		return false, err
	}
	if !recognised(now, a.Screen) {
		return false, s.wrongScreen(&obstacle{elsewhere: a.Screen, now: now})
	}
	m.shown = now
	next, err := s.list(a, *m)
	if err != nil {
		return false, err
	}
	*l = next
	return l.Body() != before, nil
}

func rowDoubt(a act.Action, hits []hit) *act.Doubt {
	d := &act.Doubt{Target: name(a), ByRow: true}
	for _, h := range hits {
		d.Rows = append(d.Rows, h.line.String())
	}
	return d
}

func tooLong(a act.Action) error {
	return fault.New(fault.Halted, "host.row", speech.Say("the list of %s goes on over more than %d screens", "die Liste von %s geht über mehr als %d Masken", name(a), pagesAtMost)).
		WithHint(speech.Say("narrow the search before it", "grenzen Sie die Suche davor ein"))
}

func lostRow(a act.Action, err error) error {
	return fault.Wrap(fault.Halted, "host.row", speech.Say("the row of %s was there, and is not found again", "die Zeile von %s war da und wird nicht wiedergefunden", name(a)), err).
		WithHint(speech.Say("somebody may be changing the list", "vielleicht ändert gerade jemand die Liste"))
}
