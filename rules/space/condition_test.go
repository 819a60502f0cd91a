// SPDX-License-Identifier: EUPL-1.2

package space

import (
	"fmt"
	"strings"
	"testing"
)

// Gaps that are written as rules and added to the rulebook leave none. They
// overlap with nothing, as long as it can be said whether a text is missing or
// blank, which are one thing to those who ask whether it is given.
func TestWrittenConditionsCloseGaps(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		r := randomBook(t, seed)
		s := New(r)
		before := boxesOf(s)
		text, _, _ := strings.Cut(randomHead, "rules:")
		var rows strings.Builder
		for _, rule := range r.Book().Rules {
			valid := ""
			if !rule.Valid.IsAlways() {
				valid = fmt.Sprintf(", valid: {from: %s}", rule.Valid.From)
			}
			fmt.Fprintf(&rows, "  - {id: %s, if: '%s', then: {z: a}, basis: § 1%s}\n", rule.ID, rule.If.Text, valid)
		}
		n := 0
		s.Gaps(s.All(), before, 1e6, func(b Box) bool {
			fmt.Fprintf(&rows, "  - {id: new%d, if: '%s', then: {z: a}, basis: § 1}\n", n, s.Condition(b))
			n++
			return true
		})
		closed := New(compiled(t, text+"rules:\n"+rows.String()))
		if covers, known := closed.Covers(closed.All(), boxesOf(closed), 1e6); !covers || !known {
			t.Fatalf("seed %d: still not covered:\n%s", seed, rows.String())
		}
		if strings.Contains(rows.String(), "not angegeben(t)") {
			continue
		}
		list := closed.Rules(0)
		for i := len(s.Rules(0)); i < len(list); i++ {
			for _, other := range list[:i] {
				for _, b := range list[i].Holds {
					if len(meeting(b, other.Holds)) > 0 {
						t.Fatalf("seed %d: %s and %s overlap:\n%s", seed, list[i].ID, other.ID, rows.String())
					}
				}
			}
		}
	}
}
