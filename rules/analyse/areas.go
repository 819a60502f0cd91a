// SPDX-License-Identifier: EUPL-1.2

package analyse

import (
	"slices"

	"github.com/heinzel-rpa/heinzel/rules/space"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// note adds an area to a change.
func (d *differ) note(b space.Box, facts Witness, old, now Outcome) {
	key := old.key + "\x00" + now.key
	i, known := d.places[key]
	if !known {
		i = len(d.out.Changes)
		d.places[key] = i
		d.out.Changes = append(d.out.Changes, Change{Old: old, New: now, Cases: []Case{}})
		d.areas = append(d.areas, nil)
	}
	d.areas[i] = append(d.areas[i], area{b, facts})
}

// mostMerged bounds the areas that are put together for reading.
const mostMerged = 400

// settle puts areas together and writes them down.
func (d *differ) settle() {
	for i := range d.out.Changes {
		c := &d.out.Changes[i]
		list := d.areas[i]
		merged := make([]space.Box, len(list))
		for n, a := range list {
			merged[n] = a.box
		}
		if len(list) <= mostMerged {
			merged = d.space.Merged(merged)
		}
		c.Areas = len(merged)
		for _, b := range merged[:min(len(merged), Most)] {
			at := slices.IndexFunc(list, func(a area) bool { return d.space.Contains(b, a.facts) })
			c.Cases = append(c.Cases, d.shown(b, list[at].facts))
		}
	}
}

func (d *differ) shown(b space.Box, facts Witness) Case {
	return Case{Area: d.space.Condition(b), Witness: facts, Old: d.decided(0, facts), New: d.decided(1, facts)}
}

// refused finds cases that only one of the versions takes.
func (d *differ) refused() {
	for n := range d.sides {
		other := 1 - n
		d.space.Uncovered(d.space.Admitted(n), []space.Box{d.space.Admitted(other)}, steps, func(b space.Box) bool {
			facts, ok := d.space.Witness(b, tries, func(facts map[string]value.Value) bool { return d.verdict(0, facts) != d.verdict(1, facts) })
			if !ok {
				return true
			}
			taken := Outcome{Says: speech.Say("decided, or refused for another reason", "entschieden, oder aus anderem Grund abgelehnt"), key: "taken"}
			refused := Outcome{Says: speech.Say("refused: the facts are outside of their limits", "abgelehnt: die Angaben liegen außerhalb ihrer Grenzen"), key: "refused"}
			if n == 0 {
				d.note(b, facts, taken, refused)
			} else {
				d.note(b, facts, refused, taken)
			}
			return true
		})
	}
}
