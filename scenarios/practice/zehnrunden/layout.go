// SPDX-License-Identifier: EUPL-1.2

package zehnrunden

import (
	"fmt"
	"math/rand/v2"
)

// field is one field of a round, as the page shows it.
type field struct {
	Label, ID, Name string
	// Markup is how the label belongs to the field.
	Markup string
	// Depth are empty boxes around it.
	Depth []struct{}
}

// layout is the form of one round.
type layout struct {
	Fields []field
	// Table puts the fields into table rows, otherwise they float.
	Table bool
	// Button is the id of the button, which changes as well.
	Button string
}

// layoutOf is the layout of one round; the same seed gives the same.
func layoutOf(seed uint64, round int) layout {
	dice := rand.New(rand.NewPCG(seed, uint64(100+round)))
	name := func() string { return fmt.Sprintf("%c%06x", 'a'+rune(dice.IntN(26)), dice.IntN(1<<24)) }
	l := layout{Table: dice.IntN(2) == 0, Button: name()}
	labels := Labels()
	dice.Shuffle(len(labels), func(i, j int) { labels[i], labels[j] = labels[j], labels[i] })
	markups := []string{"for", "around", "aria", "by"}
	for _, label := range labels {
		l.Fields = append(l.Fields, field{
			Label: label, ID: name(), Name: name(), Markup: markups[dice.IntN(len(markups))], Depth: make([]struct{}, dice.IntN(4)),
		})
	}
	return l
}
