// SPDX-License-Identifier: EUPL-1.2

package draft

import (
	"fmt"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// longestRound bounds the deeds of one round of a loop.
const longestRound = 100

// loop is the same done several times with other values.
type loop struct {
	body   []*deed
	rounds [][]*deed // the first is the body
}

// loops finds what repeats. Of several ways to see it, the one that explains
// the most deeds by the shortest round counts.
func (c *composer) loops(deeds []*deed) (out []item) {
	signs := make([]string, len(deeds))
	for i, d := range deeds {
		signs[i] = d.sign()
	}
	for i := 0; i < len(deeds); {
		l, length := repeated(deeds[i:], signs[i:])
		if l == nil {
			out = append(out, item{deed: deeds[i]})
			i++
			continue
		}
		out = append(out, item{loop: l})
		i += length
	}
	return out
}

// sign is what stays the same from round to round.
func (d *deed) sign() string {
	out := fmt.Sprint(d.Kind, d.landingSystem(), d.target, d.secret(), d.Key, d.differs, d.copied != nil, d.file != nil)
	if d.Kind == event.Tick {
		out += fmt.Sprint(d.On)
	}
	if d.Kind == event.Open || d.Kind == event.Back {
		out += path(d.landing())
	}
	if d.Onto != nil {
		out += d.Onto.Key
	}
	return out
}

// repeated finds the loop that begins with the first deed.
func repeated(deeds []*deed, signs []string) (best *loop, length int) {
	for period := 1; period <= min(longestRound, len(deeds)/2); period++ {
		if signs[period] != signs[0] {
			continue
		}
		count := 1
		for (count+1)*period <= len(deeds) && slices.Equal(signs[:period], signs[count*period:(count+1)*period]) {
			count++
		}
		if count < 2 || count*period <= length {
			continue
		}
		l, n := roundsOf(deeds, signs, period, count)
		if l.worthwhile() && n > length {
			best, length = l, n
		}
	}
	return best, length
}

// roundsOf cuts the rounds apart. A last round that ends early, with nothing
// but the way back missing, counts.
func roundsOf(deeds []*deed, signs []string, period, count int) (*loop, int) {
	l := &loop{body: deeds[:period]}
	for i := range count {
		l.rounds = append(l.rounds, deeds[i*period:(i+1)*period])
	}
	rest := len(deeds) - count*period
	if rest > period/2 && rest < period && slices.Equal(signs[:rest], signs[count*period:]) && !varies(l, rest, period) {
		l.rounds = append(l.rounds, deeds[count*period:])
		return l, len(deeds)
	}
	return l, count * period
}

// varies reports a value that differs from round to round, among these deeds.
func varies(l *loop, from, to int) bool {
	for i := from; i < to; i++ {
		if l.field(i) != "" || l.cell(i) >= 0 {
			return true
		}
	}
	return false
}

// worthwhile reports a repetition that is one for the sake of other values:
// twice where rows are worked off, else three times.
func (l *loop) worthwhile() bool {
	rows := slices.ContainsFunc(l.body, func(d *deed) bool { return d.Target != nil && len(d.Target.Row) > 0 })
	return (len(l.rounds) > 2 || rows) && varies(l, 0, len(l.body))
}

// field tells the values of a deed from round to round apart; "" is always the
// same.
func (l *loop) field(i int) string {
	var tokens []string
	for _, round := range l.rounds {
		if i < len(round) {
			tokens = append(tokens, round[i].given())
		}
	}
	if len(slices.Compact(slices.Clone(tokens))) < 2 || l.body[i].secret() || l.body[i].copied != nil {
		return ""
	}
	return strings.Join(tokens, "\x00")
}

// given is the value that a deed put into the page.
func (d *deed) given() string {
	switch d.Kind {
	case event.Fill, event.Upload:
		return d.Text.Token
	case event.Choose:
		return d.Text.Words + "\x01" + d.Text.Token
	}
	return ""
}

// cell is the column by which every round knows its row, or -1.
func (l *loop) cell(i int) int {
	d := l.body[i]
	if d.Target == nil {
		return -1
	}
	for n, cell := range d.Target.Row {
		if cell.Unique && cell.Column != "" && cell.Shows.Token != "" && l.column(i, n) != "" {
			return n
		}
	}
	return -1
}

// column tells the cells of a column from round to round apart; "" where they
// are the same, or do not tell the rows apart.
func (l *loop) column(i, n int) string {
	var tokens []string
	for _, round := range l.rounds {
		if i >= len(round) {
			continue
		}
		row := round[i].Target.Row
		if n >= len(row) || row[n].Column != l.body[i].Target.Row[n].Column || !row[n].Unique || row[n].Shows.Token == "" {
			return ""
		}
		tokens = append(tokens, row[n].Shows.Token)
	}
	if len(slices.Compact(slices.Clone(tokens))) < 2 {
		return ""
	}
	return strings.Join(tokens, "\x00")
}
