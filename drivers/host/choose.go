// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"context"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/host/screen"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// choose types the number of an entry that the screen lists for a field.
func (s *Session) choose(ctx context.Context, a act.Action) (act.Effect, error) {
	m, err := s.meet(ctx, a)
	if err != nil {
		return act.Effect{}, err
	}
	if !m.spot.Input {
		return act.Effect{}, protected(a)
	}
	choices := m.Choices(m.spot)
	number, err := numberOf(a, choices)
	if err == nil {
		err = s.writable(a, m, number)
	}
	if err != nil {
		return act.Effect{}, err
	}
	effect, err := s.enter(ctx, a, m, number)
	if err == nil {
		effect.Value = a.Text
	}
	return effect, err
}

// numberOf finds the one entry of a text.
func numberOf(a act.Action, choices []screen.Choice) (string, error) {
	var fits, entries []string
	for _, c := range choices {
		entries = append(entries, c.Number+" "+c.Text)
		if c.Text == a.Text {
			fits = append(fits, c.Number)
		}
	}
	cause := speech.Say("%s has no numbered entries", "%s hat keine nummerierten Einträge", name(a))
	switch {
	case len(fits) == 1:
		return fits[0], nil
	case len(fits) > 1:
		cause = speech.Say("%s has several entries %q", "%s hat mehrere Einträge „%s“", name(a), a.Text)
	case len(choices) > 0:
		cause = speech.Say("%s has no entry %q", "%s hat keinen Eintrag „%s“", name(a), a.Text)
	}
	return "", fault.New(fault.Halted, "host.choose", cause).Guard().WithHint(speech.Say("entries: %s", "Einträge: %s", strings.Join(entries, ", ")))
}

// chosen is the entry whose number stands in a field, where there is one.
func chosen(m met) (string, bool) {
	for _, c := range m.Choices(m.spot) {
		if strings.TrimLeft(c.Number, "0") == strings.TrimLeft(strings.TrimSpace(m.spot.Text), "0") {
			return c.Text, true
		}
	}
	return "", false
}

// mark is what a person types to choose something.
const mark = "X"

// tick marks a field of one place, or clears it. The element file says that it
// is one: role: checkbox.
func (s *Session) tick(ctx context.Context, a act.Action) (act.Effect, error) {
	m, err := s.meet(ctx, a)
	if err != nil {
		return act.Effect{}, err
	}
	if !m.spot.Input || m.spot.Length != 1 || m.Fields[m.spot.Field].Hidden || a.Element.Role != "checkbox" {
		return act.Effect{}, blocked(a, speech.Say("%s is no field for a mark (role: checkbox, one place)", "%s ist kein Feld zum Ankreuzen (role: checkbox, eine Stelle)", name(a)))
	}
	if ticked(m.spot) == a.On {
		return act.Effect{Value: state(a.On), Found: m.found, Moved: m.moved}, nil
	}
	text := ""
	if a.On {
		text = mark
	}
	effect, err := s.enter(ctx, a, m, text)
	effect.Value = state(a.On)
	return effect, err
}

// ticked reports whether something stands in a field; some hosts show an empty
// one as an underscore.
func ticked(spot screen.Spot) bool { return strings.Trim(spot.Text, " _") != "" }

// state is how a mark reads.
func state(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}
