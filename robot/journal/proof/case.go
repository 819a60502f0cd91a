// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"encoding/json"
	"slices"
)

// sealed is a case as the order's log tells of it.
type sealed struct {
	number int
	seals  []Seal
	ended  bool
}

// casesOf reads the order's log for its cases, in the order of their numbers.
func casesOf(lines [][]byte) []*sealed {
	byNumber := map[int]*sealed{}
	var all []*sealed
	for _, line := range lines {
		var l sealLine
		if json.Unmarshal(line, &l) != nil || l.Case <= 0 {
			continue
		}
		c := byNumber[l.Case]
		if c == nil {
			c = &sealed{number: l.Case}
			byNumber[l.Case], all = c, append(all, c)
		}
		c.take(l)
	}
	slices.SortFunc(all, func(a, b *sealed) int { return a.number - b.number })
	return all
}

// sealLine is what a check reads of a line of the order's log.
type sealLine struct {
	Event string
	Case  int
	Size  int64
	Root  string
}

func (c *sealed) take(l sealLine) {
	if root, ok := parseHash(l.Root); ok {
		c.seals = append(c.seals, Seal{l.Size, root})
	}
	c.ended = c.ended || l.Event == eventEnded
}

func (c *sealed) check(read func(string) ([]byte, error), first []byte) (Case, error) {
	log, err := read(CaseLog(c.number))
	if err != nil {
		return Case{}, err
	}
	lines, torn := Lines(log)
	out := Case{Number: c.number, Lines: len(lines), Ended: c.ended, Torn: len(torn)}
	if n := len(c.seals); n > 0 {
		out.Sealed = int(c.seals[n-1].Size)
	}
	out.Finding = CheckLog(lines, LineHash(first), c.seals, c.ended)
	if out.Finding.OK() && c.ended && len(torn) > 0 {
		out.Finding = Finding{Inserted, len(lines) + 1}
	}
	return out, nil
}
