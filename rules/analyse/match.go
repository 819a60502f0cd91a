// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/book"
)

// match finds the pieces that both versions have. Where the hit policy, what
// holds otherwise or the outputs differ, no piece is like another.
func (d *differ) match() {
	a, b := d.sides[0], d.sides[1]
	if d.reframed {
		mark(a.pieces)
		mark(b.pieces)
		return
	}
	if a.book.Hit.Policy == book.Unique || a.book.Hit.Policy == book.Any || a.book.Hit.Aggregate != book.AsList {
		missing(a.pieces, b.pieces)
		missing(b.pieces, a.pieces)
		return
	}
	ordered(a.pieces, b.pieces)
}

func isFramedAlike(a, b *side) bool {
	if a.book.Hit.String() != b.book.Hit.String() || (a.otherwise == nil) != (b.otherwise == nil) || len(a.book.Outputs) != len(b.book.Outputs) {
		return false
	}
	for i, o := range a.book.Outputs {
		if o.Name != b.book.Outputs[i].Name || !slices.Equal(o.Type.Choices, b.book.Outputs[i].Type.Choices) {
			return false
		}
	}
	return a.otherwise == nil || a.otherwise.key == b.otherwise.key && len(a.otherwise.reads()) == 0
}

func mark(list []*piece) {
	for _, p := range list {
		p.changed = true
	}
}

// missing marks the pieces that the other side has fewer of.
func missing(list, others []*piece) {
	count := map[string]int{}
	for _, p := range others {
		count[p.key]++
	}
	for _, p := range list {
		count[p.key]--
		p.changed = count[p.key] < 0
	}
}

// mostOrdered bounds the table for finding pieces in the same order.
const mostOrdered = 4_000_000

// ordered marks the pieces that do not stand in the same order: all but those
// of a longest common subsequence.
func ordered(a, b []*piece) {
	for len(a) > 0 && len(b) > 0 && a[0].key == b[0].key {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1].key == b[len(b)-1].key {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a)*len(b) > mostOrdered {
		mark(a)
		mark(b)
		return
	}
	longest := lengths(a, b)
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i].key == b[j].key:
			i, j = i+1, j+1
		case j == len(b) || (i < len(a) && longest[i+1][j] >= longest[i][j+1]):
			a[i].changed = true
			i++
		default:
			b[j].changed = true
			j++
		}
	}
}

// lengths are those of the longest common subsequences of all ends.
func lengths(a, b []*piece) [][]int32 {
	out := make([][]int32, len(a)+1)
	for i := range out {
		out[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].key == b[j].key {
				out[i][j] = out[i+1][j+1] + 1
				continue
			}
			out[i][j] = max(out[i+1][j], out[i][j+1])
		}
	}
	return out
}
