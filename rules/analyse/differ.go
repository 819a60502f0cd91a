// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// differ goes through the cells of two versions at once, and stops where
// nothing that is in play was changed.
type differ struct {
	space  *space.Space
	sides  [2]*side
	left   int            // areas that may be looked at
	places map[string]int // of a change in the comparison
	areas  [][]area       // of each change
	out    *Comparison
	// reframed says that the versions differ in what no rule says.
	reframed bool
	// differs is told of areas whose outcomes are written differently; with
	// isDone it has seen enough.
	differs func(b space.Box, old, now Outcome)
	vain    int // searches for a case that found none
	isDone  bool
}

// area is cases that become the same other thing, with one of them.
type area struct {
	box   space.Box
	facts Witness
}

// walk looks at an area in which some pieces of each version may apply.
func (d *differ) walk(b space.Box, before, after []*piece) {
	d.left -= 1 + (len(before)+len(after))/64
	before, after = d.inPlay(0, b, before), d.inPlay(1, b, after)
	switch by := d.cut(b, before, after); {
	case d.left < 0 || d.isDone:
	case !isTouched(before) && !isTouched(after) && !d.reframed:
	case by != nil:
		inside, outside := d.space.Split(b, by.box)
		d.walk(inside, before, after)
		for _, o := range outside {
			d.walk(o, before, after)
		}
	default:
		d.judge(b, before, after)
	}
}

// inPlay are the pieces that matter in an area: those that meet it, without
// those that others already settle.
func (d *differ) inPlay(n int, b space.Box, list []*piece) []*piece {
	var out, sure []*piece
	policy := d.sides[n].book.Hit.Policy
	for _, p := range list {
		if !b.Meets(p.box) {
			continue
		}
		out = append(out, p)
		if !p.certain || !d.space.Within(b, p.box) {
			continue
		}
		sure = append(sure, p)
		switch {
		case policy == book.First:
			return out // what stands below does not matter
		case policy == book.Unique && p.rule != sure[0].rule:
			return []*piece{sure[0], p} // it is a fault, whatever else applies
		}
	}
	return out
}

func isTouched(list []*piece) bool {
	return slices.ContainsFunc(list, func(p *piece) bool { return p.changed })
}

// cut chooses a piece that holds a part of the area only: one that was
// changed, if there is one.
func (d *differ) cut(b space.Box, before, after []*piece) *piece {
	var any *piece
	for _, list := range [][]*piece{before, after} {
		for _, p := range list {
			switch {
			case d.space.Within(b, p.box):
			case p.changed:
				return p
			case any == nil:
				any = p
			}
		}
	}
	return any
}

// judge compares the outcomes of an area in which every piece in play holds
// all cases. Where a parameter is read, it is cut by days.
func (d *differ) judge(b space.Box, before, after []*piece) {
	parts := []space.Box{b}
	if d.isDated(0, before) || d.isDated(1, after) {
		parts = d.space.Epochs(b)
	}
	for _, part := range parts {
		old, now := d.outcome(0, part, before), d.outcome(1, part, after)
		if old.key != now.key {
			d.differs(part, old, now)
		}
	}
}

func (d *differ) isDated(n int, list []*piece) bool {
	s := d.sides[n]
	for _, p := range list {
		if s.constants(p.rule) != "" {
			return true
		}
	}
	return s.otherwise != nil && len(s.otherwise.reads()) > 0
}

// tries bounds a search; where many were in vain, further ones are short.
func (d *differ) tries() int { return tries / (1 + d.vain/10) }

// doubt looks for a case in which outcomes that are written differently do
// differ. Where both are the same for all cases of the area, one case decides.
func (d *differ) doubt(b space.Box, old, now Outcome) {
	tried := false
	facts, ok := d.space.Witness(b, d.tries(), func(facts map[string]value.Value) bool {
		tried = true
		return d.verdict(0, facts) != d.verdict(1, facts)
	})
	if !ok {
		d.vain++
	}
	switch {
	case ok:
		d.note(b, facts, old, now)
	case tried && old.isConstant && now.isConstant, d.space.IsEmpty(b):
	default:
		d.out.Unproven++
	}
}
